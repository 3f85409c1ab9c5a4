import type { Frame, Point } from './frame';

const hundredths = (pixels: number) => Math.round(100 * pixels) / 100;

/** Places in pixels as what `points` of an SVG polyline or polygon takes. */
export const pointList = (places: readonly Point[]): string =>
  places.map(([x, y]) => `${hundredths(x)},${hundredths(y)}`).join(' ');

/**
 * A line through points in data coordinates, as the `points` of one SVG polyline for each of its pieces: a point without
 * a place interrupts it. A browser restyles a path whenever its `d` changes, and a polyline not.
 */
export function polylines({ toX, toY }: Frame, points: readonly Point[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [x, y] of points) {
    if (Number.isFinite(x) && Number.isFinite(y)) {
      line += `${line && ' '}${hundredths(toX(x))},${hundredths(toY(y))}`;
    } else if (line) {
      lines.push(line);
      line = '';
    }
  }
  if (line) lines.push(line);
  return lines;
}

/** Polylines as one SVG path. */
export const pathOf = (lines: readonly string[]): string => lines.map((points) => `M${points}`).join('');
