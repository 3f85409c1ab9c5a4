import { addAllPairs } from './all-pairs';
import { noSums, reduceSums, type ContrastiveBatchOptions, type ContrastiveTerms } from './contrastive-terms';
import { addGivenPairs } from './given-pairs';
import { REDUCER } from './reducers';
import { requireFinite, requireFlag, requireNonNegative, requireOption } from './require';

export interface BatchOptions extends ContrastiveBatchOptions {
  /** The pairs to take, as indexes i, j, i, j, … of points; all n(n−1)/2 unless given. A pair named twice counts twice. */
  pairs?: ArrayLike<number>;
}

/** With ∂loss/∂points, laid out like the points. */
export type BatchTerms = ContrastiveTerms<Float64Array>;

/**
 * The contrastive loss over all n(n−1)/2 pairs of labelled points, or over given pairs; two points of one class are a
 * similar pair. The time for all pairs grows with n and the number of dissimilar pairs closer than m, not with n²,
 * where m is small against the width of the points.
 *
 * @param points n·d numbers, point after point
 * @param d dimension, a whole number ≥ 1
 * @param labels n class labels, finite numbers
 * @param out where the gradient is written: n·d numbers, not the points themselves; a new array unless given
 * @throws RangeError naming the argument
 * @see Hadsell, Chopra, LeCun (2006), eq. 4
 */
export function contrastiveBatch(
  points: ArrayLike<number>,
  d: number,
  labels: ArrayLike<number>,
  options: BatchOptions = {},
  out?: Float64Array,
): BatchTerms {
  const { m = 1, reducer = 'mean', similar = true, dissimilar = true, pairs } = options;
  requireNonNegative('m', m);
  requireFlag('similar', similar);
  requireFlag('dissimilar', dissimilar);
  requireOption('reducer', reducer, REDUCER.options);
  requireFinite('points', points);
  requireFinite('labels', labels);
  const n = labels.length;
  if (!(Number.isInteger(d) && d >= 1) || points.length !== n * d) {
    throw new RangeError(`points has ${points.length} numbers; ${n} labels in ${d} dimensions need ${n * d}`);
  }
  const gradient = out ?? new Float64Array(n * d);
  if (gradient.length !== n * d) {
    throw new RangeError(`out has ${gradient.length} numbers; ${n * d} are needed, as many as points has`);
  }
  if (gradient === points) throw new RangeError('out is points; an array of its own is needed');
  if (pairs) requirePairs(pairs, n);

  gradient.fill(0);
  const sums = noSums();
  const x = points instanceof Float64Array ? points : Float64Array.from(points);
  const counted = { m, similar, dissimilar };
  if (pairs) addGivenPairs({ x, d, labels }, pairs, counted, gradient, sums);
  else addAllPairs({ x, d, labels }, counted, gradient, sums, reducer === 'mean-active');
  const { factor, terms } = reduceSums(sums, { reducer, similar, dissimilar });
  for (let k = 0; k < gradient.length; k++) gradient[k] = (gradient[k] as number) * factor;
  return { ...terms, gradient };
}

function requirePairs(pairs: ArrayLike<number>, n: number): void {
  if (pairs.length % 2 !== 0)
    throw new RangeError(`pairs has ${pairs.length} indexes; two a pair are needed`);
  for (let k = 0; k < pairs.length; k++) {
    const i = pairs[k];
    if (!(Number.isInteger(i) && (i as number) >= 0 && (i as number) < n)) {
      throw new RangeError(`pairs[${k}] is ${i}; a whole number from 0 to ${n - 1} is allowed`);
    }
  }
}
