import { defineLoss } from './declare';
import { DISTANCE, DISTANCES } from './distance-parameter';
import { euclidean, type Distance } from './distances';
import { dissimilarity, type LabelConvention } from './labels';
import { ofPair, switched, type PairTerms, type RadialTerms } from './pair';
import { overPairs, PAIR_INPUTS } from './pair-batch';
import { REDUCER } from './reducers';
import { requireNonNegative } from './require';

export interface LinearContrastiveOptions {
  /** The margin m ≥ 0 of dissimilar pairs, a distance; default 1. */
  m?: number;
  /** The distance m⁺ ≥ 0 up to which a similar pair is free; default 0. */
  mPositive?: number;
  convention?: LabelConvention;
}

/**
 * The contrastive loss without squares, as a function of the distance D ≥ 0.
 *
 *     L(y, D) = (1 − y) max(0, D − m⁺) + y max(0, m − D)
 *     ∂L/∂D   = (1 − y) [D > m⁺] − y [D < m]
 *
 * Kinks: at D = m⁺ and D = m the slope jumps; 0 there, a subgradient.
 *
 * @throws RangeError naming the argument
 * @see `ContrastiveLoss` of pytorch-metric-learning (Musgrave, Belongie, Lim 2020)
 */
export function linearContrastiveOfDistance(
  D: number,
  label: number,
  options: LinearContrastiveOptions = {},
): RadialTerms {
  const { m = 1, mPositive = 0, convention = '0-similar' } = options;
  requireNonNegative('D', D);
  requireNonNegative('m', m);
  requireNonNegative('mPositive', mPositive);
  return switched(
    dissimilarity(label, convention),
    { loss: Math.max(0, D - mPositive), slope: D > mPositive ? 1 : 0 },
    { loss: Math.max(0, m - D), slope: D < m ? -1 : 0 },
  );
}

/** {@link linearContrastiveOfDistance} of a pair of embeddings, with the gradient for each. */
export function linearContrastive(
  x1: ArrayLike<number>,
  x2: ArrayLike<number>,
  label: number,
  { distance = euclidean, ...options }: LinearContrastiveOptions & { distance?: Distance } = {},
): PairTerms {
  return ofPair((D) => linearContrastiveOfDistance(D, label, options), distance, x1, x2);
}

export const linearContrastiveLoss = defineLoss({
  id: 'linear-contrastive',
  name: 'Contrastive loss, not squared',
  unit: 'pair',
  about:
    'Similar pairs together, dissimilar pairs at least the margin apart, with a force that does not fade.',
  formula: String.raw`(1-y)\max(0, D-m^{+}) + y\max(0, m-D)`,
  references: ['musgrave2020'],
  inputs: PAIR_INPUTS,
  parameters: {
    m: { kind: 'number', symbol: 'm', default: 1, min: 0, max: 100, about: 'margin of dissimilar pairs' },
    mPositive: {
      kind: 'number',
      symbol: 'm⁺',
      default: 0,
      min: 0,
      max: 100,
      about: 'distance up to which a similar pair is free',
    },
    distance: DISTANCE,
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x1, x2, y }, { reducer, distance, ...options }) =>
    overPairs(
      (a, b, label) => linearContrastive(a, b, label, { ...options, distance: DISTANCES[distance] }),
      x1,
      x2,
      y,
      reducer,
    ),
});
