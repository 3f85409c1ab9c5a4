import { angularSoftmax, type Target } from './angular';
import { CLASS_INPUTS } from './class-inputs';
import { combinedMarginTarget, PAST, type Past } from './combined-margin';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { REDUCER, type Reducer } from './reducers';
import { requireNonNegative, requireOption } from './require';

const GRADIENTS = ['exact', 'straight-through'] as const;

export interface ArcFaceTargetOptions {
  /** The margin m ≥ 0 in radians; default 0.5. */
  m?: number;
  /** What happens past θ = π − m; default the guard. */
  past?: Past;
  /**
   * Whether the slope is that of φ, or 1 as in InsightFace's program, which applies the margin outside of the
   * gradient (`straight-through`); default exact.
   */
  gradient?: (typeof GRADIENTS)[number];
}

/**
 * ArcFace's target as a function of the angle θ, with its slope in cos θ:
 *
 *     φ = cos(θ + m),    ∂φ/∂cos θ = sin(θ + m)/sin θ
 *
 * and past θ = π − m as {@link Past} says: the guard cos θ − m sin m, which jumps from −1 to −cos m − m sin m, or
 * nothing, or no margin from π/2 on, where φ jumps from −sin m to 0.
 * Kinks: as {@link combinedMarginTarget}, whose case m₁ = 1, m₃ = 0 this is.
 *
 * @param theta θ, from 0 to π
 * @throws RangeError for an m that is not a finite number ≥ 0
 * @see Deng, Guo, Xue, Zafeiriou (2019), eq. 3
 */
export function arcFaceTarget(
  theta: number,
  { m = 0.5, past = 'guard', gradient = 'exact' }: ArcFaceTargetOptions = {},
  sine = Math.sin(theta),
): Target {
  requireNonNegative('m', m);
  requireOption('gradient', gradient, GRADIENTS);
  const { value, slope } = combinedMarginTarget(theta, { m1: 1, m2: m, m3: 0, past }, sine);
  return { value, slope: gradient === 'exact' ? slope : 1 };
}

export interface ArcFaceOptions extends ArcFaceTargetOptions {
  /** The scale of the logits, > 0; default 64. */
  s?: number;
  reducer?: Reducer;
}

/**
 * ArcFace: the true class must win with the angle m added to its own. {@link angularSoftmax} with
 * {@link arcFaceTarget}; one item an embedding.
 *
 * Compute it in single precision, mixed or not: in half precision 1 − 1e-7 is 1, so that no clip keeps the cosine away
 * from 1, where the slope of arccos has no bound.
 *
 * @param x B rows of d finite numbers
 * @param W C rows of d finite numbers, one a class
 * @param labels B classes from 0 to C − 1
 * @throws RangeError naming the argument, and what is allowed
 * @see Deng, Guo, Xue, Zafeiriou (2019), eq. 3
 */
export function arcFace(
  x: RowsLike,
  W: RowsLike,
  labels: Numbers,
  { s = 64, reducer = 'mean', ...margin }: ArcFaceOptions = {},
): BatchLoss<{ x: number[][]; W: number[][] }> {
  return angularSoftmax(x, W, labels, {
    s,
    target: (theta, sine) => arcFaceTarget(theta, margin, sine),
    reducer,
  });
}

export const arcFaceLoss = defineLoss({
  id: 'arcface',
  name: 'ArcFace',
  unit: 'class weights',
  about: 'The true class must win with the angle m added to its own.',
  formula: String.raw`-\log\frac{e^{s\cos(\theta_y+m)}}{e^{s\cos(\theta_y+m)}+\sum_{j\neq y}e^{s\cos\theta_j}}`,
  references: ['deng2019'],
  inputs: CLASS_INPUTS,
  parameters: {
    m: { kind: 'number', symbol: 'm', default: 0.5, min: 0, max: 3, about: 'margin, radians' },
    s: { kind: 'number', symbol: 's', default: 64, min: 0.01, max: 1000, about: 'scale of the logits' },
    past: PAST,
    gradient: {
      kind: 'option',
      default: 'exact',
      options: GRADIENTS,
      about: 'the derivative, or the gradient that passes by the margin',
    },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation', 'scaling'],
  surrogate: ({ gradient }) => gradient === 'straight-through',
  evaluate: ({ x, W, labels }, options) => arcFace(x, W, labels, options),
});
