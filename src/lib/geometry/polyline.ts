import { line } from 'd3-shape';
import type { Frame, Point } from './frame';
import { round1Text } from './round1';
import { simplify } from './simplify';

/** Pixels from which on nobody sees how far out a place is. A browser reads no number above some 10³⁸. */
const FAR = 1e5;

const bounded = (pixels: number) => Math.min(FAR, Math.max(-FAR, pixels));

/** Places in pixels as what `points` of an SVG polyline or polygon takes. */
export function pointList(places: readonly Point[]): string {
  let list = '';
  for (const place of places) {
    list += `${list === '' ? '' : ' '}${round1Text(bounded(place[0]))},${round1Text(bounded(place[1]))}`;
  }
  return list;
}

/** Collects the places of a line's pieces, where d3 would write a path. */
class Pieces {
  readonly all: Point[][] = [];

  moveTo(x: number, y: number): void {
    this.all.push([[x, y]]);
  }

  lineTo(x: number, y: number): void {
    this.all.at(-1)?.push([x, y]);
  }

  closePath(): void {
    // A place alone, which d3 would draw as a dot.
  }
}

/**
 * A line through points in data coordinates, as the `points` of one SVG polyline for each of its pieces: a point without
 * a place interrupts it, and a place alone is no line. A browser restyles a path whenever its `d` changes, and a polyline not.
 */
export function polylines({ toX, toY }: Frame, points: readonly Point[]): string[] {
  const pieces = new Pieces();
  line<Point>()
    .defined(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
    .x(([x]) => toX(x))
    .y(([, y]) => toY(y))
    .context(pieces as unknown as CanvasRenderingContext2D)(points as Point[]);
  return pieces.all.filter(({ length }) => length > 1).map((piece) => pointList(simplify(piece)));
}

/** Polylines as one SVG path. */
export const pathOf = (lines: readonly string[]): string => lines.map((points) => `M${points}`).join('');
