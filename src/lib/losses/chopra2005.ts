import { defineLoss } from './declare';
import { euclidean, manhattan, type Distance } from './distances';
import { dissimilarity, type LabelConvention } from './labels';
import { ofPair, switched, type PairTerms, type RadialTerms } from './pair';
import { overPairs, PAIR_INPUTS } from './pair-batch';
import { REDUCER } from './reducers';
import { requireNonNegative, requirePositive } from './require';

export interface Chopra2005Options {
  /** The upper bound Q > 0 of the distance E; default 1. */
  Q?: number;
  convention?: LabelConvention;
}

/** The rate of the exponential, as the paper rounds it. */
const RATE = 2.77;

/**
 * The loss that the authors of the contrastive loss used a year before it, as a function of the distance E ≥ 0.
 *
 *     L(y, E) = (1 − y) (2/Q) E² + y 2Q exp(−2.77 E/Q)
 *     ∂L/∂E   = (1 − y) (4/Q) E − y 5.54 exp(−2.77 E/Q)
 *
 * @throws RangeError naming the argument
 * @see Chopra, Hadsell, LeCun (2005), eq. 8
 */
export function chopra2005OfDistance(E: number, label: number, options: Chopra2005Options = {}): RadialTerms {
  const { Q = 1, convention = '0-similar' } = options;
  requireNonNegative('E', E);
  requirePositive('Q', Q);
  const decay = Math.exp((-RATE * E) / Q);
  return switched(
    dissimilarity(label, convention),
    { loss: (2 / Q) * E * E, slope: (4 / Q) * E },
    { loss: 2 * Q * decay, slope: -2 * RATE * decay },
  );
}

/**
 * {@link chopra2005OfDistance} of a pair of embeddings, with the gradient for each.
 * By default the distance E is the sum of absolute differences, as in the paper.
 */
export function chopra2005(
  x1: ArrayLike<number>,
  x2: ArrayLike<number>,
  label: number,
  { distance = manhattan, ...options }: Chopra2005Options & { distance?: Distance } = {},
): PairTerms {
  return ofPair((E) => chopra2005OfDistance(E, label, options), distance, x1, x2);
}

export const chopra2005Loss = defineLoss({
  id: 'chopra2005',
  name: 'The loss of 2005',
  unit: 'pair',
  about: 'Similar pairs together; dissimilar pairs apart by a force that fades and never ends.',
  formula: String.raw`(1-y)\,\tfrac{2}{Q}E^2 + y\,2Q\,e^{-2.77E/Q}`,
  references: ['chopra2005'],
  inputs: PAIR_INPUTS,
  parameters: {
    Q: {
      kind: 'number',
      symbol: 'Q',
      default: 1,
      min: 0.001,
      max: 1000,
      about: 'upper bound of the distance E',
    },
    distance: {
      kind: 'option',
      default: 'manhattan',
      options: ['manhattan', 'euclidean'],
      about: 'the distance E: the sum of absolute differences as in the paper, or Euclidean',
    },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'translation'],
  evaluate: ({ x1, x2, y }, { reducer, distance, Q }) =>
    overPairs(
      (a, b, label) => chopra2005(a, b, label, { Q, distance: { manhattan, euclidean }[distance] }),
      x1,
      x2,
      y,
      reducer,
    ),
});
