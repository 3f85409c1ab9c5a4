import { normal, random } from '../../state/random';
import settled from './settled.json';
import type { PairSource } from './source';

export const CLASSES = 5;
const HELD_OUT = 40;

/**
 * Items that fall around the settled place of a training point of their class, with normal noise. Points that settle under
 * the contrastive loss with margin m, from a start that is m times as large as that of margin 1, end m times as far apart,
 * for L_{km}(k·x) = k² L_m(x): so those of margin 1 are enough.
 */
export const sampleSource: PairSource = {
  name: 'a seeded sample',
  about:
    `A sample and not a measurement: points of ${CLASSES} classes that settled under the contrastive loss with margin m, ` +
    `and seeded noise around them for ${HELD_OUT} items that took no part in the training.`,
  // Beyond all pairs but the farthest of a large margin and much noise.
  reach: 6,
  embed({ noise, seed }) {
    const uniform = random(seed);
    const xy = Float64Array.from({ length: 2 * HELD_OUT }, (_, k) => {
      const place = settled[k % settled.length] ?? 0;
      return place + noise * normal(uniform);
    });
    return { xy, labels: Array.from({ length: HELD_OUT }, (_, i) => i % CLASSES) };
  },
};
