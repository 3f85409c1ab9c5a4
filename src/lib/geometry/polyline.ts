import { pathRound } from 'd3-path';
import type { Frame, Point } from './frame';

/** Points in data coordinates as an SVG path; a point without a place interrupts it. */
export function polyline(frame: Frame, points: readonly Point[]): string {
  const path = pathRound(2);
  let drawing = false;
  for (const [x, y] of points) {
    const hasPlace = Number.isFinite(x) && Number.isFinite(y);
    if (hasPlace && drawing) path.lineTo(frame.toX(x), frame.toY(y));
    else if (hasPlace) path.moveTo(frame.toX(x), frame.toY(y));
    drawing = hasPlace;
  }
  return path.toString();
}

/** The corners of a polygon in data coordinates as a closed SVG path; none where there are none. */
export function polygon(frame: Frame, points: readonly Point[]): string {
  const outline = polyline(frame, points);
  return outline === '' ? '' : `${outline}Z`;
}
