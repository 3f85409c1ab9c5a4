import type { Frame } from './frame';

/** Pixels along a side of a cell. */
const CELL = 24;

/**
 * The part of a picture that is near one of many points, as an SVG path: the cells of a coarse grid that a point lies in,
 * and those around them. It seldom changes while the points move.
 * @param points x₁, y₁, x₂, y₂, … in data coordinates
 */
export function nearPath({ width, height, toX, toY }: Frame, points: ArrayLike<number>): string {
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  const near = new Uint8Array(columns * rows);
  for (let i = 0; i + 1 < points.length; i += 2) {
    const column = Math.floor(toX(points[i] as number) / CELL);
    const row = Math.floor(toY(points[i + 1] as number) / CELL);
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      near.fill(1, r * columns + Math.max(0, column - 1), r * columns + Math.min(columns, column + 2));
    }
  }
  let d = '';
  for (let row = 0; row < rows; row++) {
    let from = 0;
    for (let column = 0; column <= columns; column++) {
      if (column < columns && near[row * columns + column] === 1) continue;
      if (column > from) d += `M${from * CELL} ${row * CELL}H${column * CELL}v${CELL}H${from * CELL}Z`;
      from = column + 1;
    }
  }
  return d;
}
