import { random } from '../state/random';
import { ForwardBackward } from './network';
import { drawTask, hasRows, toRows, type Source } from './objective';
import { optimiserNamed, type Optimiser } from './optimiser';
import type { LabelledPictures, Pictures } from './pictures';
import type { Change, Settings } from './settings';
import { shapeOf } from './shape';
import { drawRows, initialise, noWeights, type Weights } from './weights';

/** What one step found, before it changed the weights. */
export interface StepReport {
  /** The step, from 1. */
  step: number;
  loss: number;
  similar: number;
  dissimilar: number;
  /** See `BatchResult`. */
  active: number;
}

/** The numbers of a run have left what a computer can hold: the learning rate is too large for it. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
}

/** Pictures embedded at a time where there are many. */
const CHUNK = 128;

/**
 * One run of training: a network that learns from labelled pictures, step by step. All random numbers come from one
 * stream of the seed, in this order: the weights, the rows of the classes where the loss has them, and then each batch.
 * So the same settings give the same run, and a run begun again is a run rewound.
 *
 * A step is a batch: its pictures are embedded by the one copy of the weights, the loss is asked, and the gradients of
 * all branches, added, move the weights.
 */
export class Trainer {
  readonly weights: Weights;
  /** Steps taken. */
  steps = 0;

  #settings: Settings;
  #source: Source;
  #gradient: Weights;
  #optimiser: Optimiser;
  #pass: ForwardBackward;
  #room = 0;
  #gallery: ForwardBackward;
  #hasRows = false;

  /**
   * @param data pictures to learn from, of the classes of the settings in their order
   * @param neighbours the five nearest of each picture, where pairs are made by neighbours
   */
  constructor(settings: Settings, data: LabelledPictures, neighbours?: Uint32Array) {
    const shape = shapeOf(settings);
    const precision = data.pictures.values instanceof Float64Array ? 'double' : 'single';
    const uniform = random(settings.seed);
    this.#settings = settings;
    this.#source = { data, uniform, neighbours };
    this.weights = initialise(shape, uniform, precision);
    this.#gradient = noWeights(shape, precision);
    this.#optimiser = optimiserNamed(settings.optimiser, this.weights.all.length, precision);
    this.#pass = new ForwardBackward(shape, 0);
    this.#gallery = new ForwardBackward(shape, CHUNK);
    this.#drawRows();
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** The next number of the run's stream: two runs agree to here only if this agrees. It is used up. */
  drawNext(): number {
    return this.#source.uniform();
  }

  /** Goes on by other rules with the network as it is. */
  change(change: Change, neighbours?: Uint32Array): void {
    this.#settings = { ...this.#settings, ...change };
    this.#source = { ...this.#source, neighbours: neighbours ?? this.#source.neighbours };
    this.#drawRows();
  }

  /**
   * Puts other weights instead of the present ones, as they were after some steps. The rows of the classes come with
   * them, and are not drawn again unless they are zero.
   */
  restore(all: ArrayLike<number>, steps: number): void {
    this.weights.all.set(all);
    this.steps = steps;
    this.#hasRows = this.weights.rows.some((w) => w !== 0);
    this.#drawRows();
  }

  /** @throws DivergedError when the loss or a weight is no finite number any more; the weights are as the step left them */
  step(): StepReport {
    const task = drawTask(this.#settings, this.#source);
    if (task.batch.length > this.#room) {
      this.#room = task.batch.length;
      this.#pass = new ForwardBackward(this.weights.shape, this.#room);
    }
    const embeddings = this.#pass.forward(
      this.weights,
      task.pictures ?? this.#source.data.pictures,
      task.batch,
    );
    if (!embeddings.every(Number.isFinite)) {
      throw new DivergedError(`after ${this.steps} steps the embeddings are no finite numbers any more`);
    }
    const rows = this.#hasRows ? toRows(this.weights.rows, this.weights.shape.dim) : [];
    const { slopes, rowSlopes, ...found } = task.loss(embeddings, rows);
    this.#pass.backward(this.weights, slopes, this.#gradient);
    this.#gradient.rows.fill(0);
    rowSlopes?.forEach((row, c) => this.#gradient.rows.set(row, c * row.length));
    this.#optimiser(this.weights.all, this.#gradient.all, this.#settings.rate);
    this.steps++;
    return { step: this.steps, ...found };
  }

  /** The embeddings of pictures under the present weights, flat: count × dim numbers. */
  embed(pictures: Pictures): Float64Array {
    return this.#each(pictures, this.weights.shape.dim, (pass) => pass.embeddings);
  }

  /** What stands before the last layer for each picture, flat: count × hidden numbers. */
  represent(pictures: Pictures): Float64Array {
    return this.#each(pictures, this.weights.shape.hidden, (pass) => pass.hidden);
  }

  #each(pictures: Pictures, width: number, of: (pass: ForwardBackward) => Float64Array): Float64Array {
    const out = new Float64Array(pictures.count * width);
    for (let from = 0; from < pictures.count; from += CHUNK) {
      const length = Math.min(CHUNK, pictures.count - from);
      const batch = Uint32Array.from({ length }, (_, i) => from + i);
      this.#gallery.forward(this.weights, pictures, batch);
      out.set(of(this.#gallery).subarray(0, length * width), from * width);
    }
    return out;
  }

  /** The rows of the classes begin where a loss first asks for them. */
  #drawRows(): void {
    if (this.#hasRows || !hasRows(this.#settings.loss)) return;
    drawRows(this.weights, this.#source.uniform);
    this.#hasRows = true;
  }
}
