import type { BatchLoss, LossParameter, RowsLike, Numbers } from './declare';
import { DISTANCE } from './distance-parameter';
import { euclidean, type Distance } from './distances';
import { partnersOf } from './partners';
import { reduce, REDUCER, type Reducer } from './reducers';
import { requireNonNegative } from './require';
import { rowAt, scaled } from './rows';
import { amongRows, multipleOf } from './similarities';
import { logSumExp, softmax } from './softmax';

export interface LiftedOptions {
  /** The margin m ≥ 0 of dissimilar pairs, a distance; default 1. */
  m?: number;
  /** What is taken off the distance of similar pairs, ≥ 0; default 0, as in the papers. */
  slack?: number;
  /** Default Euclidean. */
  distance?: Distance;
  reducer?: Reducer;
}

/** The parameters of the declared losses that lift. */
export const LIFTED_PARAMETERS = {
  m: { kind: 'number', symbol: 'm', default: 1, min: 0, max: 100, about: 'margin of dissimilar pairs' },
  slack: {
    kind: 'number',
    symbol: 'm₊',
    default: 0,
    min: 0,
    max: 100,
    about: 'what is taken off the distance of similar pairs',
  },
  distance: DISTANCE,
  reducer: REDUCER,
} as const satisfies Record<string, LossParameter>;

/** Two rows of the batch by their index. */
export type IndexPair = readonly [number, number];

/** Similar and dissimilar pairs that are charged together. */
export interface Lift {
  similar: readonly IndexPair[];
  dissimilar: readonly IndexPair[];
}

/** The pairs of row i with every other row. */
export function liftOf(labels: Numbers, i: number): Lift {
  const { positive, negative } = partnersOf(labels, i);
  const pairs = (rows: readonly number[]) => rows.map((j) => [i, j] as const);
  return { similar: pairs(positive), dissimilar: pairs(negative) };
}

/**
 * The charge for t = log Σ e^{D − m₊} + log Σ e^{m − D} of each lift, the first sum being over its similar and the
 * second over its dissimilar pairs. A lift that lacks either costs nothing. One item a lift.
 *
 * @param charge the loss at t and its slope for t
 * @throws RangeError naming the option
 */
export function overLifts(
  x: RowsLike,
  lifts: readonly Lift[],
  charge: (t: number) => { loss: number; slope: number },
  { m = 1, slack = 0, distance = euclidean, reducer = 'mean' }: LiftedOptions,
): BatchLoss<{ x: number[][] }> {
  requireNonNegative('m', m);
  requireNonNegative('slack', slack);
  const { S: D, through } = amongRows(multipleOf(distance, 1), x);
  const G = D.map((row) => row.map(() => 0));
  const at = ([i, j]: IndexPair) => rowAt(rowAt(D, i), j);
  const share = (pairs: readonly IndexPair[], exponents: readonly number[], slope: number) => {
    const shares = softmax(exponents);
    pairs.forEach(([i, j], k) => {
      const row = rowAt(G, i);
      row[j] = rowAt(row, j) + slope * rowAt(shares, k);
    });
  };
  const items = lifts.map(({ similar, dissimilar }) => {
    if (similar.length === 0 || dissimilar.length === 0) return 0;
    const far = similar.map((pair) => at(pair) - slack);
    const near = dissimilar.map((pair) => m - at(pair));
    const { loss, slope } = charge(logSumExp(far) + logSumExp(near));
    share(similar, far, slope);
    share(dissimilar, near, -slope);
    return loss;
  });
  const { loss, factor } = reduce(items, reducer);
  return { loss, items, gradient: { x: through(scaled(G, factor)) } };
}
