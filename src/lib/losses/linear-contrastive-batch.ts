import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { cosineSimilarity, euclidean, normalised, squaredEuclidean, type Distance } from './distances';
import { LABELLED_INPUTS, requireLabelled } from './labelled';
import { unorderedPairs } from './pair-batch';
import { reduce, REDUCER, type Reducer } from './reducers';
import { requireFiniteNumber, requireOption } from './require';
import { addScaled, rowAt, zerosLike } from './rows';

/** How two embeddings are compared; a cosine is greater the nearer they are, the others are distances. */
export type LinearMeasure = 'euclidean' | 'squared' | 'normalised' | 'normalised-squared' | 'cosine';

const MEASURES: Record<LinearMeasure, Distance> = {
  euclidean,
  squared: squaredEuclidean,
  normalised: normalised(euclidean),
  'normalised-squared': normalised(squaredEuclidean),
  cosine: cosineSimilarity(),
};

export interface LinearContrastiveBatchOptions {
  /** The margin m⁺ of similar pairs, in the unit of the measure; default 0. */
  mPositive?: number;
  /** The margin m of dissimilar pairs, in the unit of the measure; default 1. */
  m?: number;
  measure?: LinearMeasure;
  reducer?: Reducer;
}

/**
 * The contrastive loss without squares over all pairs of labelled rows, similar and dissimilar pairs reduced apart.
 *
 *     L = reduce_{similar} max(0, D − m⁺) + reduce_{dissimilar} max(0, m − D)          for a distance
 *     L = reduce_{similar} max(0, m⁺ − s) + reduce_{dissimilar} max(0, s − m)          for the cosine s
 *
 * One item an unordered pair, similar ones first. Kinks: where a pair is at its margin; 0 there, a subgradient.
 *
 * @param x N rows of d finite numbers
 * @param labels N classes, whole numbers ≥ 0
 * @throws RangeError naming the argument, and what is allowed
 * @see `ContrastiveLoss` of pytorch-metric-learning (Musgrave, Belongie, Lim 2020)
 */
export function linearContrastiveBatch(
  x: RowsLike,
  labels: Numbers,
  {
    mPositive = 0,
    m = 1,
    measure = 'euclidean',
    reducer = 'mean-active',
  }: LinearContrastiveBatchOptions = {},
): BatchLoss<{ x: number[][] }> {
  requireFiniteNumber('mPositive', mPositive);
  requireFiniteNumber('m', m);
  requireOption('measure', measure, Object.keys(MEASURES));
  const y = requireLabelled(x, labels);
  /** The direction in which the measure grows apart. */
  const apart = measure === 'cosine' ? -1 : 1;
  const gradient = zerosLike(x);
  const side = (isSimilar: boolean): { loss: number; items: number[] } => {
    const [margin, sign] = isSimilar ? [mPositive, apart] : [m, -apart];
    const pairs = [...unorderedPairs(x.length)].filter(([i, j]) => (y[i] === y[j]) === isSimilar);
    const measured = pairs.map(([i, j]) => MEASURES[measure](rowAt(x, i), rowAt(x, j)));
    const items = measured.map(({ D }) => Math.max(0, sign * (D - margin)));
    const { loss, factor } = reduce(items, reducer);
    pairs.forEach(([i, j], k) => {
      if (rowAt(items, k) === 0) return;
      const { x1, x2 } = rowAt(measured, k).gradient;
      addScaled(rowAt(gradient, i), x1, sign * factor);
      addScaled(rowAt(gradient, j), x2, sign * factor);
    });
    return { loss, items };
  };
  const [similar, dissimilar] = [side(true), side(false)];
  return {
    loss: similar.loss + dissimilar.loss,
    items: [...similar.items, ...dissimilar.items],
    gradient: { x: gradient },
  };
}

export const linearContrastiveBatchLoss = defineLoss({
  id: 'linear-contrastive-batch',
  name: 'Contrastive loss, not squared, over a batch',
  unit: 'pair',
  about:
    'All pairs of a labelled batch, similar and dissimilar ones averaged apart, by distance or by cosine.',
  formula: String.raw`[\text{similar}]\max(0, D-m^{+}) + [\text{dissimilar}]\max(0, m-D)`,
  references: ['musgrave2020'],
  inputs: LABELLED_INPUTS,
  parameters: {
    mPositive: {
      kind: 'number',
      symbol: 'm⁺',
      default: 0,
      min: -1,
      max: 100,
      about: 'margin of similar pairs',
    },
    m: { kind: 'number', symbol: 'm', default: 1, min: -1, max: 100, about: 'margin of dissimilar pairs' },
    measure: {
      kind: 'option',
      default: 'euclidean',
      options: ['euclidean', 'squared', 'normalised', 'normalised-squared', 'cosine'],
      about: 'what the margins are compared with',
    },
    reducer: { ...REDUCER, default: 'mean-active' },
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x, labels }, options) => linearContrastiveBatch(x, labels, options),
});
