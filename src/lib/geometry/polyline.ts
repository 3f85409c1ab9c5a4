import type { Frame, Point } from './frame';
import { simplify } from './simplify';
import { tenthsText } from './tenths';

/** Pixels from which on nobody sees how far out a place is. A browser reads no number above some 10³⁸. */
const FAR = 1e5;

const bounded = (pixels: number) => Math.min(FAR, Math.max(-FAR, pixels));

/** Places in pixels as what `points` of an SVG polyline or polygon takes. */
export function pointList(places: readonly Point[]): string {
  let list = '';
  for (const place of places) {
    list += `${list === '' ? '' : ' '}${tenthsText(bounded(place[0]))},${tenthsText(bounded(place[1]))}`;
  }
  return list;
}

/**
 * A line through points in data coordinates, as the `points` of one SVG polyline for each of its pieces: a point without
 * a place interrupts it, and a place alone is no line. A browser restyles a path whenever its `d` changes, and a polyline not.
 */
export function polylines({ toX, toY }: Frame, points: readonly Point[]): string[] {
  const lines: Point[][] = [];
  let line: Point[] = [];
  for (const point of points) {
    if (Number.isFinite(point[0]) && Number.isFinite(point[1])) {
      if (line.length === 0) lines.push(line);
      line.push([toX(point[0]), toY(point[1])]);
    } else line = [];
  }
  return lines.filter(({ length }) => length > 1).map((line) => pointList(simplify(line)));
}

/** Polylines as one SVG path. */
export const pathOf = (lines: readonly string[]): string => lines.map((points) => `M${points}`).join('');
