import type { chopra2005Loss } from '../chopra2005';
import type { contrastiveLoss } from '../contrastive';
import type { cosineEmbeddingLoss } from '../cosine-embedding';
import type { cosineMseLoss } from '../cosine-mse';
import type { doubleMarginLoss } from '../double-margin';
import type { hingeEmbeddingLoss } from '../hinge-embedding';
import type { linearContrastiveLoss } from '../linear-contrastive';
import type { onlineContrastiveLoss } from '../online-contrastive';
import type { squaredDistanceContrastiveLoss } from '../squared-distance-contrastive';
import { distanceOfRows, reduced } from './parts';
import { programOf } from './program';

/** The pair has its label y: 0 leaves the similar term, 1 the dissimilar one. */
const SWITCHED = 'loss = (1 - y) * similar + y * dissimilar';

/** The losses of given pairs. */
export const pairPrograms = {
  contrastive: programOf<typeof contrastiveLoss>({
    name: 'contrastive_loss',
    body({ half, distance, eps, reducer }) {
      const c = half ? '0.5 * ' : '';
      return [
        `D = ${distanceOfRows(distance, 'x1', 'x2')}`,
        `similar = ${c}D**2`,
        `dissimilar = ${c}xp.relu(m - ${eps > 0 ? 'xp.sqrt(D**2 + eps)' : 'D'}) ** 2`,
        SWITCHED,
        ...reduced(reducer),
      ];
    },
  }),
  'linear-contrastive': programOf<typeof linearContrastiveLoss>({
    name: 'linear_contrastive_loss',
    body: ({ distance, reducer }) => [
      `D = ${distanceOfRows(distance, 'x1', 'x2')}`,
      'similar = xp.relu(D - m_positive)',
      'dissimilar = xp.relu(m - D)',
      SWITCHED,
      ...reduced(reducer),
    ],
  }),
  'double-margin': programOf<typeof doubleMarginLoss>({
    name: 'double_margin_loss',
    body: ({ distance, reducer }) => [
      `D = ${distanceOfRows(distance, 'x1', 'x2')}`,
      'similar = 0.5 * xp.relu(D - m_positive) ** 2',
      'dissimilar = 0.5 * xp.relu(m - D) ** 2',
      SWITCHED,
      ...reduced(reducer),
    ],
  }),
  'squared-distance-contrastive': programOf<typeof squaredDistanceContrastiveLoss>({
    name: 'squared_distance_contrastive_loss',
    body: ({ reducer }) => [
      'D2 = xp.sum(xp.square(x1 - x2), axis=-1)',
      'similar = 0.5 * D2',
      'dissimilar = 0.5 * xp.relu(m - D2)',
      SWITCHED,
      ...reduced(reducer),
    ],
  }),
  chopra2005: programOf<typeof chopra2005Loss>({
    name: 'chopra2005_loss',
    body: ({ distance, reducer }) => [
      distance === 'manhattan'
        ? 'E = xp.sum(xp.abs(x1 - x2), axis=-1)'
        : `E = ${distanceOfRows('euclidean', 'x1', 'x2')}`,
      'similar = 2 / Q * E**2',
      'dissimilar = 2 * Q * xp.exp(-2.77 * E / Q)',
      SWITCHED,
      ...reduced(reducer),
    ],
  }),
  'cosine-embedding': programOf<typeof cosineEmbeddingLoss>({
    name: 'cosine_embedding_loss',
    body: ({ eps, reducer }) => [
      ...(eps > 0
        ? [
            'square1 = xp.sum(xp.square(x1), axis=-1) + eps',
            'square2 = xp.sum(xp.square(x2), axis=-1) + eps',
            'c = xp.sum(x1 * x2, axis=-1) / xp.sqrt(square1) / xp.sqrt(square2)',
          ]
        : ['c = xp.sum(xp.normalize(x1, axis=-1) * xp.normalize(x2, axis=-1), axis=-1)']),
      'similar = 1 - c',
      'dissimilar = xp.relu(c - m)',
      SWITCHED,
      ...reduced(reducer),
    ],
  }),
  'hinge-embedding': programOf<typeof hingeEmbeddingLoss>({
    name: 'hinge_embedding_loss',
    body: ({ reducer }) => ['loss = (1 - y) * x + y * xp.relu(m - x)', ...reduced(reducer)],
  }),
  'online-contrastive': programOf<typeof onlineContrastiveLoss>({
    name: 'online_contrastive_loss',
    body: ({ distance, ignoreSingle }) => [
      `D = ${distanceOfRows(distance, 'x1', 'x2')}`,
      'n_similar = xp.sum(1 - y)',
      'n_dissimilar = xp.sum(y)',
      `# A kind with ${ignoreSingle ? 'one pair or none' : 'no pair'} has no extreme: the mean of the other kind is taken instead.`,
      'farthest = xp.where(',
      `    n_similar > ${ignoreSingle ? 1 : 0},`,
      '    xp.max(xp.where(y == 0, D, -1e30)),',
      '    xp.sum(y * D) / xp.at_least(n_dissimilar, 1.0),',
      ')',
      'nearest = xp.where(',
      `    n_dissimilar > ${ignoreSingle ? 1 : 0},`,
      '    xp.min(xp.where(y == 1, D, 1e30)),',
      '    xp.sum((1 - y) * D) / xp.at_least(n_similar, 1.0),',
      ')',
      'similar = xp.where(D > nearest, D**2, 0.0)',
      'dissimilar = xp.where(D < farthest, xp.relu(m - D) ** 2, 0.0)',
      'return xp.sum((1 - y) * similar + y * dissimilar)',
    ],
  }),
  'cosine-mse': programOf<typeof cosineMseLoss>({
    name: 'cosine_mse_loss',
    body: ({ reducer }) => [
      'c = xp.sum(xp.normalize(a, axis=-1) * xp.normalize(b, axis=-1), axis=-1)',
      'loss = xp.square(c - score)',
      ...reduced(reducer),
    ],
  }),
};
