import { contrastiveBatch } from '../../src/lib/losses';
import { scatter } from '../../src/lib/state/scatter';
import { CLASSES } from '../../src/lib/widgets/verification/sample';
import { CHOICE, GALLERY } from '../../src/lib/learning/pretrained/digits';
import { pretrainedNetwork } from '../../src/lib/learning/pretrained/networks';
import { TRAIN } from '../digits/files';

/** Where the network of two numbers puts the held-out digits that come with the pages, to four decimals. */
export function embedHeldOut() {
  const network = pretrainedNetwork('plane');
  const { settings, steps } = network.saved;
  const at = network.embed([...GALLERY, ...CHOICE].map(({ pixels }) => pixels)).flat();
  return {
    margin: settings.margin,
    steps,
    learned: TRAIN * settings.classes.length,
    at: at.map((value) => Number(value.toFixed(4))),
  };
}

const TRAINING = 25;
/** The training that all samples share. */
const START = 3;
const STEPS = 120;
const RATE = 0.1;

/** Training points settled under the contrastive loss with margin 1: x₁, y₁, x₂, y₂, …, to six decimals. */
export function settle(): number[] {
  const { xy, labels } = scatter(START, TRAINING, CLASSES, 0.6);
  let x: Float64Array = xy;
  for (let step = 0; step < STEPS; step++) {
    const { gradient } = contrastiveBatch(x, 2, labels, { m: 1, reducer: 'mean' });
    x = x.map((v, k) => v - RATE * TRAINING * (gradient[k] as number));
  }
  return Array.from(x, (value) => Number(value.toFixed(6)));
}
