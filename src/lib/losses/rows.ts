import type { Rows, Numbers, RowsLike } from './declare';
import { requireFinite } from './require';

/** Zeros in the shape of the rows: where a gradient is summed up. */
export function zerosLike(rows: RowsLike): number[][] {
  return rows.map((row) => new Array<number>(row.length).fill(0));
}

/** target ← target + factor · vector, in place. */
export function addScaled(target: number[], vector: ArrayLike<number>, factor: number): void {
  for (let k = 0; k < target.length; k++) {
    target[k] = (target[k] as number) + factor * (vector[k] as number);
  }
}

/** Every number of the rows times the factor, as new rows. */
export function scaled(rows: Rows, factor: number): number[][] {
  return rows.map((row) => row.map((component) => 0 + factor * component));
}

/**
 * The row of an index that is known to exist.
 * @throws RangeError if it does not
 */
export function rowAt<T>(rows: ArrayLike<T>, i: number): T {
  const row = rows[i];
  if (row === undefined) throw new RangeError(`there is no row ${i}; there are ${rows.length}`);
  return row;
}

/** The values in a plain array, as the loops behind want them: themselves where they are in one. */
export function plainArray(values: Numbers): readonly number[] {
  return Array.isArray(values) ? (values as readonly number[]) : Array.from(values);
}

/** @throws RangeError unless the rows are finite numbers, at least one row, all of the same length */
export function requireRows(name: string, rows: RowsLike): void {
  const first = rows[0];
  if (first === undefined) throw new RangeError(`${name} is empty; one row at least is needed`);
  if (first.length === 0) throw new RangeError(`${name}[0] is empty; one component at least is needed`);
  rows.forEach((row, i) => {
    if (typeof row !== 'object') {
      throw new RangeError(`${name}[${i}] is ${row}; an array of numbers is allowed, as rowsOf makes them`);
    }
    if (row.length !== first.length) {
      throw new RangeError(
        `${name}[${i}] has ${row.length} components; ${first.length} are needed, as in ${name}[0]`,
      );
    }
    requireFinite(`${name}[${i}]`, row);
  });
}

/** @throws RangeError unless `rows` is as many as `count`, and as long each as `dimension` where that is given */
export function requireShape(
  name: string,
  rows: RowsLike,
  shape: { count?: number; dimension?: number },
): void {
  requireRows(name, rows);
  const { count = rows.length, dimension = rowAt(rows, 0).length } = shape;
  if (rows.length !== count) throw new RangeError(`${name} has ${rows.length} rows; ${count} are needed`);
  if (rowAt(rows, 0).length !== dimension) {
    throw new RangeError(`${name} has ${rowAt(rows, 0).length} components a row; ${dimension} are needed`);
  }
}

/**
 * The labels in a plain array.
 * @throws RangeError unless there is a whole label ≥ 0 for each of `count` rows, below `classes` where that is given
 */
export function requireLabels(
  name: string,
  labels: Numbers,
  { count, classes = Infinity }: { count: number; classes?: number },
): readonly number[] {
  if (labels.length !== count) {
    throw new RangeError(`${name} has ${labels.length} entries; ${count} are needed, one a row`);
  }
  const values = plainArray(labels);
  values.forEach((label, i) => {
    if (!(Number.isInteger(label) && label >= 0 && label < classes)) {
      const allowed = classes === Infinity ? 'a whole number ≥ 0' : `a whole number from 0 to ${classes - 1}`;
      throw new RangeError(`${name}[${i}] is ${label}; ${allowed} is allowed`);
    }
  });
  return values;
}
