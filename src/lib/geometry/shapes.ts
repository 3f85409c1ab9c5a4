import {
  symbolCircle,
  symbolCross,
  symbolDiamond2,
  symbolSquare,
  symbolTriangle,
  type SymbolType,
} from 'd3-shape';
import type { Frame, Point } from './frame';
import { round1 } from './round1';

/** A class is told by its shape as well as by its colour. */
const SYMBOLS: readonly SymbolType[] = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond2,
  symbolCross,
];

export const SHAPE_NAMES = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;

const symbolOf = (label: number) => SYMBOLS[label % SYMBOLS.length] as SymbolType;
/** The area of a shape is that of a circle of the radius. */
const areaOf = (radius: number) => Math.PI * radius * radius;

/** Draws the outline of a class's shape around the origin of a canvas. */
export function drawShape(context: CanvasPath, label: number, radius: number): void {
  symbolOf(label).draw(context as CanvasRenderingContext2D, areaOf(radius));
}

const written = (value: number) => String(Math.round(100 * value) / 100);

/** Writes an outline step by step from a corner on, so that it is the same wherever it stands. */
class OutlinePen {
  corner: Point = [0, 0];
  steps = '';
  #at: Point = [0, 0];

  moveTo(x: number, y: number): void {
    this.corner = this.#at = [x, y];
  }

  lineTo(x: number, y: number): void {
    this.steps += `l${written(x - this.#at[0])} ${written(y - this.#at[1])}`;
    this.#at = [x, y];
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.steps += `h${written(width)}v${written(height)}h${written(-width)}z`;
  }

  /** A whole circle, from its right: no symbol has another arc. */
  arc(_x: number, _y: number, r: number): void {
    const half = (to: number) => `a${written(r)} ${written(r)} 0 1 1 ${written(to)} 0`;
    this.steps += `${half(-2 * r)}${half(2 * r)}z`;
  }

  closePath(): void {
    this.steps += 'z';
  }
}

function outlineOf(label: number, radius: number): OutlinePen {
  const pen = new OutlinePen();
  symbolOf(label).draw(pen as unknown as CanvasRenderingContext2D, areaOf(radius));
  return pen;
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
  const outlines: OutlinePen[] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    const { corner, steps } = (outlines[label] ??= outlineOf(label, radius));
    const x = round1(toX(points[2 * i] ?? 0) + corner[0]);
    const y = round1(toY(points[2 * i + 1] ?? 0) + corner[1]);
    paths[label] = `${paths[label] ?? ''}M${x} ${y}${steps}`;
  }
  return Array.from(paths, (path?: string) => path ?? '');
}
