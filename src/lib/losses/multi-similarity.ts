import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { LABELLED_INPUTS, requireLabelled } from './labelled';
import { informative } from './multi-similarity-mining';
import { partnersOf, type Partners } from './partners';
import { reduce, REDUCER, type Reducer } from './reducers';
import { requireFiniteNumber, requirePositive, requireWhole, requireFlag } from './require';
import { rowAt, scaled } from './rows';
import { amongRows, cosines } from './similarities';
import { softHinge } from './soft-hinge';

export interface MultiSimilarityOptions {
  /** The scale α > 0 of the positives; default 2. */
  alpha?: number;
  /** The scale β > 0 of the negatives; default 50. */
  beta?: number;
  /** The threshold λ, a cosine; default 1. */
  lambda?: number;
  /** Whether only informative pairs count, as in the paper; default true. */
  mined?: boolean;
  /** The slack ε of the mining, a cosine; default 0.1. */
  epsilon?: number;
  /** How many pairs of a kind, positive or negative, a batch must have to cost anything; default 1. */
  leastPairs?: number;
  /** Default the mean over the anchors. */
  reducer?: Reducer;
}

/**
 * The multi-similarity loss: a soft hinge over the positives of an anchor and one over its negatives, by the cosine s.
 *
 *     Lᵢ = 1/α log(1 + Σ_p e^{−α(s_ip − λ)}) + 1/β log(1 + Σ_n e^{β(s_in − λ)})
 *     ∂Lᵢ/∂s_ip = −e^{−α(s_ip − λ)} / (1 + Σ_p …),    ∂Lᵢ/∂s_in = e^{β(s_in − λ)} / (1 + Σ_n …)
 *
 * The items are the Lᵢ. The sums are over the pairs that {@link informative} keeps, or over all. A sum over none is 0.
 * As pytorch-metric-learning has it, with `leastPairs: 2`, a batch with one pair of either kind at most costs nothing.
 * Kinks: where mining drops or takes up a pair, the loss jumps; no gradient goes through that choice. A zero vector has
 * no direction; its cosines and its gradient are zero, by convention.
 *
 * @param x N rows of d finite numbers
 * @param labels N classes: whole numbers ≥ 0
 * @throws RangeError naming the argument, and what is allowed
 * @see Wang, Han, Huang, Dong, Scott (2019), section 4
 */
export function multiSimilarity(
  x: RowsLike,
  labels: Numbers,
  options: MultiSimilarityOptions = {},
): BatchLoss<{ x: number[][] }> {
  const { alpha = 2, beta = 50, lambda = 1, mined = true, epsilon = 0.1 } = options;
  const { leastPairs = 1, reducer = 'mean' } = options;
  requirePositive('alpha', alpha);
  requirePositive('beta', beta);
  requireFiniteNumber('lambda', lambda);
  requireFiniteNumber('epsilon', epsilon);
  requireWhole('leastPairs', leastPairs);
  requireFlag('mined', mined);
  const y = requireLabelled(x, labels);
  const { S, through } = amongRows(cosines, x);
  const G = S.map((row) => row.map(() => 0));
  const kept = S.map((s, i) => {
    const all = partnersOf(y, i);
    return mined ? informative(s, all, epsilon) : all;
  });
  const pairs = (side: keyof Partners) => kept.reduce((sum, partners) => sum + partners[side].length, 0);
  const free = Math.max(pairs('positive'), pairs('negative')) < leastPairs;
  const items = kept.map(({ positive, negative }, i) => {
    if (free) return 0;
    const [s, g] = [rowAt(S, i), rowAt(G, i)];
    const side = (partners: readonly number[], scale: number) => {
      const { value, gradient } = softHinge(partners.map((j) => scale * (rowAt(s, j) - lambda)));
      partners.forEach((j, k) => (g[j] = Math.sign(scale) * rowAt(gradient, k)));
      return value / Math.abs(scale);
    };
    return side(positive, -alpha) + side(negative, beta);
  });
  const { loss, factor } = reduce(items, reducer);
  return { loss, items, gradient: { x: through(scaled(G, factor)) } };
}

export const multiSimilarityLoss = defineLoss({
  id: 'multi-similarity',
  name: 'Multi-similarity loss',
  unit: 'n-tuple',
  about: 'Each anchor near its hardest positives and far from its hardest negatives, by soft hinges.',
  formula: String.raw`\tfrac1\alpha\log\Bigl(1+\sum_p e^{-\alpha(s_{ip}-\lambda)}\Bigr)+\tfrac1\beta\log\Bigl(1+\sum_n e^{\beta(s_{in}-\lambda)}\Bigr)`,
  references: ['wang2019'],
  inputs: LABELLED_INPUTS,
  parameters: {
    alpha: { kind: 'number', symbol: 'α', default: 2, min: 0.01, max: 1000, about: 'scale of the positives' },
    beta: { kind: 'number', symbol: 'β', default: 50, min: 0.01, max: 1000, about: 'scale of the negatives' },
    lambda: { kind: 'number', symbol: 'λ', default: 1, min: -2, max: 2, about: 'threshold, a cosine' },
    mined: { kind: 'flag', default: true, about: 'whether only informative pairs count' },
    epsilon: { kind: 'number', symbol: 'ε', default: 0.1, min: -2, max: 2, about: 'slack of the mining' },
    leastPairs: {
      kind: 'whole',
      symbol: 'k',
      default: 1,
      min: 1,
      max: 100,
      about: 'pairs of a kind that a batch must have to cost anything',
    },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation', 'scaling'],
  evaluate: ({ x, labels }, options) => multiSimilarity(x, labels, options),
});
