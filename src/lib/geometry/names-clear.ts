import type { Point } from './frame';

/** A name and the place that it belongs to. */
export interface NamedPlace {
  at: Point;
  width: number;
}

/** Left and lower end, right and upper end. */
export type Box = readonly [number, number, number, number];

/** Where a name may stand, and the end of the line that leads to it from its place. */
interface Spot {
  box: Box;
  end: Point;
  cost: number;
}

/** How far names may stand from their places, in lines, and in which directions. */
const STEPS = [0, 0.5, 1, 1.5, 2, 3];
const DIRECTIONS = Array.from({ length: 16 }, (_, k) => {
  const angle = (k * Math.PI) / 8;
  return [Math.cos(angle), Math.sin(angle)] as const;
});
/**
 * What it costs to cover a whole line of another name and of anything else, to leave the picture, to lead through a name or
 * over another line, over the place of a name, and to stand a line away.
 */
const COST = { name: 1000, other: 20, outside: 500, through: 50, over: 3, away: 1 };
/** Places are chosen again, now that those of the others are known. */
const ROUNDS = 3;
/** Places along a line that are looked at. */
const SAMPLES = [0.2, 0.4, 0.6, 0.8];

/** The area that two boxes share, most often none. */
const overlap = (a: Box, b: Box): number =>
  a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1]
    ? 0
    : (Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * (Math.min(a[3], b[3]) - Math.max(a[1], b[1]));

/** Whether a line between two places leads through a box. */
const passes = ([fromX, fromY]: Point, [toX, toY]: Point, box: Box): boolean =>
  SAMPLES.some((share) => {
    const x = fromX + share * (toX - fromX);
    const y = fromY + share * (toY - fromY);
    return x > box[0] && x < box[2] && y > box[1] && y < box[3];
  });

/** On which side of a line a place is. */
const sideOf = ([fromX, fromY]: Point, [toX, toY]: Point, [x, y]: Point): boolean =>
  (toX - fromX) * (y - fromY) > (toY - fromY) * (x - fromX);

/** Whether two lines cross each other. */
const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  sideOf(a, b, c) !== sideOf(a, b, d) && sideOf(c, d, a) !== sideOf(c, d, b);

const within = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value));

/**
 * Where names stand so that they cover as little as they can, and the nearest of such places: each as a box, and the place
 * in it that is nearest to what it belongs to.
 * @param line how high a name is, in one unit with all else
 * @param others what should not be covered
 * @param room what the picture shows
 */
export function namesClear(
  names: readonly NamedPlace[],
  line: number,
  others: readonly Box[],
  room: Box,
): Pick<Spot, 'box' | 'end'>[] {
  const places = names.map(({ at: [x, y] }): Box => {
    const around = 0.3 * line;
    return [x - around, y - around, x + around, y + around];
  });
  const spots = names.map(({ at, at: [x, y], width }, i) =>
    STEPS.flatMap((away) =>
      DIRECTIONS.map(([right, up]): Spot => {
        const reach = (0.3 + away) * line;
        const left = x + right * (reach + width / 2) - width / 2;
        const low = y + up * (reach + line / 2) - line / 2;
        const box: Box = [left, low, left + width, low + line];
        const end = [within(x, left, left + width), within(y, low, low + line)] as const;
        const covered = others.reduce((sum, other) => sum + overlap(box, other), 0);
        const over = places.filter((place, j) => j !== i && passes(at, end, place)).length;
        const isOutside = box[0] < room[0] || box[1] < room[1] || box[2] > room[2] || box[3] > room[3];
        const cost = COST.away * away + COST.over * over + (COST.other * covered) / line ** 2;
        return { box, end, cost: isOutside ? cost + COST.outside : cost };
      }),
    ),
  );
  const chosen: Spot[] = [];
  /** What a spot costs among the others that are chosen. */
  const costOf = ({ box, end, cost }: Spot, i: number) => {
    const from = names[i]?.at ?? [0, 0];
    return chosen.reduce((sum, other, j) => {
      if (i === j) return sum;
      const otherFrom = names[j]?.at ?? from;
      const isCrossed =
        passes(from, end, other.box) ||
        passes(otherFrom, other.end, box) ||
        cross(from, end, otherFrom, other.end);
      return sum + (COST.name * overlap(box, other.box)) / line ** 2 + (isCrossed ? COST.through : 0);
    }, cost);
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, own] of spots.entries()) {
      let least = Infinity;
      for (const spot of own) {
        // The others can only add to what it costs by itself.
        if (spot.cost >= least) continue;
        const cost = costOf(spot, i);
        if (cost >= least) continue;
        least = cost;
        chosen[i] = spot;
      }
    }
  }
  return chosen;
}
