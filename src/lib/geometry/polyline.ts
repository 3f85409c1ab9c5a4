import { line } from 'd3-shape';
import type { Frame, Point } from './frame';

/** Points in data coordinates as an SVG path; a point without a place interrupts it. */
export function polyline(frame: Frame, points: readonly Point[]): string {
  const path = line<Point>()
    .x(([x]) => frame.toX(x))
    .y(([, y]) => frame.toY(y))
    .defined(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
    .digits(2);
  return path(points) ?? '';
}
