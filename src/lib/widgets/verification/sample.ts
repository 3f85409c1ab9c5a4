import { contrastiveBatch } from '../../losses';
import { normal, random } from '../../state/random';
import { scatter } from '../../state/scatter';
import type { PairSource } from './source';

const CLASSES = 5;
const TRAINING = 25;
const HELD_OUT = 40;
/** The training that all samples share. */
const START = 3;
const STEPS = 120;
const RATE = 0.1;

/**
 * Training points settled under the contrastive loss with margin m, from a start that is m times as large as that of
 * margin 1. As L_{km}(k·x) = k² L_m(x), they end m times as far apart.
 */
function settled(m: number): Float64Array {
  const { xy, labels } = scatter(START, TRAINING, CLASSES, 0.6);
  let x: Float64Array = xy.map((v) => m * v);
  for (let step = 0; step < STEPS; step++) {
    const { gradient } = contrastiveBatch(x, 2, labels, { m, reducer: 'mean' });
    x = x.map((v, k) => v - RATE * TRAINING * (gradient[k] as number));
  }
  return x;
}

/** Items that fall around the settled place of a training point of their class, with normal noise. */
export const sampleSource: PairSource = {
  name: 'a seeded sample',
  embed({ m, noise, seed }) {
    const places = settled(m);
    const uniform = random(seed);
    const xy = Float64Array.from({ length: 2 * HELD_OUT }, (_, k) => {
      const place = places[k % (2 * TRAINING)] ?? 0;
      return place + m * noise * normal(uniform);
    });
    return { xy, labels: Array.from({ length: HELD_OUT }, (_, i) => i % CLASSES) };
  },
};
