import type { RowsLike } from './declare';
import { requireWhole } from './require';
import { rowAt } from './rows';

/** The arrays of numbers that a part can be viewed of without a copy. */
export type TypedArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray;

/**
 * The rows of a flat array, embedding after embedding, as every loss takes them. They are views: nothing is copied, and
 * what is written into the flat array is seen in its rows.
 *
 * @param x n·d numbers
 * @param d dimension, a whole number ≥ 1
 * @throws RangeError naming the argument, and what is allowed
 * @example supCon(rowsOf(Float32Array.of(1, 0, 0, 1), 2), [0, 0])
 */
export function rowsOf<A extends TypedArray>(x: A, d: number): A[] {
  requireWhole('d', d);
  if (x.length % d !== 0)
    throw new RangeError(`x has ${x.length} numbers; a multiple of d = ${d} is allowed`);
  return Array.from({ length: x.length / d }, (_, i) => x.subarray(i * d, (i + 1) * d) as A);
}

/**
 * Writes rows, such as a gradient, one after the other into a flat array.
 *
 * @param out n·d numbers; a new array unless given
 * @returns out
 * @throws RangeError unless out has room for just these rows
 */
export function flatten<A extends Float64Array | Float32Array>(rows: RowsLike, out: A): A;
export function flatten(rows: RowsLike): Float64Array;
export function flatten(rows: RowsLike, out?: Float64Array | Float32Array): Float64Array | Float32Array {
  const d = rows.length > 0 ? rowAt(rows, 0).length : 0;
  const flat = out ?? new Float64Array(rows.length * d);
  if (flat.length !== rows.length * d) {
    throw new RangeError(
      `out has ${flat.length} numbers; ${rows.length * d} are needed, as many as rows has`,
    );
  }
  rows.forEach((row, i) => flat.set(row, i * d));
  return flat;
}
