import { requireFlag } from './require';
import { CLASS_INPUTS } from './class-inputs';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { squaredEuclidean } from './distances';
import { reduce, REDUCER, type Reducer } from './reducers';
import { addScaled, requireLabels, requireRows, requireShape, rowAt, scaled, zerosLike } from './rows';

export interface CenterOptions {
  /** Whether each term carries the factor ½, as in the paper; default true. */
  half?: boolean;
  /** Default the sum, as in the paper. */
  reducer?: Reducer;
}

function requireCenters(x: RowsLike, centers: RowsLike, labels: Numbers): void {
  requireRows('x', x);
  requireShape('centers', centers, { dimension: rowAt(x, 0).length });
  requireLabels('labels', labels, { count: x.length, classes: centers.length });
}

/**
 * The centre loss: each embedding near the centre of its class. One item an embedding.
 *
 *     Lᵢ = ½ ‖xᵢ − c_{yᵢ}‖²,    ∂Lᵢ/∂xᵢ = xᵢ − c_{yᵢ} = −∂Lᵢ/∂c_{yᵢ}
 *
 * No kink. Alone it is least where all points and centres coincide, so the paper adds it to a softmax loss; there the
 * centres do not follow this gradient but {@link movedCenters}.
 *
 * @param x B rows of d finite numbers
 * @param centers C rows of d finite numbers, one a class
 * @param labels B classes from 0 to C − 1
 * @throws RangeError naming the argument, and what is allowed
 * @see Wen, Zhang, Li, Qiao (2016), eq. 2
 */
export function center(
  x: RowsLike,
  centers: RowsLike,
  labels: Numbers,
  { half = true, reducer = 'sum' }: CenterOptions = {},
): BatchLoss<{ x: number[][]; centers: number[][] }> {
  requireCenters(x, centers, labels);
  requireFlag('half', half);
  const c = half ? 1 / 2 : 1;
  const gradient = { x: zerosLike(x), centers: zerosLike(centers) };
  const items = x.map((xi, i) => {
    const y = rowAt(labels, i);
    const { D, gradient: g } = squaredEuclidean(xi, rowAt(centers, y));
    addScaled(rowAt(gradient.x, i), g.x1, c);
    addScaled(rowAt(gradient.centers, y), g.x2, c);
    return c * D;
  });
  const { loss, factor } = reduce(items, reducer);
  return {
    loss,
    items,
    gradient: { x: scaled(gradient.x, factor), centers: scaled(gradient.centers, factor) },
  };
}

/**
 * The centres after a step of the paper's rule, which is damped where a class has few embeddings in the batch, and
 * leaves the centre of a class that has none:
 *
 *     cⱼ ← cⱼ − α Δcⱼ,    Δcⱼ = Σ_{i: yᵢ=j} (cⱼ − xᵢ) / (1 + nⱼ),    nⱼ = |{i: yᵢ = j}|
 *
 * @param alpha α, from 0 to 1; default 0.5
 * @throws RangeError naming the argument, and what is allowed
 * @see Wen, Zhang, Li, Qiao (2016), eq. 4
 */
export function movedCenters(x: RowsLike, centers: RowsLike, labels: Numbers, alpha = 0.5): number[][] {
  requireCenters(x, centers, labels);
  if (!(alpha >= 0 && alpha <= 1)) {
    throw new RangeError(`alpha is ${alpha}; a number from 0 to 1 is allowed`);
  }
  return centers.map((cj, j) => {
    const own = x.filter((_, i) => labels[i] === j);
    const moved = Array.from(cj);
    for (const xi of own) {
      const away = Array.from(cj, (component, k) => component - rowAt(xi, k));
      addScaled(moved, away, -alpha / (1 + own.length));
    }
    return moved;
  });
}

export const centerLoss = defineLoss({
  id: 'center',
  name: 'Center loss',
  unit: 'class weights',
  about: 'Each embedding near the centre of its class; nothing keeps the centres apart.',
  formula: String.raw`\tfrac12\lVert x-c_y\rVert^2`,
  references: ['wen2016'],
  inputs: {
    x: CLASS_INPUTS.x,
    centers: { kind: 'rows', count: 'C', dimension: 'd', about: 'centres, one a class' },
    labels: CLASS_INPUTS.labels,
  },
  parameters: {
    half: { kind: 'flag', default: true, about: 'whether each term carries the factor ½' },
    reducer: { ...REDUCER, default: 'sum' },
  },
  invariances: ['permutation', 'rotation', 'translation'],
  evaluate: ({ x, centers, labels }, options) => center(x, centers, labels, options),
});
