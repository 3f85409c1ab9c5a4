import type { BatchLoss, InputKind, RowsLike, Numbers } from './declare';
import type { PairTerms } from './pair';
import { reduce, type Reducer } from './reducers';
import { requireFinite } from './require';
import { addScaled, requireRows, requireShape, rowAt, scaled, zerosLike } from './rows';

/** The loss of a pair of embeddings with its label. */
export type PairLoss = (x1: Numbers, x2: Numbers, label: number) => PairTerms;

/** The inputs of a loss over given pairs, in Hadsell's labels. */
export const PAIR_INPUTS = {
  x1: { kind: 'rows', count: 'B', dimension: 'd', about: 'first embeddings' },
  x2: { kind: 'rows', count: 'B', dimension: 'd', about: 'second embeddings' },
  y: { kind: 'sides', count: 'B', sides: [0, 1], about: '0 for a similar pair, 1 for a dissimilar one' },
} as const satisfies Record<string, InputKind>;

/**
 * @throws RangeError unless x1 and x2 are rows of one shape, with a finite label for each pair
 * @internal
 */
export function requirePairs(x1: RowsLike, x2: RowsLike, labels: Numbers): void {
  requireRows('x1', x1);
  requireShape('x2', x2, { count: x1.length, dimension: rowAt(x1, 0).length });
  requireFinite('y', labels);
  if (labels.length !== x1.length) {
    throw new RangeError(`y has ${labels.length} entries; ${x1.length} are needed, one a pair`);
  }
}

/**
 * A loss of pairs over given pairs: row i of x1 with row i of x2 under label i. One item a pair.
 *
 * @param x1 B rows of d finite numbers
 * @param x2 B rows of d finite numbers
 * @param labels B labels, in the convention of the loss
 * @throws RangeError naming the argument
 */
export function overPairs(
  pairLoss: PairLoss,
  x1: RowsLike,
  x2: RowsLike,
  labels: Numbers,
  reducer: Reducer,
): BatchLoss<{ x1: number[][]; x2: number[][] }> {
  requirePairs(x1, x2, labels);
  const terms = x1.map((row, i) => pairLoss(row, rowAt(x2, i), rowAt(labels, i)));
  const items = terms.map((term) => term.loss);
  const { loss, factor } = reduce(items, reducer);
  return {
    loss,
    items,
    gradient: {
      x1: scaled(
        terms.map((term) => term.gradient.x1),
        factor,
      ),
      x2: scaled(
        terms.map((term) => term.gradient.x2),
        factor,
      ),
    },
  };
}

/** Every unordered pair of n rows, i < j, in the order of i and then of j. */
export function* unorderedPairs(n: number): Generator<[number, number]> {
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) yield [i, j];
}

/**
 * A loss of pairs over all n(n−1)/2 unordered pairs of labelled rows, two rows of one class being similar.
 * One item a pair, in the order of {@link unorderedPairs}. The label that the loss gets is 0 for similar and 1 for not.
 *
 * @throws RangeError naming the argument
 */
export function overAllPairs(
  pairLoss: PairLoss,
  x: RowsLike,
  labels: Numbers,
  reducer: Reducer,
): BatchLoss<{ x: number[][] }> {
  requireRows('x', x);
  const sum = zerosLike(x);
  const items: number[] = [];
  for (const [i, j] of unorderedPairs(x.length)) {
    const { loss, gradient } = pairLoss(rowAt(x, i), rowAt(x, j), labels[i] === labels[j] ? 0 : 1);
    items.push(loss);
    addScaled(rowAt(sum, i), gradient.x1, 1);
    addScaled(rowAt(sum, j), gradient.x2, 1);
  }
  const { loss, factor } = reduce(items, reducer);
  return { loss, items, gradient: { x: scaled(sum, factor) } };
}
