import type { Point } from './frame';

/** Where a name stands beside its place. */
export type Side = 'left' | 'right';

/**
 * The side on which a name above a place is clear of the line through it: left where the line rises to the right. A name
 * below it is clear on the other side.
 */
export function nameSide(from: Point, to: Point): Side {
  return (to[0] - from[0]) * (to[1] - from[1]) > 0 ? 'left' : 'right';
}

/** The sides for both ends of a line; for ends closer than `close`, whose names would meet, the outer ones. */
export function nameSides(from: Point, to: Point, close: number): [Side, Side] {
  if (Math.hypot(to[0] - from[0], to[1] - from[1]) < close)
    return from[0] <= to[0] ? ['left', 'right'] : ['right', 'left'];
  const side = nameSide(from, to);
  return [side, side];
}
