import { defineLoss } from './declare';
import { DISTANCE, DISTANCES } from './distance-parameter';
import { euclidean, type Distance } from './distances';
import { dissimilarity, type LabelConvention } from './labels';
import { ofPair, switched, type PairTerms, type RadialTerms } from './pair';
import { overPairs, PAIR_INPUTS } from './pair-batch';
import { REDUCER } from './reducers';
import { requireNonNegative } from './require';

export interface DoubleMarginOptions {
  /** The margin m ≥ 0 of dissimilar pairs, a distance; default 1. */
  m?: number;
  /** The margin m⁺ ≥ 0 of similar pairs, a distance; default 0.5. */
  mPositive?: number;
  convention?: LabelConvention;
}

/**
 * The contrastive loss with a margin for each kind of pair, as a function of the distance D ≥ 0.
 *
 *     L(y, D) = (1 − y) ½ max(0, D − m⁺)² + y ½ max(0, m − D)²
 *     ∂L/∂D   = (1 − y) max(0, D − m⁺) − y max(0, m − D)
 *
 * @throws RangeError naming the argument
 * @see Lin, Morère, Chandrasekhar, Veillard, Goh (2015), DeepHash
 */
export function doubleMarginOfDistance(
  D: number,
  label: number,
  options: DoubleMarginOptions = {},
): RadialTerms {
  const { m = 1, mPositive = 0.5, convention = '0-similar' } = options;
  requireNonNegative('D', D);
  requireNonNegative('m', m);
  requireNonNegative('mPositive', mPositive);
  const excess = Math.max(0, D - mPositive);
  const gap = Math.max(0, m - D);
  return switched(
    dissimilarity(label, convention),
    { loss: (excess * excess) / 2, slope: excess },
    { loss: (gap * gap) / 2, slope: 0 - gap },
  );
}

/** {@link doubleMarginOfDistance} of a pair of embeddings, with the gradient for each. */
export function doubleMargin(
  x1: ArrayLike<number>,
  x2: ArrayLike<number>,
  label: number,
  { distance = euclidean, ...options }: DoubleMarginOptions & { distance?: Distance } = {},
): PairTerms {
  return ofPair((D) => doubleMarginOfDistance(D, label, options), distance, x1, x2);
}

export const doubleMarginLoss = defineLoss({
  id: 'double-margin',
  name: 'Contrastive loss with two margins',
  unit: 'pair',
  about: 'Similar pairs within one distance, dissimilar pairs at least another apart.',
  formula: String.raw`(1-y)\,\tfrac12\max(0, D-m^{+})^2 + y\,\tfrac12\max(0, m-D)^2`,
  references: ['lin2015'],
  inputs: PAIR_INPUTS,
  parameters: {
    m: { kind: 'number', symbol: 'm', default: 1, min: 0, max: 100, about: 'margin of dissimilar pairs' },
    mPositive: {
      kind: 'number',
      symbol: 'm⁺',
      default: 0.5,
      min: 0,
      max: 100,
      about: 'margin of similar pairs',
    },
    distance: DISTANCE,
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x1, x2, y }, { reducer, distance, ...options }) =>
    overPairs(
      (a, b, label) => doubleMargin(a, b, label, { ...options, distance: DISTANCES[distance] }),
      x1,
      x2,
      y,
      reducer,
    ),
});
