import { contrastivePairs } from '../../losses';
import { ForwardBackward } from '../../learning/network';
import { adam } from '../../learning/optimiser';
import { picturesOf } from '../../learning/pictures';
import { initialise, noWeights, type Weights } from '../../learning/weights';
import type { Drawing } from '../../state/drawings';
import { random } from '../../state/random';
import { anotherDay, imitated } from './augment';
import { FEATURES, featuresOf } from './features';
import { SHAPE, STEPS, type Progress } from './plan';
import { genuine } from './synthetic';

const MARGIN = 1;
const PAIRS = 32;
const RATE = 0.002;
/** Made-up writers that a network learns beside the reader, with three signatures each. */
const WRITERS = 60;
const DAYS = 3;

/**
 * Trains a Siamese network to tell writers apart, with the contrastive loss. Half of the pairs are similar: two
 * signatures of one writer, each as on another day. The dissimilar ones are in turns of two writers, and of a writer and
 * an imitation. Where the reader's own signatures are given, the reader is the writer of every second pair.
 * It pauses after every step, and returns the weights.
 */
export function* training(
  own: readonly Drawing[],
  seed: number,
  steps = STEPS,
): Generator<Progress, Weights> {
  const uniform = random(seed);
  const weights = initialise(SHAPE, uniform);
  const gradient = noWeights(SHAPE);
  const optimise = adam(weights.all.length, 'single');
  const pass = new ForwardBackward(SHAPE, 2 * PAIRS);
  const below = (n: number) => Math.floor(uniform() * n);
  const writers = Array.from({ length: WRITERS }, (_, w) =>
    Array.from({ length: DAYS }, (_, day) => genuine(w, day)),
  );
  const y = Uint8Array.from({ length: PAIRS }, (_, k) => k % 2);
  const batch = Array.from({ length: 2 * PAIRS }, (_, i) => i);

  const writerFor = (k: number) =>
    own.length > 0 && k % 4 < 2 ? own : (writers[below(WRITERS)] as Drawing[]);
  const some = (writer: readonly Drawing[]) => writer[below(writer.length)] as Drawing;

  let loss = 0;
  for (let step = 1; step <= steps; step++) {
    const features = new Float32Array(2 * PAIRS * FEATURES);
    const put = (i: number, signature: Drawing) => features.set(featuresOf(signature), i * FEATURES);
    for (let k = 0; k < PAIRS; k++) {
      const writer = writerFor(k);
      put(k, anotherDay(some(writer), uniform));
      if (k % 2 === 0) {
        put(PAIRS + k, anotherDay(some(writer), uniform));
      } else if (uniform() < 0.5) {
        put(PAIRS + k, imitated(some(writer), uniform));
      } else {
        let other = writers[below(WRITERS)] as Drawing[];
        while (other === writer) other = writers[below(WRITERS)] as Drawing[];
        put(PAIRS + k, anotherDay(some(other), uniform));
      }
    }
    const embeddings = pass.forward(weights, picturesOf(features, FEATURES), batch);
    const half = PAIRS * SHAPE.dim;
    const slopes = new Float64Array(2 * half);
    const terms = contrastivePairs(
      embeddings.subarray(0, half),
      embeddings.subarray(half),
      y,
      SHAPE.dim,
      { m: MARGIN },
      { x1: slopes.subarray(0, half), x2: slopes.subarray(half) },
    );
    pass.backward(weights, slopes, gradient);
    optimise(weights.all, gradient.all, RATE);
    loss = step === 1 ? terms.loss : 0.98 * loss + 0.02 * terms.loss;
    yield { step, loss };
  }
  return weights;
}
