import { angularSoftmax, isPole, type Target } from './angular';
import { CLASS_INPUTS } from './class-inputs';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { REDUCER, type Reducer } from './reducers';
import { requireWhole } from './require';

/**
 * SphereFace's target as a function of the angle θ, with its slope in cos θ: cos(mθ), continued so that it falls all
 * the way from 1 to 1 − 2m,
 *
 *     ψ = (−1)ᵏ cos(mθ) − 2k,    ∂ψ/∂cos θ = (−1)ᵏ m sin(mθ)/sin θ,    kπ/m ≤ θ ≤ (k + 1)π/m.
 *
 * Smooth at θ = kπ/m, where the slope is zero for 0 < k < m; at θ = 0 and π the slope is its limit m².
 *
 * @param theta θ, from 0 to π
 * @param m a whole number ≥ 1
 * @throws RangeError for an m that is not a whole number ≥ 1
 * @see Liu et al. (2017), eq. 7
 */
export function sphereFaceTarget(theta: number, m = 4, sine = Math.sin(theta)): Target {
  requireWhole('m', m);
  const k = Math.min(m - 1, Math.floor((m * theta) / Math.PI));
  const sign = k % 2 === 0 ? 1 : -1;
  return {
    value: sign * Math.cos(m * theta) - 2 * k,
    slope: isPole(sine) ? m * m : (sign * m * Math.sin(m * theta)) / sine,
  };
}

export interface SphereFaceOptions {
  /** The margin m, a whole number ≥ 1 by which the angle is multiplied; default 4. */
  m?: number;
  /** A scale of the logits beside ‖x‖, > 0; default 1, as in the paper. */
  s?: number;
  reducer?: Reducer;
}

/**
 * SphereFace, or A-softmax: class weights are normalised, embeddings are not, and the logits are s ‖x‖ cos θⱼ and
 * s ‖x‖ ψ(θ_y). {@link angularSoftmax} with {@link sphereFaceTarget}; one item an embedding. The gradient for x has a
 * part along x as well, ∂L/∂‖x‖. The authors' blend (ψ + λ cos θ)/(1 + λ), λ falling from 1000 to 5, is left out.
 * Kink: at x = 0 the gradient is zero, by convention.
 *
 * @param x B rows of d finite numbers
 * @param W C rows of d finite numbers, one a class
 * @param labels B classes from 0 to C − 1
 * @throws RangeError naming the argument, and what is allowed
 * @see Liu et al. (2017), eq. 7
 */
export function sphereFace(
  x: RowsLike,
  W: RowsLike,
  labels: Numbers,
  { m = 4, s = 1, reducer = 'mean' }: SphereFaceOptions = {},
): BatchLoss<{ x: number[][]; W: number[][] }> {
  const target = (theta: number, sine?: number) => sphereFaceTarget(theta, m, sine);
  return angularSoftmax(x, W, labels, { s, target, keepLength: true, reducer });
}

export const sphereFaceLoss = defineLoss({
  id: 'sphereface',
  name: 'SphereFace',
  unit: 'class weights',
  about:
    'The true class must win with its angle multiplied by m; the length of an embedding is its certainty.',
  formula: String.raw`-\log\frac{e^{s\lVert x\rVert\psi(\theta_y)}}{e^{s\lVert x\rVert\psi(\theta_y)}+\sum_{j\neq y}e^{s\lVert x\rVert\cos\theta_j}},\quad \psi(\theta)=(-1)^k\cos(m\theta)-2k`,
  references: ['liu2017'],
  inputs: CLASS_INPUTS,
  parameters: {
    m: { kind: 'whole', symbol: 'm', default: 4, min: 1, max: 10, about: 'factor of the angle' },
    s: { kind: 'number', symbol: 's', default: 1, min: 0.01, max: 1000, about: 'scale beside the length' },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x, W, labels }, options) => sphereFace(x, W, labels, options),
});
