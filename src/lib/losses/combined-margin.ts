import { angularSoftmax, isPole, type Target } from './angular';
import { CLASS_INPUTS } from './class-inputs';
import { defineLoss, type BatchLoss, type LossParameter, type RowsLike, type Numbers } from './declare';
import { REDUCER, type Reducer } from './reducers';
import { requireNonNegative, requirePositive, requireOption } from './require';

/**
 * What the target of an additive angular margin becomes where θ + m leaves the range of an angle:
 *
 * - `guard`: cos θ − m sin m beyond θ = π − m, where cos(θ + m) would turn back up. It falls on, after a jump.
 * - `none`: cos(θ + m) for every θ.
 * - `easy`: cos θ without a margin from θ = π/2 on, after a jump.
 */
export type Past = 'guard' | 'none' | 'easy';

/** The choice of {@link Past} as a parameter of a declared loss. */
export const PAST = {
  kind: 'option',
  default: 'guard',
  options: ['guard', 'none', 'easy'],
  about: 'past π − m: a guard, nothing, or no margin from π/2 on',
} as const satisfies LossParameter;

export interface CombinedMarginTargetOptions {
  /** The factor of the angle, > 0, as in SphereFace; default 1. */
  m1?: number;
  /** The margin added to the angle, ≥ 0, in radians, as in ArcFace; default 0.3. */
  m2?: number;
  /** The margin taken from the cosine, ≥ 0, as in CosFace; default 0.2. */
  m3?: number;
  past?: Past;
}

/**
 * The target of the combined margin, as a function of the angle θ, with its slope in cos θ:
 *
 *     φ = cos(m₁θ + m₂) − m₃,    ∂φ/∂cos θ = m₁ sin(m₁θ + m₂)/sin θ
 *     guard, for m₁θ + m₂ > π:      φ = cos θ − m₂ sin m₂ − m₃,    slope 1
 *     easy, for θ ≥ π/2:            φ = cos θ − m₃,                slope 1
 *
 * The guard is meant for m₁ near 1: only there does it continue downwards.
 * Kinks: φ jumps where guard and easy margin begin; the slope is that of the side stated. At θ = 0 and θ = π the slope
 * has no bound while ∂(cos θ)/∂x is zero; its bounded part m₁² cos m₂ is returned.
 *
 * @param theta θ, from 0 to π
 * @throws RangeError naming the margin that is not allowed
 * @see Deng, Guo, Xue, Zafeiriou (2019), eq. 4
 */
export function combinedMarginTarget(
  theta: number,
  { m1 = 1, m2 = 0.3, m3 = 0.2, past = 'guard' }: CombinedMarginTargetOptions = {},
  sine = Math.sin(theta),
): Target {
  requirePositive('m1', m1);
  requireNonNegative('m2', m2);
  requireNonNegative('m3', m3);
  requireOption('past', past, PAST.options);
  if (past === 'guard' && m1 * theta + m2 > Math.PI) {
    return { value: Math.cos(theta) - m2 * Math.sin(m2) - m3, slope: 1 };
  }
  if (past === 'easy' && theta >= Math.PI / 2) return { value: Math.cos(theta) - m3, slope: 1 };
  const slope = isPole(sine) ? m1 * m1 * Math.cos(m2) : (m1 * Math.sin(m1 * theta + m2)) / sine;
  return { value: Math.cos(m1 * theta + m2) - m3, slope };
}

export interface CombinedMarginOptions extends CombinedMarginTargetOptions {
  /** The scale of the logits, > 0; default 64. */
  s?: number;
  reducer?: Reducer;
}

/**
 * The loss with all three margins on the true class: {@link angularSoftmax} with {@link combinedMarginTarget}.
 * One item an embedding.
 *
 * @param x B rows of d finite numbers
 * @param W C rows of d finite numbers, one a class
 * @param labels B classes from 0 to C − 1
 * @throws RangeError naming the argument, and what is allowed
 * @see Deng, Guo, Xue, Zafeiriou (2019), eq. 4
 */
export function combinedMargin(
  x: RowsLike,
  W: RowsLike,
  labels: Numbers,
  { s = 64, reducer = 'mean', ...margins }: CombinedMarginOptions = {},
): BatchLoss<{ x: number[][]; W: number[][] }> {
  return angularSoftmax(x, W, labels, {
    s,
    target: (theta, sine) => combinedMarginTarget(theta, margins, sine),
    reducer,
  });
}

export const combinedMarginLoss = defineLoss({
  id: 'combined-margin',
  name: 'Combined margin',
  unit: 'class weights',
  about: 'The true class must win with its angle multiplied, enlarged, and its cosine lowered.',
  formula: String.raw`-\log\frac{e^{s(\cos(m_1\theta_y+m_2)-m_3)}}{e^{s(\cos(m_1\theta_y+m_2)-m_3)}+\sum_{j\neq y}e^{s\cos\theta_j}}`,
  references: ['deng2019'],
  inputs: CLASS_INPUTS,
  parameters: {
    m1: { kind: 'number', symbol: 'm₁', default: 1, min: 0.1, max: 10, about: 'factor of the angle' },
    m2: { kind: 'number', symbol: 'm₂', default: 0.3, min: 0, max: 3, about: 'margin on the angle, radians' },
    m3: { kind: 'number', symbol: 'm₃', default: 0.2, min: 0, max: 2, about: 'margin on the cosine' },
    s: { kind: 'number', symbol: 's', default: 64, min: 0.01, max: 1000, about: 'scale of the logits' },
    past: PAST,
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation', 'scaling'],
  evaluate: ({ x, W, labels }, options) => combinedMargin(x, W, labels, options),
});
