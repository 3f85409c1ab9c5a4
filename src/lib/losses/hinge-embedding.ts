import { defineLoss, type BatchLoss, type Numbers } from './declare';
import { dissimilarity, type LabelConvention } from './labels';
import { switched, type RadialTerms } from './pair';
import { reduce, REDUCER, type Reducer } from './reducers';
import { requireFiniteNumber, requireNonNegative } from './require';
import { rowAt, plainArray } from './rows';

export interface HingeEmbeddingOptions {
  /** The margin m ≥ 0, a distance; default 1. */
  m?: number;
  /** Default ±1, as PyTorch has it: +1 = similar. */
  convention?: LabelConvention;
}

/**
 * The hinge embedding loss of a distance x that the caller has measured.
 *
 *     L(y, x) = (1 − y) x + y max(0, m − x)
 *     ∂L/∂x   = (1 − y) − y [x < m]
 *
 * Here y = 0 for a similar pair, whatever the convention of the label. Kink: at x = m; 0 there, a subgradient.
 *
 * @throws RangeError naming the argument
 * @see `HingeEmbeddingLoss` of PyTorch
 */
export function hingeEmbedding(x: number, label: number, options: HingeEmbeddingOptions = {}): RadialTerms {
  const { m = 1, convention = 'plus-minus-one' } = options;
  requireFiniteNumber('x', x);
  requireNonNegative('m', m);
  return switched(
    dissimilarity(label, convention),
    { loss: x, slope: 1 },
    { loss: Math.max(0, m - x), slope: x < m ? -1 : 0 },
  );
}

/**
 * {@link hingeEmbedding} of a batch of distances. One item a distance.
 *
 * @param x B distances
 * @param labels B labels, in the convention of the options
 * @throws RangeError naming the argument
 */
export function hingeEmbeddings(
  x: Numbers,
  labels: Numbers,
  { reducer = 'mean', ...options }: HingeEmbeddingOptions & { reducer?: Reducer } = {},
): BatchLoss<{ x: number[] }> {
  if (labels.length !== x.length) {
    throw new RangeError(`y has ${labels.length} entries; ${x.length} are needed, one a distance`);
  }
  const terms = plainArray(x).map((distance, i) => hingeEmbedding(distance, rowAt(labels, i), options));
  const items = terms.map((term) => term.loss);
  const { loss, factor } = reduce(items, reducer);
  return { loss, items, gradient: { x: terms.map((term) => 0 + term.slope * factor) } };
}

export const hingeEmbeddingLoss = defineLoss({
  id: 'hinge-embedding',
  name: 'Hinge embedding loss',
  unit: 'pair',
  about: 'Given distances: small for similar pairs, at least the margin for dissimilar ones.',
  formula: String.raw`(1-y)\,x + y\max(0, m-x)`,
  references: ['paszke2019'],
  inputs: {
    x: { kind: 'numbers', count: 'B', min: 0, max: 3, about: 'distances' },
    y: { kind: 'sides', count: 'B', sides: [0, 1], about: '0 for a similar pair, 1 for a dissimilar one' },
  },
  parameters: {
    m: { kind: 'number', symbol: 'm', default: 1, min: 0, max: 100, about: 'margin, a distance' },
    reducer: REDUCER,
  },
  invariances: ['permutation'],
  evaluate: ({ x, y }, options) => hingeEmbeddings(x, y, { ...options, convention: '0-similar' }),
});
