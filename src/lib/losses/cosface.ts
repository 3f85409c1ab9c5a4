import { angularSoftmax, type Target } from './angular';
import { CLASS_INPUTS } from './class-inputs';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { REDUCER, type Reducer } from './reducers';
import { requireNonNegative } from './require';

/**
 * CosFace's target as a function of the angle θ, with its slope in cos θ: φ = cos θ − m, ∂φ/∂cos θ = 1.
 *
 * @param theta θ, from 0 to π
 * @param m margin ≥ 0, a cosine
 * @throws RangeError for an m that is not a finite number ≥ 0
 * @see Wang et al. (2018), eq. 4
 */
export function cosFaceTarget(theta: number, m = 0.35): Target {
  requireNonNegative('m', m);
  return { value: Math.cos(theta) - m, slope: 1 };
}

export interface CosFaceOptions {
  /** The margin m ≥ 0, a cosine; default 0.35. */
  m?: number;
  /** The scale of the logits, > 0; default 64. */
  s?: number;
  reducer?: Reducer;
}

/**
 * CosFace, or additive-margin softmax: the true class must win with m taken from its cosine. {@link angularSoftmax}
 * with {@link cosFaceTarget}; one item an embedding.
 *
 * @param x B rows of d finite numbers
 * @param W C rows of d finite numbers, one a class
 * @param labels B classes from 0 to C − 1
 * @throws RangeError naming the argument, and what is allowed
 * @see Wang et al. (2018), eq. 4
 */
export function cosFace(
  x: RowsLike,
  W: RowsLike,
  labels: Numbers,
  { m = 0.35, s = 64, reducer = 'mean' }: CosFaceOptions = {},
): BatchLoss<{ x: number[][]; W: number[][] }> {
  return angularSoftmax(x, W, labels, { s, target: (theta) => cosFaceTarget(theta, m), reducer });
}

export const cosFaceLoss = defineLoss({
  id: 'cosface',
  name: 'CosFace',
  unit: 'class weights',
  about: 'The true class must win with m taken from its cosine.',
  formula: String.raw`-\log\frac{e^{s(\cos\theta_y-m)}}{e^{s(\cos\theta_y-m)}+\sum_{j\neq y}e^{s\cos\theta_j}}`,
  references: ['wang2018'],
  inputs: CLASS_INPUTS,
  parameters: {
    m: { kind: 'number', symbol: 'm', default: 0.35, min: 0, max: 2, about: 'margin, a cosine' },
    s: { kind: 'number', symbol: 's', default: 64, min: 0.01, max: 1000, about: 'scale of the logits' },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation', 'scaling'],
  evaluate: ({ x, W, labels }, options) => cosFace(x, W, labels, options),
});
