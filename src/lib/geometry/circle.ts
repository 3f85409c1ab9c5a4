import type { Point } from './frame';
import { keyNumber, type Key } from './movable';

/** Angles are in degrees, counter-clockwise from the first axis, from −180 to 180. */
const RADIANS = Math.PI / 180;

/** The place at an angle on the circle of radius r around the origin. */
export function onCircle(degrees: number, r = 1): Point {
  return [r * Math.cos(degrees * RADIANS), r * Math.sin(degrees * RADIANS)];
}

/** The angle of a place; 0 for the origin. */
export function degreesOf([x, y]: Point): number {
  return Math.atan2(y, x) / RADIANS;
}

/** The same angle in (−180, 180]. */
export function wrapDegrees(degrees: number): number {
  const rest = degrees - 360 * Math.ceil((degrees - 180) / 360);
  return rest === -180 ? 180 : rest;
}

/** The arc from one angle to another, the way that the numbers go, with a point at least every 3 degrees. */
export function arcPoints(from: number, to: number, r = 1): Point[] {
  const count = Math.max(2, Math.ceil(Math.abs(to - from) / 3));
  return Array.from({ length: count + 1 }, (_, i) => onCircle(from + ((to - from) * i) / count, r));
}

const TURNS = { plain: 2, fine: 1, coarse: 10 };

/** Where a key turns an angle: 2 degrees, with Shift 10, with Alt 1; `null` for a key that does not turn it. */
export function keyTurn(key: Key, degrees: number): number | null {
  const next = keyNumber(key, degrees, [-180, 180], TURNS);
  return next === null || next === -180 ? next : wrapDegrees(next);
}
