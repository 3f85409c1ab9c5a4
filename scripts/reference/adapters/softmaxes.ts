import {
  alignmentUniformity,
  circle,
  clip,
  infoNce,
  informativePairs,
  multiSimilarity,
  ntXent,
  sigLip,
  supCon,
  vicReg,
} from '../../../src/lib/losses';
import { reader, type Adapter } from '../adapter';

/** The rows of a case view after view, of a file that has them sample after sample. */
function viewsOf(blocks: readonly number[][][]): { rows: number[][]; views: number; samples: number } {
  const views = blocks[0]?.length ?? 0;
  const rows = Array.from({ length: views }, (_, v) => blocks.map((block) => block[v] ?? [])).flat();
  return { rows, views, samples: blocks.length };
}

/** Labels are classes here, in the files as in the library: none is converted. */
export const softmaxAdapters: Record<string, Adapter> = {
  alignment_uniformity(reference) {
    const read = reader(reference);
    const options = { lambda: read.real('lambda'), t: read.real('t') };
    const { loss: value, items, gradient } = alignmentUniformity(read.rows('a'), read.rows('b'), options);
    return { value, items, gradient };
  },
  vicreg(reference) {
    const read = reader(reference);
    const {
      loss: value,
      items,
      gradient,
    } = vicReg(read.rows('a'), read.rows('b'), {
      invariance: read.real('invariance'),
      variance: read.real('variance'),
      covariance: read.real('covariance'),
      gamma: read.real('gamma'),
      eps: read.real('eps'),
    });
    return { value, items, gradient };
  },
  infonce(reference) {
    const read = reader(reference);
    const temperature = 1 / read.real('scale');
    const { loss: value, items, gradient } = infoNce(read.rows('a'), read.rows('b'), { temperature });
    return { value, items, gradient };
  },
  ntxent(reference) {
    const read = reader(reference);
    const {
      loss: value,
      items,
      gradient,
    } = ntXent(read.rows('x'), read.numbers('labels'), {
      temperature: read.real('temperature'),
      distance: read.word('distance', { cosine: 'cosine', euclidean: 'euclidean' } as const),
    });
    return { value, items, gradient };
  },
  supcon(reference) {
    const read = reader(reference);
    const { rows, views, samples } = viewsOf(read.blocks('features'));
    const own = read.has('labels') ? read.numbers('labels') : Array.from({ length: samples }, (_, i) => i);
    const labels = Array.from({ length: views }, () => own).flat();
    const { loss, gradient } = supCon(rows, labels, {
      temperature: read.real('temperature'),
      baseTemperature: read.real('base_temperature'),
      contrastMode: read.word('contrast_mode', { all: 'all', one: 'one' } as const),
      views,
      normalise: false,
    });
    const features = own.map((_, i) => gradient.x.filter((_row, k) => k % samples === i));
    return { value: loss, gradient: { features } };
  },
  supcon_pml(reference) {
    const read = reader(reference);
    const temperature = read.real('temperature');
    const {
      loss: value,
      items,
      gradient,
    } = supCon(read.rows('x'), read.numbers('labels'), {
      temperature,
      baseTemperature: temperature,
      needsNegatives: true,
      reducer: 'mean-active',
    });
    return { value, items, gradient };
  },
  clip(reference) {
    const read = reader(reference);
    const options = { normalise: false };
    const { loss, gradient } = clip(read.rows('img'), read.rows('txt'), read.number('logit_scale'), options);
    const { img, txt, scale } = gradient;
    return { value: loss, gradient: { img, txt, logit_scale: scale } };
  },
  siglip(reference) {
    const read = reader(reference);
    const {
      loss: value,
      items,
      gradient,
    } = sigLip(read.rows('img'), read.rows('txt'), read.number('logit_scale'), read.number('logit_bias'), {
      normalise: false,
    });
    const { img, txt, t, b } = gradient;
    return { value, items, gradient: { img, txt, logit_scale: t, logit_bias: b } };
  },
  multi_similarity(reference) {
    const read = reader(reference);
    const [x, labels] = [read.rows('x'), read.numbers('labels')];
    const mined = read.given('miner_epsilon');
    const epsilon = mined ? read.real('miner_epsilon') : 0;
    const {
      loss: value,
      items,
      gradient,
    } = multiSimilarity(x, labels, {
      alpha: read.real('alpha'),
      beta: read.real('beta'),
      lambda: read.real('base'),
      mined,
      epsilon,
      leastPairs: 2,
    });
    const { positive, negative } = informativePairs(x, labels, epsilon);
    return { value, items, gradient, lists: { pos_pairs: positive, neg_pairs: negative } };
  },
  circle(reference) {
    const read = reader(reference);
    const {
      loss: value,
      items,
      gradient,
    } = circle(read.rows('x'), read.numbers('labels'), {
      m: read.real('m'),
      gamma: read.real('gamma'),
      reducer: 'mean-active',
    });
    return { value, items, gradient };
  },
  circle_batch(reference) {
    const read = reader(reference);
    const options = { m: read.real('m'), gamma: read.real('gamma'), over: 'batch' } as const;
    const { loss, gradient } = circle(read.rows('x'), read.numbers('labels'), options);
    return { value: loss, gradient };
  },
};
