import type { Point } from './frame';

/** Pixels of the head at most; a short arrow has a smaller one. */
const HEAD = 11;
const HALF_ANGLE = 0.45;
/** Below this length, in pixels, there is no direction to show. */
const LEAST = 1.5;

/** An arrow's shaft and head as an SVG path, in pixels; empty for an arrow without length. */
export function arrowPath(from: Point, to: Point): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (!(length >= LEAST)) return '';
  const head = Math.min(HEAD, length * 0.6);
  const angle = Math.atan2(dy, dx);
  const barb = (side: number) => {
    const a = angle + side * HALF_ANGLE;
    return `${(to[0] - head * Math.cos(a)).toFixed(2)} ${(to[1] - head * Math.sin(a)).toFixed(2)}`;
  };
  const tip = `${to[0].toFixed(2)} ${to[1].toFixed(2)}`;
  return `M${from[0].toFixed(2)} ${from[1].toFixed(2)}L${tip}M${barb(1)}L${tip}L${barb(-1)}`;
}
