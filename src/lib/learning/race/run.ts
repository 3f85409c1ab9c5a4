import { random } from '../../state/random';
import { ForwardBackward } from '../network';
import { toRows } from '../objective';
import { adam } from '../optimiser';
import type { LabelledPictures, Pictures } from '../pictures';
import { classesByPictures } from '../sampling';
import { drawRows, initialise, noWeights, type Weights } from '../weights';
import { contenderNamed } from './contenders';
import { NETWORK, STEPS, type RaceRun } from './protocol';

/** The mean loss of the last steps of a run is over this many. */
const LAST = 50;
/** Pictures embedded at a time. */
const CHUNK = 128;

/** What a run leaves behind. */
export interface Trained {
  weights: Weights;
  /** Mean over the last steps. */
  loss: number;
}

/** The network before its first step. All random numbers come from one stream of the seed: weights, class rows, batches. */
function begin({ learned, seed, loss }: Pick<RaceRun, 'learned' | 'seed' | 'loss'>) {
  const { side, hidden, dim } = NETWORK;
  const shape = { inputs: side * side, hidden, dim, classes: learned.length };
  const uniform = random(seed);
  const weights = initialise(shape, uniform);
  if (contenderNamed(loss).hasRows) drawRows(weights, uniform);
  return { shape, uniform, weights };
}

/**
 * Trains by one loss, and pauses after every step so that it can be spread over time. The weights and the batches of a
 * seed are the same for all losses without class rows, and alike for those with.
 *
 * @param data the learned digits, in the order of the run
 * @param steps how many; none gives the network as it begins
 */
export function* training(
  run: RaceRun,
  data: LabelledPictures,
  steps: number = STEPS,
): Generator<number, Trained> {
  const { dim } = NETWORK;
  const { shape, uniform, weights } = begin(run);
  const { step, hasRows } = contenderNamed(run.loss);
  const gradient = noWeights(shape);
  const optimise = adam(weights.all.length, weights.precision);
  const classes = run.learned.length;
  const pass = new ForwardBackward(shape, classes * run.each);
  let last = 0;
  for (let t = 1; t <= steps; t++) {
    const batch = classesByPictures(data, classes, run.each, uniform);
    const embeddings = pass.forward(weights, data.pictures, batch);
    const found = step(
      {
        embeddings,
        dim,
        labels: Array.from(batch, (i) => data.labels[i] as number),
        each: run.each,
        rows: hasRows ? toRows(weights.rows, dim) : [],
      },
      run.setting,
    );
    pass.backward(weights, found.slopes, gradient);
    gradient.rows.fill(0);
    found.rowSlopes?.forEach((row, c) => gradient.rows.set(row, c * dim));
    optimise(weights.all, gradient.all, run.rate);
    if (t > steps - LAST) last += found.loss / Math.min(LAST, steps);
    yield t;
  }
  return { weights, loss: last };
}

/** The embeddings of pictures, flat. */
export function embed(weights: Weights, pictures: Pictures): Float64Array {
  const { dim } = weights.shape;
  const pass = new ForwardBackward(weights.shape, CHUNK);
  const out = new Float64Array(pictures.count * dim);
  for (let from = 0; from < pictures.count; from += CHUNK) {
    const length = Math.min(CHUNK, pictures.count - from);
    const batch = Uint32Array.from({ length }, (_, i) => from + i);
    out.set(pass.forward(weights, pictures, batch), from * dim);
  }
  return out;
}
