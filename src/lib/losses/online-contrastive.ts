import { contrastiveOfDistance } from './contrastive';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { DISTANCE, DISTANCES } from './distance-parameter';
import { euclidean, type Distance } from './distances';
import { dissimilarity, type LabelConvention } from './labels';
import { ofPair } from './pair';
import { PAIR_INPUTS, requirePairs } from './pair-batch';
import { requireNonNegative, requireFlag, requireFunction } from './require';
import { rowAt, plainArray } from './rows';

export interface OnlineContrastiveOptions {
  /** The margin m ≥ 0, a distance; default 0.5. */
  m?: number;
  /** Whether the only pair of its kind is no threshold, as it was before September 2026; default false. */
  ignoreSingle?: boolean;
  convention?: LabelConvention;
  distance?: Distance;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The contrastive loss of the hard pairs of a batch alone, summed and without the factor ½.
 *
 * A similar pair counts when it is farther apart than the nearest dissimilar pair, a dissimilar one when it is nearer
 * than the farthest similar pair. Where there is no pair of the other kind, the threshold is the mean of the own kind.
 * The choice carries no gradient. One item a pair; zero for a pair that does not count.
 *
 * Until September 2026 Sentence Transformers took that mean also where the other kind had a single pair, so that a
 * batch of one similar and one dissimilar pair was free however wrong; `ignoreSingle` is that form.
 *
 * @param x1 B rows of d finite numbers
 * @param x2 B rows of d finite numbers
 * @param labels B labels, in the convention of the options
 * @throws RangeError naming the argument, and what is allowed
 * @see `OnlineContrastiveLoss` of Sentence Transformers (Reimers, Gurevych 2019), with its pull request 4020
 */
export function onlineContrastive(
  x1: RowsLike,
  x2: RowsLike,
  labels: Numbers,
  {
    m = 0.5,
    ignoreSingle = false,
    convention = '0-similar',
    distance = euclidean,
  }: OnlineContrastiveOptions = {},
): BatchLoss<{ x1: number[][]; x2: number[][] }> {
  requireNonNegative('m', m);
  requireFlag('ignoreSingle', ignoreSingle);
  requireFunction('distance', distance, 'euclidean');
  requirePairs(x1, x2, labels);
  const y = plainArray(labels).map((label) => dissimilarity(label, convention));
  const D = x1.map((row, i) => Math.max(0, distance(row, rowAt(x2, i)).D));
  const [similar, dissimilar] = [D.filter((_, i) => y[i] === 0), D.filter((_, i) => y[i] === 1)];
  const ignored = ignoreSingle ? 1 : 0;
  const farthest = similar.length > ignored ? Math.max(...similar) : mean(dissimilar);
  const nearest = dissimilar.length > ignored ? Math.min(...dissimilar) : mean(similar);
  const isHard = D.map((own, i) => (y[i] === 0 ? own > nearest : own < farthest));

  const none = { similar: 0, dissimilar: 0, loss: 0, slope: 0 };
  const terms = x1.map((row, i) =>
    ofPair(
      (own) => (isHard[i] ? contrastiveOfDistance(Math.max(0, own), rowAt(y, i), { m, half: false }) : none),
      distance,
      row,
      rowAt(x2, i),
    ),
  );
  const items = terms.map(({ loss }) => loss);
  return {
    loss: items.reduce((sum, item) => sum + item, 0),
    items,
    gradient: { x1: terms.map(({ gradient }) => gradient.x1), x2: terms.map(({ gradient }) => gradient.x2) },
  };
}

export const onlineContrastiveLoss = defineLoss({
  id: 'online-contrastive',
  name: 'Online contrastive loss',
  unit: 'pair',
  about: 'The contrastive loss of those pairs of a batch that are in the wrong order.',
  formula: String.raw`(1-y)\,D^2\,[D > \min_{\text{dissimilar}} D] + y \max(0, m-D)^2\,[D < \max_{\text{similar}} D]`,
  references: ['reimers2019'],
  inputs: PAIR_INPUTS,
  parameters: {
    m: { kind: 'number', symbol: 'm', default: 0.5, min: 0, max: 100, about: 'margin, a distance' },
    ignoreSingle: {
      kind: 'flag',
      default: false,
      about:
        'whether the only pair of its kind is no threshold, as in Sentence Transformers before September 2026',
    },
    distance: DISTANCE,
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x1, x2, y }, { distance, ...options }) =>
    onlineContrastive(x1, x2, y, { ...options, distance: DISTANCES[distance] }),
});
