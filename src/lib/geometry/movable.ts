import type { Point } from './frame';

/** How far an arrow key goes, as a share of the span: plain, with Shift, with Alt. */
const PLAIN = 1 / 50;
const COARSE = 1 / 10;
const FINE = 1 / 200;

export type Axis = 'x' | 'y' | 'both';

export interface Span {
  x: Point;
  y: Point;
}

const DIRECTIONS: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/** The point inside the span that is nearest to `at`. */
export function within([x, y]: Point, span: Span): Point {
  const clamp = (value: number, [low, high]: Point) => Math.min(high, Math.max(low, value));
  return [clamp(x, span.x), clamp(y, span.y)];
}

/** Holds the coordinate that the axis does not move. */
export function along(axis: Axis, from: Point, to: Point): Point {
  return [axis === 'y' ? from[0] : to[0], axis === 'x' ? from[1] : to[1]];
}

/**
 * Where a key takes a point, or `null` for a key that does not move it.
 * On a single axis the other pair of arrows moves it too, as on a slider.
 */
export function keyStep(
  key: { key: string; shiftKey: boolean; altKey: boolean },
  at: Point,
  span: Span,
  axis: Axis,
): Point | null {
  const direction = DIRECTIONS[key.key];
  if (!direction) return null;
  const share = key.shiftKey ? COARSE : key.altKey ? FINE : PLAIN;
  const sum = direction[0] + direction[1];
  const [dx, dy] = axis === 'both' ? direction : axis === 'x' ? [sum, 0] : [0, sum];
  const step = (d: number, [low, high]: Point) => d * share * (high - low);
  return within([at[0] + step(dx, span.x), at[1] + step(dy, span.y)], span);
}

/**
 * Which handle a press takes: the nearest within `reach`. Where several lie on each other, a repeated press takes
 * the next of them. Places are pixels.
 */
export function pick(
  press: Point,
  handles: readonly Point[],
  reach: number,
  last: number | null,
): number | null {
  const distances = handles.map(([x, y]) => Math.hypot(x - press[0], y - press[1]));
  const nearest = Math.min(...distances);
  if (!(nearest <= reach)) return null;
  const TIE = 3;
  const tied = distances.flatMap((distance, i) => (distance <= nearest + TIE ? [i] : []));
  const after = last === null ? undefined : tied.find((i) => i > last);
  return (tied.length > 1 ? after : undefined) ?? tied[0] ?? null;
}
