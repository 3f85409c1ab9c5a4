import { lengthOf } from './distances';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers, type Rows } from './declare';
import { infoNce } from './infonce';
import { requireLabelled } from './labelled';
import { REDUCER, type Reducer } from './reducers';
import { requireNonNegative, requireFlag } from './require';
import { addScaled, requireRows, requireShape, rowAt, zerosLike, plainArray } from './rows';

export interface NPairOptions {
  /** λ ≥ 0, the weight of the squared lengths; default 0. */
  lambda?: number;
  /** Whether embeddings are compared after division by their length; default false, as in the paper. */
  normalise?: boolean;
  reducer?: Reducer;
}

/**
 * The multi-class N-pair loss: each anchor must tell its own positive from the positives of the other N − 1 anchors.
 *
 *     Lᵢ = log(1 + Σ_{j≠i} e^{aᵢ·pⱼ − aᵢ·pᵢ}),   ∂Lᵢ/∂(aᵢ·pⱼ) = softmaxⱼ(aᵢ·p) − [i = j]
 *
 * One item a pair. To their mean or sum, λ times the mean squared length of the 2N embeddings is added. With
 * `normalise` the products are cosines, to which a zero vector contributes 0 and no gradient, by convention.
 *
 * @param a N rows of d finite numbers, of N different classes
 * @param p N rows of d finite numbers, row i being of the class of row i of a
 * @throws RangeError naming the argument
 * @see Sohn (2016), section 3.2
 */
export function nPair(
  a: RowsLike,
  p: RowsLike,
  { lambda = 0, normalise = false, reducer = 'mean' }: NPairOptions = {},
): BatchLoss<{ a: number[][]; p: number[][] }> {
  requireNonNegative('lambda', lambda);
  requireFlag('normalise', normalise);
  requireRows('a', a);
  requireShape('p', p, { count: a.length, dimension: rowAt(a, 0).length });
  const { loss, items, gradient } = infoNce(a, p, { temperature: 1, normalise, reducer });
  const weight = lambda / (2 * a.length);
  const withLengths = (g: Rows, rows: RowsLike) =>
    g.map((row, i) => row.map((component, k) => component + 2 * weight * rowAt(rowAt(rows, i), k)));
  const squares = [...a, ...p].reduce((sum, row) => sum + lengthOf(row) ** 2, 0);
  return {
    loss: loss + weight * squares,
    items,
    gradient: { a: withLengths(gradient.a, a), p: withLengths(gradient.b, p) },
  };
}

/** The first two rows of every class that has two, as an anchor and its positive, in the order of the classes. */
export function firstPairs(labels: Numbers): [a: number, p: number][] {
  const y = plainArray(labels);
  const classes = [...new Set(y)].sort((one, other) => one - other);
  return classes.flatMap((label): [number, number][] => {
    const a = y.indexOf(label);
    const p = y.indexOf(label, a + 1);
    return p >= 0 ? [[a, p]] : [];
  });
}

/**
 * {@link nPair} of a labelled batch, of which {@link firstPairs} are taken. The other rows take no part: they have no
 * gradient, and their lengths do not count. Without a pair the loss is 0.
 *
 * @param x N rows of d finite numbers
 * @param labels N whole numbers ≥ 0
 * @throws RangeError naming the argument
 */
export function nPairOfClasses(
  x: RowsLike,
  labels: Numbers,
  options: NPairOptions = {},
): BatchLoss<{ x: number[][] }> {
  requireLabelled(x, labels);
  const pairs = firstPairs(labels);
  const sum = zerosLike(x);
  if (pairs.length === 0) return { loss: 0, items: [], gradient: { x: sum } };
  const rows = (side: 0 | 1) => pairs.map((pair) => rowAt(x, pair[side]));
  const { loss, items, gradient } = nPair(rows(0), rows(1), options);
  pairs.forEach(([a, p], i) => {
    addScaled(rowAt(sum, a), rowAt(gradient.a, i), 1);
    addScaled(rowAt(sum, p), rowAt(gradient.p, i), 1);
  });
  return { loss, items, gradient: { x: sum } };
}

export const nPairLoss = defineLoss({
  id: 'n-pair',
  name: 'N-pair loss',
  unit: 'n-tuple',
  about: 'Each anchor more like its own positive than like the positives of all other anchors.',
  formula: String.raw`\log\Bigl(1 + \sum_{j\neq i} e^{\,a_i\cdot p_j - a_i\cdot p_i}\Bigr)`,
  references: ['sohn2016'],
  inputs: {
    a: { kind: 'rows', count: 'N', dimension: 'd', about: 'anchors, each of another class' },
    p: { kind: 'rows', count: 'N', dimension: 'd', about: 'positives, one of the class of each anchor' },
  },
  parameters: {
    lambda: {
      kind: 'number',
      symbol: 'λ',
      default: 0,
      min: 0,
      max: 100,
      about: 'weight of the mean squared length of the embeddings',
    },
    normalise: { kind: 'flag', default: false, about: 'whether embeddings are divided by their length' },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ a, p }, options) => nPair(a, p, options),
});
