import type { BatchLoss, InputKind, RowsLike, Numbers } from './declare';
import { reduce, type Reducer } from './reducers';
import { addScaled, requireRows, requireShape, rowAt, scaled, zerosLike } from './rows';

/** The loss of a triplet, unreduced, with the gradient for each of its embeddings. */
export interface TripletTerms {
  loss: number;
  gradient: { a: number[]; p: number[]; n: number[] };
}

/** The loss of an anchor a, an embedding p of its class and an embedding n of another class. */
export type TripletFunction = (a: Numbers, p: Numbers, n: Numbers) => TripletTerms;

/** The rows of a batch that make a triplet: the anchor, one of its class and one of another class. */
export type Triplet = readonly [a: number, p: number, n: number];

/** The inputs of a loss over given triplets. */
export const TRIPLET_INPUTS = {
  a: { kind: 'rows', count: 'B', dimension: 'd', about: 'anchors' },
  p: { kind: 'rows', count: 'B', dimension: 'd', about: 'positives: embeddings of the class of the anchor' },
  n: { kind: 'rows', count: 'B', dimension: 'd', about: 'negatives: embeddings of another class' },
} as const satisfies Record<string, InputKind>;

/**
 * A loss of triplets over given ones: row i of a with row i of p and row i of n. One item a triplet.
 *
 * @param a B rows of d finite numbers
 * @param p B rows of d finite numbers
 * @param n B rows of d finite numbers
 * @throws RangeError naming the argument
 */
export function overTriplets(
  tripletLoss: TripletFunction,
  a: RowsLike,
  p: RowsLike,
  n: RowsLike,
  reducer: Reducer,
): BatchLoss<{ a: number[][]; p: number[][]; n: number[][] }> {
  requireRows('a', a);
  const shape = { count: a.length, dimension: rowAt(a, 0).length };
  requireShape('p', p, shape);
  requireShape('n', n, shape);
  const terms = a.map((row, i) => tripletLoss(row, rowAt(p, i), rowAt(n, i)));
  const items = terms.map((term) => term.loss);
  const { loss, factor } = reduce(items, reducer);
  const gradient = (part: 'a' | 'p' | 'n') =>
    scaled(
      terms.map((term) => term.gradient[part]),
      factor,
    );
  return { loss, items, gradient: { a: gradient('a'), p: gradient('p'), n: gradient('n') } };
}

/**
 * A loss of triplets over chosen triplets of one batch. One item a triplet; without any, the loss is 0.
 *
 * @param x N rows of d finite numbers
 * @param triplets rows of x, each a whole number from 0 to N − 1
 * @throws RangeError naming the argument
 */
export function overIndexTriplets(
  tripletLoss: TripletFunction,
  x: RowsLike,
  triplets: readonly Triplet[],
  reducer: Reducer,
): BatchLoss<{ x: number[][] }> {
  requireRows('x', x);
  requireTriplets('triplets', triplets, x.length);
  const sum = zerosLike(x);
  const items = triplets.map(([a, p, n]) => {
    const { loss, gradient } = tripletLoss(rowAt(x, a), rowAt(x, p), rowAt(x, n));
    addScaled(rowAt(sum, a), gradient.a, 1);
    addScaled(rowAt(sum, p), gradient.p, 1);
    addScaled(rowAt(sum, n), gradient.n, 1);
    return loss;
  });
  const { loss, factor } = reduce(items, reducer);
  return { loss, items, gradient: { x: scaled(sum, factor) } };
}

/** @throws RangeError unless every index is one of `count` rows */
export function requireTriplets(name: string, triplets: readonly Triplet[], count: number): void {
  triplets.forEach((triplet, i) => {
    for (const row of triplet) {
      if (!(Number.isInteger(row) && row >= 0 && row < count)) {
        throw new RangeError(
          `${name}[${i}] has the row ${row}; a whole number from 0 to ${count - 1} is allowed`,
        );
      }
    }
  });
}
