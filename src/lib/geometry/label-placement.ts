import type { Point } from './frame';

/** Where a name stands beside its place. */
export type Side = 'left' | 'right';

/** A line that rises to the right by less passes under a name above its end, and one that rises by more beside it. */
const CROSSES = { from: 0.3, to: 2 };

/**
 * The side on which a name above a place is clear of the line through it: left where the line would cross what stands on
 * the right. A name below it is clear on the other side. Near a level and an upright line the side does not change, so
 * that the name of a point drawn along one does not flicker.
 */
export function labelSide(from: Point, to: Point): Side {
  const slope = (to[1] - from[1]) / (to[0] - from[0]);
  return slope > CROSSES.from && slope < CROSSES.to ? 'left' : 'right';
}

/** The share of a picture's width from which on a name to the right would leave the picture. */
const EDGE = 0.92;

/** The side that is wished for, or the one that is in the picture. */
export const sideInside = (side: Side, px: number, width: number): Side =>
  px > EDGE * width ? 'left' : side;

/** The sides for both ends of a line; for ends closer than `close`, whose names would meet, the outer ones. */
export function labelSides(from: Point, to: Point, close: number): [Side, Side] {
  if (Math.hypot(to[0] - from[0], to[1] - from[1]) < close)
    return from[0] <= to[0] ? ['left', 'right'] : ['right', 'left'];
  const side = labelSide(from, to);
  return [side, side];
}
