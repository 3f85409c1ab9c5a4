import { defineLoss } from './declare';
import { euclidean } from './distances';
import { dissimilarity, type LabelConvention } from './labels';
import { ofPair, switched, type PairTerms, type RadialTerms } from './pair';
import { overPairs, PAIR_INPUTS } from './pair-batch';
import { REDUCER } from './reducers';
import { requireNonNegative } from './require';

export interface SquaredDistanceOptions {
  /** The margin m ≥ 0, a squared distance; default 1. */
  m?: number;
  convention?: LabelConvention;
}

/**
 * The contrastive loss with its margin on the squared distance, as a function of the distance D ≥ 0.
 *
 *     L(y, D) = (1 − y) ½ D² + y ½ max(0, m − D²)
 *     ∂L/∂D   = (1 − y) D − y D [D² < m]
 *
 * Kink: at D = √m the slope of a dissimilar pair jumps; 0 there, a subgradient. At D = 0 it is zero.
 *
 * @throws RangeError naming the argument
 * @see `legacy_version` of Caffe's ContrastiveLoss layer (BVLC/caffe, pull request 2321)
 */
export function squaredDistanceContrastiveOfDistance(
  D: number,
  label: number,
  options: SquaredDistanceOptions = {},
): RadialTerms {
  const { m = 1, convention = '0-similar' } = options;
  requireNonNegative('D', D);
  requireNonNegative('m', m);
  const gap = m - D * D;
  return switched(
    dissimilarity(label, convention),
    { loss: (D * D) / 2, slope: D },
    { loss: Math.max(0, gap) / 2, slope: gap > 0 ? 0 - D : 0 },
  );
}

/** {@link squaredDistanceContrastiveOfDistance} of a pair of embeddings, with the gradient for each. */
export function squaredDistanceContrastive(
  x1: ArrayLike<number>,
  x2: ArrayLike<number>,
  label: number,
  options: SquaredDistanceOptions = {},
): PairTerms {
  return ofPair((D) => squaredDistanceContrastiveOfDistance(D, label, options), euclidean, x1, x2);
}

export const squaredDistanceContrastiveLoss = defineLoss({
  id: 'squared-distance-contrastive',
  name: 'Contrastive loss with its margin on D²',
  unit: 'pair',
  about: 'Similar pairs together, dissimilar pairs at least the root of the margin apart.',
  formula: String.raw`(1-y)\,\tfrac12 D^2 + y\,\tfrac12\max(0, m-D^2)`,
  references: ['jia2014'],
  inputs: PAIR_INPUTS,
  parameters: {
    m: { kind: 'number', symbol: 'm', default: 1, min: 0, max: 10000, about: 'margin, a squared distance' },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation', 'translation'],
  evaluate: ({ x1, x2, y }, { reducer, m }) =>
    overPairs((a, b, label) => squaredDistanceContrastive(a, b, label, { m }), x1, x2, y, reducer),
});
