import type { Frame } from './frame';
import { tenths } from './tenths';
import type { Tracer } from './tracer';

/** Outlines of the five class shapes around the origin, one pixel in radius: a class is told by shape as well as colour. */
const UNIT_SHAPES: readonly (readonly (readonly [number, number])[])[] = [
  Array.from({ length: 10 }, (_, i) => [Math.cos((i * Math.PI) / 5), Math.sin((i * Math.PI) / 5)] as const),
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.2],
    [1.1, 0.8],
    [-1.1, 0.8],
  ],
  [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
  [
    [-0.35, -1.1],
    [0.35, -1.1],
    [0.35, -0.35],
    [1.1, -0.35],
    [1.1, 0.35],
    [0.35, 0.35],
    [0.35, 1.1],
    [-0.35, 1.1],
    [-0.35, 0.35],
    [-1.1, 0.35],
    [-1.1, -0.35],
    [-0.35, -0.35],
  ],
];

export const SHAPE_NAMES = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;

/** Traces the outline of a class's shape at a place, in pixels. */
export function traceShape(pen: Tracer, label: number, px: number, py: number, radius: number): void {
  (UNIT_SHAPES[label % UNIT_SHAPES.length] ?? []).forEach(([x, y], corner) => {
    if (corner === 0) pen.moveTo(px + radius * x, py + radius * y);
    else pen.lineTo(px + radius * x, py + radius * y);
  });
  pen.closePath();
}

/** A class's shape as a path from a corner on, which is the same wherever it stands, and where that corner is. */
function outlineOf(label: number, radius: number): { corner: readonly [number, number]; rest: string } {
  const corners = (UNIT_SHAPES[label % UNIT_SHAPES.length] ?? []).map(
    ([x, y]) => [radius * x, radius * y] as const,
  );
  const written = (value: number) => String(Math.round(100 * value) / 100);
  let [fromX, fromY] = corners[0] ?? [0, 0];
  let rest = '';
  for (const [x, y] of corners.slice(1)) {
    rest += `l${written(x - fromX)} ${written(y - fromY)}`;
    [fromX, fromY] = [x, y];
  }
  return { corner: corners[0] ?? [0, 0], rest: `${rest}z` };
}

/**
 * Points as the shapes of their classes, an SVG path for each class.
 * @param points x₁, y₁, x₂, y₂, … in data coordinates
 * @param labels the class of each, from 0
 */
export function dotsPaths(
  { toX, toY }: Frame,
  points: ArrayLike<number>,
  labels: ArrayLike<number>,
  radius: number,
): string[] {
  const paths: string[] = [];
  const outlines: ReturnType<typeof outlineOf>[] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    const { corner, rest } = (outlines[label] ??= outlineOf(label, radius));
    const x = tenths(toX(points[2 * i] ?? 0) + corner[0]);
    const y = tenths(toY(points[2 * i + 1] ?? 0) + corner[1]);
    paths[label] = `${paths[label] ?? ''}M${x} ${y}${rest}`;
  }
  return Array.from(paths, (path?: string) => path ?? '');
}
