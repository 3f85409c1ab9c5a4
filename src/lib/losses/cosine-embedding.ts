import { defineLoss } from './declare';
import { cosineSimilarity } from './distances';
import { dissimilarity, type LabelConvention } from './labels';
import { ofPair, switched, type PairTerms, type RadialTerms } from './pair';
import { overPairs, PAIR_INPUTS } from './pair-batch';
import { REDUCER } from './reducers';
import { requireFiniteNumber, requireNonNegative } from './require';

/** What PyTorch adds to a squared length: 1e-12, kept in single precision whatever that of the embeddings. */
const EPSILON = Math.fround(1e-12);

export interface CosineEmbeddingOptions {
  /** The margin m, a cosine from −1 to 1; default 0. A larger one asks for less. */
  m?: number;
  /** Default ±1, as PyTorch has it: +1 = similar. */
  convention?: LabelConvention;
}

/**
 * The cosine embedding loss as a function of the cosine c.
 *
 *     L(y, c) = (1 − y) (1 − c) + y max(0, c − m)
 *     ∂L/∂c   = −(1 − y) + y [c > m]
 *
 * Here y = 0 for a similar pair, whatever the convention of the label. Kink: at c = m; 0 there, a subgradient.
 *
 * @throws RangeError naming the argument
 * @see `CosineEmbeddingLoss` of PyTorch
 */
export function cosineEmbeddingOfCosine(
  c: number,
  label: number,
  options: CosineEmbeddingOptions = {},
): RadialTerms {
  const { m = 0, convention = 'plus-minus-one' } = options;
  requireFiniteNumber('c', c);
  requireFiniteNumber('m', m);
  return switched(
    dissimilarity(label, convention),
    { loss: 1 - c, slope: -1 },
    { loss: Math.max(0, c - m), slope: c > m ? 1 : 0 },
  );
}

/**
 * {@link cosineEmbeddingOfCosine} of a pair of embeddings, with the gradient for each. `D` is the cosine.
 *
 * @param options also `eps`: ε ≥ 0 added to each squared length; default PyTorch's 1e-12 as a single-precision number
 */
export function cosineEmbedding(
  x1: ArrayLike<number>,
  x2: ArrayLike<number>,
  label: number,
  { eps = EPSILON, ...options }: CosineEmbeddingOptions & { eps?: number } = {},
): PairTerms {
  requireNonNegative('eps', eps);
  return ofPair((c) => cosineEmbeddingOfCosine(c, label, options), cosineSimilarity(eps), x1, x2);
}

export const cosineEmbeddingLoss = defineLoss({
  id: 'cosine-embedding',
  name: 'Cosine embedding loss',
  unit: 'pair',
  about: 'Similar pairs in one direction, dissimilar pairs below a cosine.',
  formula: String.raw`(1-y)(1-c) + y\max(0, c-m),\quad c=\cos(x_1,x_2)`,
  references: ['paszke2019'],
  inputs: PAIR_INPUTS,
  parameters: {
    m: {
      kind: 'number',
      symbol: 'm',
      default: 0,
      min: -1,
      max: 2,
      about: 'margin, a cosine; a larger one asks for less, one above 1 for nothing',
    },
    eps: {
      kind: 'number',
      symbol: 'ε',
      default: EPSILON,
      min: 0,
      max: 1,
      about: 'added to each squared length; PyTorch keeps its 1e-12 in single precision',
    },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x1, x2, y }, { reducer, ...options }) =>
    overPairs(
      (a, b, label) => cosineEmbedding(a, b, label, { ...options, convention: '0-similar' }),
      x1,
      x2,
      y,
      reducer,
    ),
});
