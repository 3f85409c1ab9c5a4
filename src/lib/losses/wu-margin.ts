import { defineLoss, type BatchLoss, type RowsLike } from './declare';
import { DISTANCE, DISTANCES } from './distance-parameter';
import { euclidean, type Distance } from './distances';
import { LABELLED_INPUTS, requireLabelled } from './labelled';
import { dissimilarity, type LabelConvention } from './labels';
import { tripletsOf } from './mining';
import { ofPair, switched, type PairTerms, type RadialTerms } from './pair';
import { reduce, REDUCER, type Reducer } from './reducers';
import { requireFiniteNumber, requireNonNegative } from './require';
import { requireRows, rowAt, scaled } from './rows';
import { amongRows, multipleOf } from './similarities';
import { requireTriplets, type Triplet } from './triplet-batch';

export interface WuMarginOptions {
  /** The boundary β ≥ 0 between similar and dissimilar pairs, a distance; default 1.2. */
  beta?: number;
  /** The margin α ≥ 0 to both sides of it; default 0.2. */
  alpha?: number;
}

/**
 * The margin loss of a distance.
 *
 *     L = max(0, α + y (D − β)),   ∂L/∂D = y [L > 0] = −∂L/∂β
 *
 * Here y = 1 for a similar pair and y = −1 for a dissimilar one, whatever the convention of the label. Kink: where
 * L = 0 begins; 0 there, a subgradient.
 *
 * @param label in the convention of the options; default ±1, as in the paper: +1 = similar
 * @throws RangeError naming the argument
 * @see Wu, Manmatha, Smola, Krähenbühl (2017), section 4
 */
export function wuMarginOfDistance(
  D: number,
  label: number,
  options: WuMarginOptions & { convention?: LabelConvention } = {},
): RadialTerms {
  const { beta = 1.2, alpha = 0.2, convention = 'plus-minus-one' } = options;
  requireFiniteNumber('D', D);
  requireNonNegative('beta', beta);
  requireNonNegative('alpha', alpha);
  const [far, near] = [D - beta + alpha, beta - D + alpha];
  return switched(
    dissimilarity(label, convention),
    { loss: Math.max(0, far), slope: far > 0 ? 1 : 0 },
    { loss: Math.max(0, near), slope: near > 0 ? -1 : 0 },
  );
}

/** {@link wuMarginOfDistance} of a pair of embeddings, with the gradient for each; for β it is minus the slope. */
export function wuMargin(
  x1: ArrayLike<number>,
  x2: ArrayLike<number>,
  label: number,
  {
    distance = euclidean,
    ...options
  }: WuMarginOptions & { convention?: LabelConvention; distance?: Distance } = {},
): PairTerms {
  return ofPair((D) => wuMarginOfDistance(D, label, options), distance, x1, x2);
}

/**
 * The margin loss over triplets: the pairs (a, p) and (a, n) of each. Two items a triplet, in that order, so that the
 * mean over active items divides by the pairs that are charged, as the paper's program does.
 *
 * @param x N rows of d finite numbers
 * @param triplets rows of x, each a whole number from 0 to N − 1
 * @throws RangeError naming the argument
 */
export function wuMarginOfTriplets(
  x: RowsLike,
  triplets: readonly Triplet[],
  options: WuMarginOptions & { distance?: Distance; reducer?: Reducer } = {},
): BatchLoss<{ x: number[][]; beta: number }> {
  const { beta = 1.2, alpha = 0.2, distance = euclidean, reducer = 'mean-active' } = options;
  requireRows('x', x);
  requireNonNegative('beta', beta);
  requireNonNegative('alpha', alpha);
  requireTriplets('triplets', triplets, x.length);
  const { S: D, through } = amongRows(multipleOf(distance, 1), x);
  const G = D.map((row) => row.map(() => 0));
  let betaSlope = 0;
  const charge = (i: number, j: number, label: 1 | -1) => {
    const { loss, slope } = wuMarginOfDistance(rowAt(rowAt(D, i), j), label, { beta, alpha });
    rowAt(G, i)[j] = rowAt(rowAt(G, i), j) + slope;
    betaSlope -= slope;
    return loss;
  };
  const items = triplets.flatMap(([a, p, n]) => [charge(a, p, 1), charge(a, n, -1)]);
  const { loss, factor } = reduce(items, reducer);
  return {
    loss,
    items,
    gradient: { x: through(scaled(G, factor)), beta: 0 + betaSlope * factor },
  };
}

export const wuMarginLoss = defineLoss({
  id: 'wu-margin',
  name: 'Margin loss',
  unit: 'pair',
  about: 'Similar pairs nearer than a boundary and dissimilar pairs farther, each by the margin at least.',
  formula: String.raw`\max(0,\, \alpha + y\,(D - \beta))`,
  references: ['wu2017'],
  inputs: {
    ...LABELLED_INPUTS,
    beta: { kind: 'number', min: 0, max: 10, about: 'the boundary β, a distance, which may be learnt' },
  },
  parameters: {
    alpha: { kind: 'number', symbol: 'α', default: 0.2, min: 0, max: 100, about: 'margin, a distance' },
    distance: DISTANCE,
    reducer: { ...REDUCER, default: 'mean-active' },
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x, labels, beta }, { distance, ...options }) => {
    requireLabelled(x, labels);
    return wuMarginOfTriplets(x, tripletsOf(labels), { ...options, beta, distance: DISTANCES[distance] });
  },
});
