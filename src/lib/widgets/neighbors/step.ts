import { countOf, squaredDistance, type Points } from '../../clustering';

const DIRECTIONS: Record<string, readonly [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The point of the plane that is nearest to a place. */
export function nearestTo(points: Points, place: readonly number[]): number {
  const query: Points = { at: place, dim: points.dim };
  let [best, least] = [0, Infinity];
  for (let i = 0; i < countOf(points); i++) {
    const square = squaredDistance(query, 0, points, i);
    if (square < least) [best, least] = [i, square];
  }
  return best;
}

/**
 * The point that an arrow key leads to: of those in its direction, by 45° on either side, the nearest; the same point
 * where there is none.
 * @returns undefined for another key
 */
export function pointTowards(points: Points, from: number, key: string): number | undefined {
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const [dx, dy] = direction;
  let [best, least] = [from, Infinity];
  for (let i = 0; i < countOf(points); i++) {
    const u = (points.at[2 * i] as number) - (points.at[2 * from] as number);
    const v = (points.at[2 * i + 1] as number) - (points.at[2 * from + 1] as number);
    const [along, across] = [u * dx + v * dy, Math.abs(u * dy - v * dx)];
    if (along <= 0 || across > along) continue;
    const far = Math.hypot(u, v);
    if (far < least) [best, least] = [i, far];
  }
  return best;
}
