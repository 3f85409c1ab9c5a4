import {
  chopra2005,
  contrastive,
  cosineDistance,
  cosineEmbedding,
  euclidean,
  hingeEmbeddings,
  manhattan,
  overAllPairs,
  overPairs,
  type PairLoss,
} from '../../../src/lib/losses';
import { reader, type Adapter, type Computed } from '../adapter';
import type { ReferenceCase } from '../format';

const REDUCTIONS = { mean: 'mean', sum: 'sum' } as const;

function pairs(reference: ReferenceCase, loss: PairLoss, reducer: 'mean' | 'sum'): Computed {
  const read = reader(reference);
  const {
    loss: value,
    items,
    gradient,
  } = overPairs(loss, read.rows('x1'), read.rows('x2'), read.numbers('y'), reducer);
  return { value, items, gradient };
}

/** These files write y = 1 for a similar pair, which the library is told. */
const convention = '1-similar';

export const pairAdapters: Record<string, Adapter> = {
  contrastive(reference) {
    const read = reader(reference);
    const options = { m: read.real('margin'), convention } as const;
    return pairs(reference, (a, b, y) => contrastive(a, b, y, options), read.word('reduction', REDUCTIONS));
  },
  contrastive_cosine(reference) {
    const read = reader(reference);
    const options = { m: read.real('margin'), convention, distance: cosineDistance } as const;
    return pairs(reference, (a, b, y) => contrastive(a, b, y, options), read.word('reduction', REDUCTIONS));
  },
  contrastive_eps(reference) {
    const read = reader(reference);
    const options = { m: read.real('margin'), convention, eps: read.real('eps') } as const;
    return pairs(reference, (a, b, y) => contrastive(a, b, y, options), read.word('reduction', REDUCTIONS));
  },
  contrastive_all_pairs(reference) {
    const read = reader(reference);
    const options = { m: read.real('margin'), half: false };
    const { loss, gradient } = overAllPairs(
      (a, b, y) => contrastive(a, b, y, options),
      read.rows('x'),
      read.numbers('labels'),
      'mean',
    );
    return { value: loss, gradient };
  },
  chopra2005(reference) {
    const read = reader(reference);
    const distance = read.word('norm', { l1: manhattan, l2: euclidean });
    const options = { Q: read.real('Q'), convention, distance } as const;
    return pairs(reference, (a, b, y) => chopra2005(a, b, y, options), 'mean');
  },
  cosine_embedding(reference) {
    const read = reader(reference);
    const options = { m: read.real('margin') };
    return pairs(
      reference,
      (a, b, y) => cosineEmbedding(a, b, y, options),
      read.word('reduction', REDUCTIONS),
    );
  },
  hinge_embedding(reference) {
    const read = reader(reference);
    const { loss, items, gradient } = hingeEmbeddings(read.numbers('x'), read.numbers('y'), {
      m: read.real('margin'),
      reducer: read.word('reduction', REDUCTIONS),
    });
    return { value: loss, items, gradient };
  },
};
