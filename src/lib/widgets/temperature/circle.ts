import type { Vec2 } from '../../state/parameters';

/** The place of an angle on the unit circle: degrees from the anchor, which is at the top, clockwise. */
export function placeOf(degrees: number): Vec2 {
  const radians = (degrees * Math.PI) / 180;
  return [Math.sin(radians), Math.cos(radians)];
}

/** The angle of a place as it is seen from the middle: `degrees`, where the point is now, for the middle itself. */
export function turned(degrees: number, [x, y]: Vec2): number {
  return Math.hypot(x, y) > 1e-9 ? (Math.atan2(x, y) * 180) / Math.PI : degrees;
}
