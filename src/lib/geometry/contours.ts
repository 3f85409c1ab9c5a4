import { minIndex, ticks } from 'd3-array';
import { contours } from 'd3-contour';
import { onCircle } from './circle';
import type { Point } from './frame';

/** A quantity over a part of the plane, by its values in the middle of the cells of a grid. */
export interface Field {
  columns: number;
  rows: number;
  /** Cells along each border that lie beyond what is shown. */
  edge: number;
  /** Row by row. */
  values: Float64Array;
  /** The place of the plane at grid coordinates, in which the middle of the first cell is (½, ½). */
  place(u: number, v: number): Point;
}

/** About how many cells a field of the plane has. */
const CELLS = 2500;

/**
 * Samples a quantity over a rectangle and one cell beyond it on each side, so that no line of equal value ends, or is
 * closed along the border, where it can be seen.
 * @param valueAt finite, whatever the place
 */
export function planeField(
  { x, y }: { x: Point; y: Point },
  valueAt: (x: number, y: number) => number,
  cells = CELLS,
): Field {
  const [width, height] = [x[1] - x[0], y[1] - y[0]];
  const side = Math.sqrt((width * height) / cells);
  const [columns, rows] = [Math.round(width / side) + 2, Math.round(height / side) + 2];
  const [du, dv] = [width / (columns - 2), height / (rows - 2)];
  const values = new Float64Array(columns * rows);
  for (let row = 0, k = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, k++) {
      values[k] = valueAt(x[0] + (column - 0.5) * du, y[0] + (row - 0.5) * dv);
    }
  }
  return { columns, rows, edge: 1, values, place: (u, v) => [x[0] + (u - 1) * du, y[0] + (v - 1) * dv] };
}

/** Degrees from one sample of a field of directions to the next. */
const TURN = 1;

/**
 * A quantity that depends on the direction from the origin alone, out to a radius. Its lines are rays.
 * @param valueAt finite, at any angle in degrees
 */
export function directionField(radius: number, valueAt: (degrees: number) => number): Field {
  const columns = 360 / TURN + 1;
  const around = Array.from({ length: columns - 1 }, (_, i) => valueAt(i * TURN));
  // The grid is cut open at the lowest value, which no line encloses.
  const seam = minIndex(around);
  const rows = 3;
  const values = Float64Array.from(
    { length: rows * columns },
    (_, k) => around[(seam + (k % columns)) % around.length] as number,
  );
  return {
    columns,
    rows,
    edge: 0,
    values,
    place: (u, v) => onCircle((seam + u - 0.5) * TURN, (radius * v) / rows),
  };
}

/** Where a quantity is what it is. */
export interface Spot {
  at: Point;
  value: number;
}

/** A field with what is said of it: its extremes among the cells, and the values that lines are drawn for. */
export interface Landscape {
  field: Field;
  levels: readonly number[];
  lowest: Spot;
  highest: Spot;
  /** The share of the cells in which the value is zero. */
  free: number;
}

/** About how many lines there are. */
const LINES = 12;

/**
 * Values between the lowest and the highest: powers of evenly spaced round numbers, so that they stay what they are while
 * the landscape bends. Power 1 suits a slope, 2 a bowl that is flat at its bottom, 4 hollows in the middle of a wide bowl.
 */
export function levelsOf([low, high]: readonly [number, number], power: number): number[] {
  return ticks(low ** (1 / power), high ** (1 / power), LINES)
    .map((root) => Number((root ** power).toPrecision(12)))
    .filter((level) => level > low && level <= high);
}

/**
 * The landscape of a field. What lies below zero is zero: a loss that a hinge shuts off may go on falling beyond the kink,
 * so that the lines before it run smoothly.
 * @param power see {@link levelsOf}
 */
export function landscapeOf(field: Field, power = 2): Landscape {
  const { columns, rows, edge, values, place } = field;
  let [low, high, free] = [edge * columns + edge, edge * columns + edge, 0];
  for (let row = edge; row < rows - edge; row++) {
    for (let k = row * columns + edge; k < (row + 1) * columns - edge; k++) {
      const value = values[k] as number;
      if (value < (values[low] as number)) low = k;
      if (value > (values[high] as number)) high = k;
      if (value <= 0) free++;
    }
  }
  const spot = (k: number): Spot => ({
    at: place((k % columns) + 0.5, Math.floor(k / columns) + 0.5),
    value: Math.max(0, values[k] ?? 0),
  });
  const [lowest, highest] = [spot(low), spot(high)];
  return {
    field,
    levels: levelsOf([lowest.value, highest.value], power),
    lowest,
    highest,
    free: free / ((columns - 2 * edge) * (rows - 2 * edge)),
  };
}

/** Where a field is at least as high as a level: outlines and holes, each closed, in coordinates of the plane. */
export interface Contour {
  level: number;
  rings: readonly (readonly Point[])[];
}

/** The lines of equal value, by marching squares with linear interpolation between the cells. */
export function contoursOf({ field, levels }: Landscape): Contour[] {
  const { columns, rows, values, place } = field;
  const trace = contours().size([columns, rows]);
  return levels.map((level) => ({
    level,
    rings: trace
      .contour(values as unknown as number[], level)
      .coordinates.flatMap((polygon) =>
        polygon.map((ring) => ring.map(([u, v]) => place(u as number, v as number))),
      ),
  }));
}

/**
 * The way of steepest descent from a place, until the slope is all but level or the step can no longer lower the value.
 * @param slopeAt value and gradient at a place
 * @param step how far one step goes, in units of the plane
 */
export function descentPath(
  from: Point,
  slopeAt: (at: Point) => { value: number; gradient: Point },
  { step, most, inside }: { step: number; most: number; inside: (at: Point) => Point },
): Point[] {
  const LEVEL = 1e-3;
  const FINEST = step / 64;
  const path = [from];
  let [at, now, length] = [from, slopeAt(from), step];
  while (path.length < most && length >= FINEST) {
    const [gx, gy] = now.gradient;
    const slope = Math.hypot(gx, gy);
    if (slope < LEVEL) break;
    const next = inside([at[0] - (length * gx) / slope, at[1] - (length * gy) / slope]);
    const there = slopeAt(next);
    if (there.value < now.value) {
      path.push(next);
      [at, now, length] = [next, there, Math.min(step, 2 * length)];
    } else length /= 2;
  }
  return path;
}
