import { defineLoss } from './declare';
import { cosineDistance, euclidean, normalised, type Distance } from './distances';
import { dissimilarity, type LabelConvention } from './labels';
import { ofPair, switched, type PairTerms, type RadialTerms } from './pair';
import { overPairs, PAIR_INPUTS } from './pair-batch';
import { REDUCER } from './reducers';
import { requireNonNegative, requireFlag } from './require';

export interface ContrastiveOptions {
  /** The margin m ≥ 0, a distance; default 1. */
  m?: number;
  /** What the labels mean; default Hadsell's, 0 = similar. */
  convention?: LabelConvention;
  /** Whether each term carries the factor ½, as in the paper. */
  half?: boolean;
  /** ε ≥ 0: the hinge sees √(D² + ε) for D, as some programs have it; default 0. */
  eps?: number;
}

/**
 * The contrastive loss as a function of the distance D ≥ 0.
 *
 *     L(y, D) = (1 − y) ½ D² + y ½ max(0, m − D)²
 *     ∂L/∂D   = (1 − y) D − y max(0, m − D)
 *
 * @param D distance, ≥ 0
 * @param label in the convention of the options
 * @throws RangeError naming the argument, for a negative or non-finite D, m or ε, or a label outside the convention
 * @see Hadsell, Chopra, LeCun (2006), eq. 4
 */
export function contrastiveOfDistance(
  D: number,
  label: number,
  options: ContrastiveOptions = {},
): RadialTerms {
  const { m = 1, convention = '0-similar', half = true, eps = 0 } = options;
  requireNonNegative('D', D);
  requireNonNegative('m', m);
  requireNonNegative('eps', eps);
  requireFlag('half', half);
  const y = dissimilarity(label, convention);
  const c = half ? 1 / 2 : 1;
  const root = eps > 0 ? Math.hypot(D, Math.sqrt(eps)) : D;
  const gap = Math.max(0, m - root);
  const rootSlope = eps > 0 ? D / root : 1;
  return switched(
    y,
    { loss: c * D * D, slope: 2 * c * D },
    { loss: c * gap * gap, slope: 0 - 2 * c * gap * rootSlope },
  );
}

/**
 * The contrastive loss of a pair of embeddings of any dimension, with its gradients
 *
 *     ∂L/∂x₁ = ∂L/∂D · (x₁ − x₂)/D = −∂L/∂x₂.
 *
 * Kinks: at D = 0 a dissimilar pair has no gradient, since no direction is defined; zero is returned, a subgradient.
 * At D = m the slope is continuous and zero.
 *
 * @param x1 first embedding, d finite numbers
 * @param x2 second embedding, d finite numbers
 * @param label in the convention of the options
 * @param options also `distance`; default Euclidean, as in the paper
 * @throws RangeError naming the argument, for different lengths, numbers that are not finite, or bad options
 * @example contrastive([0, 0], [0.6, 0], 1, { m: 1 }).loss // 0.08
 * @see Hadsell, Chopra, LeCun (2006), eq. 4
 */
export function contrastive(
  x1: ArrayLike<number>,
  x2: ArrayLike<number>,
  label: number,
  { distance = euclidean, ...options }: ContrastiveOptions & { distance?: Distance } = {},
): PairTerms {
  return ofPair((D) => contrastiveOfDistance(Math.max(0, D), label, options), distance, x1, x2);
}

export const contrastiveLoss = defineLoss({
  id: 'contrastive',
  name: 'Contrastive loss',
  unit: 'pair',
  about: 'Similar pairs together, dissimilar pairs at least the margin apart.',
  formula: String.raw`(1-y)\,\tfrac12 D^2 + y\,\tfrac12 \max(0, m-D)^2`,
  references: ['hadsell2006'],
  inputs: PAIR_INPUTS,
  parameters: {
    m: { kind: 'number', symbol: 'm', default: 1, min: 0, max: 100, about: 'margin, a distance' },
    half: { kind: 'flag', default: true, about: 'whether each term carries the factor ½' },
    distance: {
      kind: 'option',
      default: 'euclidean',
      options: ['euclidean', 'cosine', 'normalised'],
      about: 'the distance: Euclidean, one minus the cosine, or Euclidean after division by the length',
    },
    eps: { kind: 'number', symbol: 'ε', default: 0, min: 0, max: 1, about: 'the hinge sees √(D² + ε)' },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x1, x2, y }, { reducer, distance: named, ...options }) => {
    const distance = { euclidean, cosine: cosineDistance, normalised: normalised(euclidean) }[named];
    return overPairs((a, b, label) => contrastive(a, b, label, { ...options, distance }), x1, x2, y, reducer);
  },
});
