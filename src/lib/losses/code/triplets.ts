import type { linearContrastiveBatchLoss } from '../linear-contrastive-batch';
import type { TripletForm, tripletLoss } from '../triplet';
import type { MinerName } from '../miner-names';
import type { tripletMinedLoss } from '../triplet-mined';
import type { wuMarginLoss } from '../wu-margin';
import { distanceMatrix, distanceOfRows, isActive, PARTNERS, reduced } from './parts';
import { programOf } from './program';

const charged: Record<TripletForm, string> = {
  hinge: 'xp.relu(ap - an + m)',
  soft: 'xp.softplus(ap - an)',
  'soft-margin': 'xp.softplus(ap - an + m)',
};

const FARTHEST_POSITIVE = 'p = xp.argmax(xp.where(positive, D, -1e30), axis=1)';
const NEAREST_POSITIVE = 'p = xp.argmin(xp.where(positive, D, 1e30), axis=1)';
const FARTHEST_NEGATIVE = 'n = xp.argmax(xp.where(negative, D, -1e30), axis=1)';
const NEAREST_NEGATIVE = 'n = xp.argmin(xp.where(negative, D, 1e30), axis=1)';
const ONE_POSITIVE = 'chosen = chosen & (index[None, :] == p[:, None])[:, :, None]';
const ONE_NEGATIVE = 'chosen = chosen & (index[None, :] == n[:, None])[:, None, :]';

/** The lines that leave in `chosen` the triplets (a, p, n) that a miner takes. */
const MINERS: Record<MinerName, string[]> = {
  all: [],
  violating: ['chosen = chosen & (gap <= m)'],
  'semi-hard': ['chosen = chosen & (0 < gap) & (gap <= m)'],
  hard: ['chosen = chosen & (gap <= 0)'],
  easy: ['chosen = chosen & (gap > m)'],
  'batch-hard': [FARTHEST_POSITIVE, NEAREST_NEGATIVE, ONE_POSITIVE, ONE_NEGATIVE],
  'batch-easy': [NEAREST_POSITIVE, FARTHEST_NEGATIVE, ONE_POSITIVE, ONE_NEGATIVE],
  'easy-positive-semi-hard': [
    NEAREST_POSITIVE,
    ONE_POSITIVE,
    'nearest = xp.min(xp.where(positive, D, 1e30), axis=1)',
    'beyond = negative & (D > nearest[:, None])',
    'n = xp.argmin(xp.where(beyond, D, 1e30), axis=1)',
    ONE_NEGATIVE,
    'chosen = chosen & beyond[:, None, :]',
  ],
  'hardest-negatives': [NEAREST_NEGATIVE, ONE_NEGATIVE],
  'nearest-semi-hard': [
    'beyond = negative[:, None, :] & (gap > 0)',
    'nearest = xp.argmin(xp.where(beyond, D[:, None, :], 1e30), axis=2)',
    'farthest = xp.argmax(xp.where(negative, D, -1e30), axis=1)',
    'n = xp.where(xp.any(beyond, axis=2), nearest, farthest[:, None])',
    'chosen = chosen & (index[None, None, :] == n[:, :, None])',
  ],
};

/** The losses of triplets, and of pairs taken from triplets or from all pairs of a batch. */
export const tripletPrograms = {
  triplet: programOf<typeof tripletLoss>({
    name: 'triplet_loss',
    body({ form, squared, swap, distance, reducer }) {
      const measure = (from: string, to: string) => {
        if (squared && distance === 'euclidean') return `xp.sum(xp.square(${from} - ${to}), axis=-1)`;
        const D = distanceOfRows(distance, from, to);
        return squared ? `xp.square(${D})` : D;
      };
      return [
        `ap = ${measure('a', 'p')}`,
        `an = ${measure('a', 'n')}`,
        ...(swap ? [`an = xp.minimum(an, ${measure('p', 'n')})`] : []),
        `loss = ${charged[form]}`,
        ...reduced(reducer),
      ];
    },
  }),
  'triplet-mined': programOf<typeof tripletMinedLoss>({
    name: 'mined_triplet_loss',
    body: ({ form, squared, swap, distance, mining, reducer }) => [
      ...distanceMatrix(distance),
      ...(squared ? ['D = D**2'] : []),
      ...PARTNERS,
      '# Entry (a, p, n) of what follows belongs to that triplet.',
      'chosen = positive[:, :, None] & negative[:, None, :]',
      ...(MINERS[mining].some((line) => line.includes('gap')) ? ['gap = D[:, None, :] - D[:, :, None]'] : []),
      ...MINERS[mining],
      'ap = D[:, :, None]',
      swap ? 'an = xp.minimum(D[:, None, :], D[None, :, :])' : 'an = D[:, None, :]',
      `loss = xp.where(chosen, ${charged[form]}, 0.0)`,
      ...reduced(reducer, 'chosen'),
    ],
  }),
  'wu-margin': programOf<typeof wuMarginLoss>({
    name: 'margin_loss',
    body: ({ distance, reducer }) => [
      ...distanceMatrix(distance),
      ...PARTNERS,
      '# How many triplets have the pair (a, p), and how many the pair (a, n).',
      'times_p = xp.where(positive, 1.0, 0.0) * xp.sum(xp.where(negative, 1.0, 0.0), axis=1)[:, None]',
      'times_n = xp.where(negative, 1.0, 0.0) * xp.sum(xp.where(positive, 1.0, 0.0), axis=1)[:, None]',
      'far = xp.relu(alpha + D - beta)',
      '# The distances first: alpha + beta alone would be rounded to the precision of beta.',
      'near = xp.relu(alpha - D + beta)',
      'total = xp.sum(times_p * far) + xp.sum(times_n * near)',
      ...{
        sum: ['return total'],
        mean: ['return total / xp.at_least(xp.sum(times_p) + xp.sum(times_n), 1.0)'],
        'mean-active': [
          `active = xp.where(${isActive('far')}, times_p, 0.0) + xp.where(${isActive('near')}, times_n, 0.0)`,
          'return total / xp.at_least(xp.sum(active), 1.0)',
        ],
      }[reducer],
    ],
  }),
  'linear-contrastive-batch': programOf<typeof linearContrastiveBatchLoss>({
    name: 'linear_contrastive_loss',
    body({ measure, reducer }) {
      const isCosine = measure === 'cosine';
      const squares = ['D = xp.sum(xp.square(x[:, None] - x[None, :]), axis=-1)'];
      const side = (name: string) =>
        ({
          sum: [`${name} = xp.sum(${name})`],
          mean: [`${name} = xp.sum(${name}) / xp.at_least(xp.sum(xp.where(${name}_pairs, 1.0, 0.0)), 1.0)`],
          'mean-active': [
            `${name} = xp.sum(${name}) / xp.at_least(xp.sum(xp.where(${isActive(name)}, 1.0, 0.0)), 1.0)`,
          ],
        })[reducer];
      return [
        ...(measure.startsWith('normalised') || isCosine ? ['x = xp.normalize(x, axis=-1)'] : []),
        ...(isCosine
          ? ['s = x @ xp.transpose(x)']
          : measure.endsWith('squared')
            ? squares
            : distanceMatrix('euclidean')),
        'index = xp.arange(labels.shape[0])',
        'once = index[:, None] < index[None, :]',
        'similar_pairs = once & (labels[:, None] == labels[None, :])',
        'dissimilar_pairs = once & (labels[:, None] != labels[None, :])',
        `similar = xp.where(similar_pairs, xp.relu(${isCosine ? 'm_positive - s' : 'D - m_positive'}), 0.0)`,
        `dissimilar = xp.where(dissimilar_pairs, xp.relu(${isCosine ? 's - m' : 'm - D'}), 0.0)`,
        ...side('similar'),
        ...side('dissimilar'),
        'return similar + dissimilar',
      ];
    },
  }),
};
