import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { LABELLED_INPUTS, requireLabelled } from './labelled';
import { liftOf, type Lift } from './lifted';
import { unorderedPairs } from './pair-batch';
import { reduce, REDUCER, type Reducer } from './reducers';
import { requireNonNegative, requirePositive, requireOption, requireFlag } from './require';
import { rowAt, scaled } from './rows';
import { amongRows, cosines } from './similarities';
import { logSumExp, sigmoid, softmax, softplus } from './softmax';

const SCOPES = ['anchor', 'batch'] as const;

export interface CircleOptions {
  /** The margin m ≥ 0, a cosine; default 0.4. */
  m?: number;
  /** The scale γ > 0; default 80. */
  gamma?: number;
  /** Whether each anchor has a softplus of its own (the default), or all pairs of the batch share one. */
  over?: (typeof SCOPES)[number];
  /** Whether the weights count as constants in the gradient, as in the paper; default true. */
  detached?: boolean;
  /** Default the mean; pytorch-metric-learning has the mean of the items above zero. */
  reducer?: Reducer;
}

/** An exponent with its slope for the similarity. */
interface Exponent {
  z: number;
  slope: number;
}

/** The pairs of the whole batch, each once. */
function liftOfBatch(labels: readonly number[]): Lift {
  const pairs = [...unorderedPairs(labels.length)];
  return {
    similar: pairs.filter(([i, j]) => labels[i] === labels[j]),
    dissimilar: pairs.filter(([i, j]) => labels[i] !== labels[j]),
  };
}

/**
 * The circle loss: every cosine is weighted by how far it is from its optimum, 1 + m for a positive, −m for a negative.
 *
 *     L = log(1 + Σ_n e^{γ α_n (s_n − m)} Σ_p e^{−γ α_p (s_p − 1 + m)}),   α_p = [1 + m − s_p]₊,   α_n = [s_n + m]₊
 *     ∂L/∂s_n = (1 − e^{−L}) q_n γ α_n,    ∂L/∂s_p = −(1 − e^{−L}) q_p γ α_p,    q the softmax of either sum
 *
 * This gradient holds the weights α constant, by the paper's intention, so it is not the derivative of L; with
 * `detached: false` it is, 2γs_n and −2γ(1 − s_p) standing for γα_n and −γα_p where these are above zero.
 * One item an anchor, or one for all unordered pairs of the batch. An item without positives or negatives is 0.
 * Kinks: at s_n = −m, where 0 is the slope. A zero vector has no direction; its cosines and its gradient are zero, by
 * convention.
 *
 * @param x N rows of d finite numbers
 * @param labels N classes: whole numbers ≥ 0
 * @throws RangeError naming the argument, and what is allowed
 * @see Sun et al. (2020), eqs. 6 and 10; m = 0.4 and γ = 80 for retrieval there, 0.25 and 256 for faces
 */
export function circle(
  x: RowsLike,
  labels: Numbers,
  { m = 0.4, gamma = 80, over = 'anchor', detached = true, reducer = 'mean' }: CircleOptions = {},
): BatchLoss<{ x: number[][] }> {
  requireNonNegative('m', m);
  requirePositive('gamma', gamma);
  requireOption('over', over, SCOPES);
  requireFlag('detached', detached);
  const y = requireLabelled(x, labels);
  const { S, through } = amongRows(cosines, x);
  const G = S.map((row) => row.map(() => 0));
  const pull = (s: number): Exponent => {
    const alpha = Math.max(0, 1 + m - s);
    const moving = alpha > 0 ? 2 * (1 - s) : 0;
    return { z: -gamma * alpha * (s - 1 + m), slope: -gamma * (detached ? alpha : moving) };
  };
  const push = (s: number): Exponent => {
    const alpha = Math.max(0, s + m);
    const moving = alpha > 0 ? 2 * s : 0;
    return { z: gamma * alpha * (s - m), slope: gamma * (detached ? alpha : moving) };
  };
  const lifts = over === 'batch' ? [liftOfBatch(y)] : y.map((_, i) => liftOf(y, i));
  const items = lifts.map(({ similar, dissimilar }) => {
    const exponents = (pairs: Lift['similar'], exponent: (s: number) => Exponent) =>
      pairs.map(([i, j]) => ({ i, j, ...exponent(rowAt(rowAt(S, i), j)) }));
    const sides = [exponents(similar, pull), exponents(dissimilar, push)].map((terms) => ({
      terms,
      z: terms.map((term) => term.z),
    }));
    const total = sides.reduce((sum, { z }) => sum + logSumExp(z), 0);
    const share = sigmoid(total);
    for (const { terms, z } of sides) {
      const q = softmax(z);
      terms.forEach(({ i, j, slope }, k) => (rowAt(G, i)[j] = share * rowAt(q, k) * slope));
    }
    return softplus(total);
  });
  const { loss, factor } = reduce(items, reducer);
  return { loss, items, gradient: { x: through(scaled(G, factor)) } };
}

export const circleLoss = defineLoss({
  id: 'circle',
  name: 'Circle loss',
  unit: 'n-tuple',
  about: 'Every similarity is corrected the harder, the farther it is from where it should be.',
  formula: String.raw`\log\Bigl(1+\sum_n e^{\gamma[s_n+m]_+(s_n-m)}\sum_p e^{-\gamma[1+m-s_p]_+(s_p-1+m)}\Bigr)`,
  references: ['sun2020'],
  inputs: LABELLED_INPUTS,
  parameters: {
    m: { kind: 'number', symbol: 'm', default: 0.4, min: 0, max: 2, about: 'margin, a cosine' },
    gamma: { kind: 'number', symbol: 'γ', default: 80, min: 0.01, max: 1000, about: 'scale' },
    over: {
      kind: 'option',
      default: 'anchor',
      options: SCOPES,
      about: 'what an item is: the pairs of an anchor, or all pairs of the batch',
    },
    detached: { kind: 'flag', default: true, about: 'whether the weights are constants in the gradient' },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation', 'scaling'],
  surrogate: ({ detached }) => detached,
  evaluate: ({ x, labels }, options) => circle(x, labels, options),
});
