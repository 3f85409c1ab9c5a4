import { pathRound } from 'd3-path';
import type { Frame, Point } from './frame';
import type { Tracer } from './tracer';

/** Pixels of the head at most; a short arrow has a smaller one. */
const HEAD = 11;
const HALF_ANGLE = 0.45;
const [COS, SIN] = [Math.cos(HALF_ANGLE), Math.sin(HALF_ANGLE)];
/** Below this length, in pixels, there is no direction to show. */
const LEAST = 1.5;

/** Traces an arrow's shaft and head; nothing for an arrow without length. */
function traceArrow(pen: Tracer, [ax, ay]: Point, [bx, by]: Point): void {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  if (!(length >= LEAST)) return;
  const head = Math.min(HEAD, length * 0.6) / length;
  const [along, across] = [head * COS, head * SIN];
  pen.moveTo(ax, ay);
  pen.lineTo(bx, by);
  pen.moveTo(bx - along * dx + across * dy, by - along * dy - across * dx);
  pen.lineTo(bx, by);
  pen.lineTo(bx - along * dx - across * dy, by - along * dy + across * dx);
}

/** An arrow as an SVG path; empty for an arrow without length. */
export function arrowPath(from: Point, to: Point): string {
  const path = pathRound(2);
  traceArrow(path, from, to);
  return path.toString();
}

/**
 * Traces many arrows.
 * @param points x₁, y₁, x₂, y₂, … where they begin, in data coordinates
 * @param vectors laid out like the points: how far each goes
 */
export function traceArrows(
  pen: Tracer,
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
