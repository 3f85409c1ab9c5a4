import { angularSoftmax, type Target } from './angular';
import { CLASS_INPUTS } from './class-inputs';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { REDUCER, type Reducer } from './reducers';
import { requirePositive } from './require';

/** The target without a margin, as a function of the angle θ: φ = cos θ, ∂φ/∂cos θ = 1. */
export function normalizedSoftmaxTarget(theta: number): Target {
  return { value: Math.cos(theta), slope: 1 };
}

export interface NormalizedSoftmaxOptions {
  /** The temperature τ > 0, one over the scale s of the logits; default 0.05. */
  temperature?: number;
  reducer?: Reducer;
}

/**
 * The softmax cross-entropy of cosines over a temperature, without a margin:
 *
 *     L = −log(e^{cos θ_y/τ} / Σⱼ e^{cos θⱼ/τ}).
 *
 * {@link angularSoftmax} with {@link normalizedSoftmaxTarget}; one item an embedding.
 *
 * @param x B rows of d finite numbers
 * @param W C rows of d finite numbers, one a class
 * @param labels B classes from 0 to C − 1
 * @throws RangeError naming the argument, and what is allowed
 * @see Wang, Xiang, Cheng, Yuille (2017); Zhai, Wu (2019)
 */
export function normalizedSoftmax(
  x: RowsLike,
  W: RowsLike,
  labels: Numbers,
  { temperature = 0.05, reducer = 'mean' }: NormalizedSoftmaxOptions = {},
): BatchLoss<{ x: number[][]; W: number[][] }> {
  requirePositive('temperature', temperature);
  return angularSoftmax(x, W, labels, { s: 1 / temperature, target: normalizedSoftmaxTarget, reducer });
}

export const normalizedSoftmaxLoss = defineLoss({
  id: 'normalized-softmax',
  name: 'Normalised softmax',
  unit: 'class weights',
  about: 'The true class must have the greatest cosine; lengths play no part.',
  formula: String.raw`-\log\frac{e^{\cos\theta_y/\tau}}{\sum_j e^{\cos\theta_j/\tau}}`,
  references: ['wang2017', 'zhai2019'],
  inputs: CLASS_INPUTS,
  parameters: {
    temperature: {
      kind: 'number',
      symbol: 'τ',
      default: 0.05,
      min: 0.001,
      max: 100,
      about: 'temperature, one over the scale',
    },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation', 'scaling'],
  evaluate: ({ x, W, labels }, options) => normalizedSoftmax(x, W, labels, options),
});
