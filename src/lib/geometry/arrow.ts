import { pathRound } from 'd3-path';
import type { Frame, Point } from './frame';
import { pointList } from './polyline';

/** What lines are drawn with: a path of an SVG or of a canvas. */
type Pen = Pick<CanvasPath, 'moveTo' | 'lineTo'>;

/** Pixels of the head at most; a short arrow has a smaller one. */
const HEAD = 11;
const HALF_ANGLE = 0.45;
const [COS, SIN] = [Math.cos(HALF_ANGLE), Math.sin(HALF_ANGLE)];
/** Below this length, in pixels, there is no direction to show. */
const LEAST = 1.5;

/** The two ends of an arrow's head; none for an arrow without length. */
function headOf([ax, ay]: Point, [bx, by]: Point): [Point, Point] | undefined {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  if (!(length >= LEAST)) return undefined;
  const head = Math.min(HEAD, length * 0.6) / length;
  const [along, across] = [head * COS, head * SIN];
  return [
    [bx - along * dx + across * dy, by - along * dy - across * dx],
    [bx - along * dx - across * dy, by - along * dy + across * dx],
  ];
}

/** An arrow as the `points` of an SVG polyline, which goes to the tip three times; empty for an arrow without length. */
export function arrowPoints(from: Point, to: Point): string {
  const head = headOf(from, to);
  return head ? pointList([from, to, head[0], to, head[1]]) : '';
}

/** Traces an arrow's shaft and head; nothing for an arrow without length. */
function traceArrow(pen: Pen, from: Point, to: Point): void {
  const head = headOf(from, to);
  if (!head) return;
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.moveTo(...head[0]);
  pen.lineTo(...to);
  pen.lineTo(...head[1]);
}

/**
 * Traces many arrows.
 * @param points x₁, y₁, x₂, y₂, … where they begin, in data coordinates
 * @param vectors laid out like the points: how far each goes
 */
export function traceArrows(
  pen: Pen,
  { toX, toY }: Frame,
  points: ArrayLike<number>,
  vectors: ArrayLike<number>,
): void {
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i] as number, points[i + 1] as number];
    const [dx, dy] = [vectors[i] as number, vectors[i + 1] as number];
    traceArrow(pen, [toX(x), toY(y)], [toX(x + dx), toY(y + dy)]);
  }
}

/** Many arrows as one SVG path. */
export function arrowsPath(frame: Frame, points: ArrayLike<number>, vectors: ArrayLike<number>): string {
  const path = pathRound(1);
  traceArrows(path, frame, points, vectors);
  return path.toString();
}
