import type { circleLoss } from '../circle';
import type { clipLoss } from '../clip';
import type { coSentLoss } from '../cosent';
import type { generalisedLiftedStructureLoss } from '../generalised-lifted-structure';
import type { infoNceLoss } from '../infonce';
import type { liftedStructureLoss } from '../lifted-structure';
import type { multiSimilarityLoss } from '../multi-similarity';
import type { nPairLoss } from '../n-pair';
import type { ntXentLoss } from '../nt-xent';
import type { alignmentUniformityLoss } from '../alignment-uniformity';
import type { sigLipLoss } from '../siglip';
import type { supConLoss } from '../supcon';
import type { vicRegLoss } from '../vicreg';
import type { Reducer } from '../reducers';
import type { ArrayLanguage } from './names';
import { diagonalCrossEntropy, distanceMatrix, NONE, PARTNERS, reduced, similarityMatrix } from './parts';
import { programOf } from './program';

/** A value that no gradient goes through. */
const constant = (value: string, language: ArrayLanguage) =>
  ({ pytorch: `(${value}).detach()`, keras: `ops.stop_gradient(${value})`, numpy: value })[language];

/**
 * `cost`, −log q of each pair (i, p) among all pairs of i. The mean over active items needs the digits of a cost near
 * zero, which the difference of two large numbers has lost.
 */
const pairCosts = (reducer: Reducer): string[] => [
  'others = index[:, None] != index[None, :]',
  ...(reducer === 'mean-active'
    ? [
        '# Entry (i, p, a) compares the pair (i, a) with (i, p), which keeps the digits of a loss near zero.',
        'rivals = others[:, None, :] & others[None, :, :]',
        'ahead = s[:, None, :] - s[:, :, None]',
        `cost = xp.softplus(xp.logsumexp(xp.where(rivals, ahead, ${NONE}), axis=2))`,
      ]
    : [`cost = xp.logsumexp(xp.where(others, s, ${NONE}), axis=1)[:, None] - s`]),
];

/** The losses whose item sees a whole batch. */
export const batchPrograms = {
  infonce: programOf<typeof infoNceLoss>({
    name: 'infonce_loss',
    body: ({ normalise, reducer }) => [
      similarityMatrix('a', 'b', normalise),
      's = s / temperature',
      ...diagonalCrossEntropy(reducer),
      ...reduced(reducer),
    ],
  }),
  'n-pair': programOf<typeof nPairLoss>({
    name: 'n_pair_loss',
    body({ lambda, normalise, reducer }) {
      const lines = [similarityMatrix('a', 'p', normalise), ...diagonalCrossEntropy(reducer)];
      if (lambda === 0) return [...lines, ...reduced(reducer)];
      return [
        ...lines,
        'lengths = (xp.sum(xp.square(a)) + xp.sum(xp.square(p))) / (2 * a.shape[0])',
        ...reduced(reducer).map((line) => (line.startsWith('return') ? `${line} + lam * lengths` : line)),
      ];
    },
  }),
  clip: programOf<typeof clipLoss>({
    name: 'clip_loss',
    body: ({ normalise }) => [
      similarityMatrix('img', 'txt', normalise),
      's = scale * s',
      'to_text = xp.logsumexp(s, axis=1) - xp.diagonal(s)',
      'to_image = xp.logsumexp(s, axis=0) - xp.diagonal(s)',
      'return xp.mean(to_text + to_image) / 2',
    ],
  }),
  siglip: programOf<typeof sigLipLoss>({
    name: 'siglip_loss',
    body: ({ normalise }) => [
      similarityMatrix('img', 'txt', normalise),
      'index = xp.arange(img.shape[0])',
      'z = xp.where(index[:, None] == index[None, :], 1.0, -1.0)',
      'return xp.sum(xp.softplus(-z * (t * s + b))) / img.shape[0]',
    ],
  }),
  'alignment-uniformity': programOf<typeof alignmentUniformityLoss>({
    name: 'alignment_uniformity_loss',
    body: () => [
      'units = [xp.normalize(a, axis=-1), xp.normalize(b, axis=-1)]',
      'loss = xp.sum(xp.square(units[0] - units[1])) / a.shape[0]',
      'index = xp.arange(a.shape[0])',
      'pairs = index[:, None] < index[None, :]',
      'count = a.shape[0] * (a.shape[0] - 1) / 2',
      'for unit in units:',
      '    square = xp.sum(xp.square(unit[:, None] - unit[None, :]), axis=-1)',
      '    potential = xp.sum(xp.where(pairs, xp.exp(-t * square), 0.0)) / count',
      '    loss = loss + lam / 2 * xp.log(potential)',
      'return loss',
    ],
  }),
  vicreg: programOf<typeof vicRegLoss>({
    name: 'vicreg_loss',
    body: () => [
      'n, d = a.shape',
      'loss = invariance * xp.sum(xp.square(a - b)) / n',
      'index = xp.arange(d)',
      'off_diagonal = index[:, None] != index[None, :]',
      'for z in (a, b):',
      '    z = z - xp.sum(z, axis=0) / n',
      '    C = xp.transpose(z) @ z / (n - 1)',
      '    v = xp.sum(xp.relu(gamma - xp.sqrt(xp.diagonal(C) + eps))) / d',
      '    c = xp.sum(xp.where(off_diagonal, xp.square(C), 0.0)) / d',
      '    loss = loss + variance * v + covariance * c',
      'return loss',
    ],
  }),
  'nt-xent': programOf<typeof ntXentLoss>({
    name: 'nt_xent_loss',
    body: ({ distance, denominator, reducer }) => [
      ...(distance === 'cosine'
        ? [similarityMatrix('x', 'x', true)]
        : [...distanceMatrix('euclidean'), 's = -D']),
      's = s / temperature',
      ...PARTNERS,
      ...(denominator === 'other-classes'
        ? [
            `rivals = xp.logsumexp(xp.where(negative, s, ${NONE}), axis=1)`,
            'loss = xp.where(positive, xp.softplus(rivals[:, None] - s), 0.0)',
          ]
        : [...pairCosts(reducer), 'loss = xp.where(positive, cost, 0.0)']),
      ...reduced(reducer, 'positive'),
    ],
  }),
  supcon: programOf<typeof supConLoss>({
    name: 'supcon_loss',
    body: ({ normalise, contrastMode, needsNegatives, reducer }) => [
      similarityMatrix('x', 'x', normalise),
      's = s / temperature',
      ...PARTNERS,
      ...pairCosts(reducer),
      'count_p = xp.at_least(xp.sum(xp.where(positive, 1.0, 0.0), axis=1), 1.0)',
      'loss = xp.sum(xp.where(positive, cost, 0.0), axis=1) / count_p',
      'loss = temperature / base_temperature * loss',
      ...(contrastMode === 'one'
        ? [
            '# The rows are view after view: the first views are the anchors.',
            'loss = loss[: x.shape[0] // views]',
          ]
        : []),
      ...(needsNegatives ? ['loss = xp.where(xp.any(negative), loss, 0.0)'] : []),
      ...reduced(reducer),
    ],
  }),
  'lifted-structure': programOf<typeof liftedStructureLoss>({
    name: 'lifted_structure_loss',
    body: ({ distance, reducer }) => [
      ...distanceMatrix(distance),
      ...PARTNERS,
      'pairs = same & (index[:, None] < index[None, :])',
      `near = xp.logsumexp(xp.where(negative, m - D, ${NONE}), axis=1)`,
      'J = xp.logaddexp(near[:, None], near[None, :]) + D - slack',
      'loss = xp.where(pairs, 0.5 * xp.relu(J) ** 2, 0.0)',
      ...reduced(reducer, 'pairs'),
    ],
  }),
  'generalised-lifted-structure': programOf<typeof generalisedLiftedStructureLoss>({
    name: 'generalised_lifted_structure_loss',
    body: ({ distance, reducer }) => [
      ...distanceMatrix(distance),
      ...PARTNERS,
      `far = xp.logsumexp(xp.where(positive, D - slack, ${NONE}), axis=1)`,
      `near = xp.logsumexp(xp.where(negative, m - D, ${NONE}), axis=1)`,
      'loss = xp.relu(far + near)',
      ...reduced(reducer),
    ],
  }),
  'multi-similarity': programOf<typeof multiSimilarityLoss>({
    name: 'multi_similarity_loss',
    body: ({ mined, leastPairs, reducer }) => [
      similarityMatrix('x', 'x', true),
      ...PARTNERS,
      ...(mined
        ? [
            'hardest_positive = xp.min(xp.where(positive, s, 1e30), axis=1)',
            'hardest_negative = xp.max(xp.where(negative, s, -1e30), axis=1)',
            'positive = positive & (s - epsilon < hardest_negative[:, None])',
            'negative = negative & (s + epsilon > hardest_positive[:, None])',
          ]
        : []),
      `pull = xp.softplus(xp.logsumexp(xp.where(positive, -alpha * (s - lam), ${NONE}), axis=1)) / alpha`,
      `push = xp.softplus(xp.logsumexp(xp.where(negative, beta * (s - lam), ${NONE}), axis=1)) / beta`,
      'loss = pull + push',
      ...(leastPairs > 1
        ? [
            'count_p = xp.sum(xp.where(positive, 1.0, 0.0))',
            'count_n = xp.sum(xp.where(negative, 1.0, 0.0))',
            'loss = xp.where(xp.maximum(count_p, count_n) >= least_pairs, loss, 0.0)',
          ]
        : []),
      ...reduced(reducer),
    ],
  }),
  circle: programOf<typeof circleLoss>({
    name: 'circle_loss',
    body({ over, detached, reducer }, language) {
      const weight = (value: string) => (detached ? constant(value, language) : value);
      const inBatch = over === 'batch';
      const total = (mask: string, z: string) =>
        inBatch
          ? `xp.logsumexp(xp.reshape(xp.where(${mask}, ${z}, ${NONE}), (-1,)), axis=0)`
          : `xp.logsumexp(xp.where(${mask}, ${z}, ${NONE}), axis=1)`;
      return [
        similarityMatrix('x', 'x', true),
        ...PARTNERS,
        ...(inBatch
          ? [
              'once = index[:, None] < index[None, :]',
              'positive = positive & once',
              'negative = negative & once',
            ]
          : []),
        `alpha_p = ${weight('xp.relu(1 + m - s)')}`,
        `alpha_n = ${weight('xp.relu(s + m)')}`,
        `pull = ${total('positive', '-gamma * alpha_p * (s - 1 + m)')}`,
        `push = ${total('negative', 'gamma * alpha_n * (s - m)')}`,
        'loss = xp.softplus(pull + push)',
        ...(inBatch ? ['return loss'] : reduced(reducer)),
      ];
    },
  }),
  cosent: programOf<typeof coSentLoss>({
    name: 'cosent_loss',
    body: () => [
      'c = xp.sum(xp.normalize(a, axis=-1) * xp.normalize(b, axis=-1), axis=-1)',
      'wrong = score[:, None] < score[None, :]',
      `z = xp.where(wrong, k * (c[:, None] - c[None, :]), ${NONE})`,
      'return xp.softplus(xp.logsumexp(xp.reshape(z, (-1,)), axis=0))',
    ],
  }),
};
