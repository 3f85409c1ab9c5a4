import {
  cosineDistance,
  cosineMse,
  coSent,
  euclidean,
  linearContrastiveBatch,
  onlineContrastive,
  type LinearMeasure,
} from '../../../src/lib/losses';
import { reader, type Adapter } from '../adapter';

export const pairBatchAdapters: Record<string, Adapter> = {
  contrastive_pml(reference) {
    const read = reader(reference);
    const isCosine = read.word('distance', { euclidean: false, cosine: true });
    const squared = !isCosine && read.real('power') === 2;
    const distance: LinearMeasure = read.flag('normalize')
      ? squared
        ? 'normalised-squared'
        : 'normalised'
      : squared
        ? 'squared'
        : 'euclidean';
    const { loss, gradient } = linearContrastiveBatch(read.rows('x'), read.numbers('labels'), {
      mPositive: read.real('pos_margin'),
      m: read.real('neg_margin'),
      measure: isCosine ? 'cosine' : distance,
      reducer: read.word('reducer', { avg_nonzero: 'mean-active', mean: 'mean' } as const),
    });
    return { value: loss, gradient };
  },
  online_contrastive(reference) {
    const read = reader(reference);
    const { loss, gradient } = onlineContrastive(read.rows('x1'), read.rows('x2'), read.numbers('y'), {
      m: read.real('margin'),
      convention: '1-similar',
      // The values were computed with the form before September 2026.
      ignoreSingle: true,
      distance: read.word('distance', { euclidean, cosine: cosineDistance }),
    });
    return { value: loss, gradient };
  },
  cosent(reference) {
    const read = reader(reference);
    const { loss, gradient } = coSent(
      read.rows('a'),
      read.rows('b'),
      read.numbers('score'),
      read.real('scale'),
    );
    return { value: loss, gradient };
  },
  cosine_mse(reference) {
    const read = reader(reference);
    const { loss, gradient } = cosineMse(read.rows('a'), read.rows('b'), read.numbers('score'));
    return { value: loss, gradient };
  },
};
