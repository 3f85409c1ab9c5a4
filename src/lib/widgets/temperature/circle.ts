import type { Vec2 } from '../../state/parameters';

/** The place of an angle on the unit circle: degrees from the anchor, which is at the top, clockwise. */
export function placeOf(degrees: number): Vec2 {
  const radians = (degrees * Math.PI) / 180;
  return [Math.sin(radians), Math.cos(radians)];
}

const wrapped = (degrees: number) => degrees - 360 * Math.round(degrees / 360);

/**
 * The angle to which a point of the circle goes when it is moved to a place: the direction of that place, or, where the
 * move was straight towards or away from the middle, as a key's may be, along the circle by as much.
 */
export function turned(degrees: number, [x, y]: Vec2): number {
  const from = placeOf(degrees);
  const direction = Math.hypot(x, y) > 1e-9 ? (Math.atan2(x, y) * 180) / Math.PI : degrees;
  if (Math.abs(wrapped(direction - degrees)) > 1e-6) return wrapped(direction);
  const way = x - from[0] + (y - from[1]);
  return wrapped(degrees + (way * 180) / Math.PI);
}
