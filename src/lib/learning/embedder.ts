import { ForwardBackward } from './network';
import { picturesOf } from './pictures';
import type { SavedNetwork } from './saved';
import { comparesDirections } from './settings';
import { shapeOf } from './shape';
import { noWeights, type Weights } from './weights';

/** Pictures embedded at a time. */
const CHUNK = 64;

/** A trained network that only embeds. */
export class Embedder {
  readonly saved: SavedNetwork;
  /** Pixels along a side of its pictures. */
  readonly side: number;
  /** Dimension of its embeddings, d. */
  readonly dim: number;

  #weights: Weights;
  #pass: ForwardBackward;
  /** Whether its loss compares directions alone. */
  #unit: boolean;

  constructor(saved: SavedNetwork) {
    const shape = shapeOf(saved.settings);
    this.saved = saved;
    this.side = saved.settings.side;
    this.dim = shape.dim;
    this.#weights = noWeights(shape);
    this.#weights.all.set(saved.weights);
    this.#pass = new ForwardBackward(shape, CHUNK);
    this.#unit = comparesDirections(saved.settings.loss);
  }

  /**
   * Embeds pictures. Of a network whose loss compares directions, the embeddings have length 1.
   * @param pictures each side² numbers from 0 for paper to 1 for ink
   * @returns as many embeddings of `dim` numbers
   */
  embed(pictures: readonly ArrayLike<number>[]): number[][] {
    const out: number[][] = [];
    for (let from = 0; from < pictures.length; from += CHUNK) {
      const some = pictures.slice(from, from + CHUNK);
      const flat = Float32Array.from(some.flatMap((pixels) => Array.from(pixels)));
      const batch = some.map((_, i) => i);
      const found = this.#pass.forward(this.#weights, picturesOf(flat, this.side ** 2), batch);
      for (const i of batch) out.push(this.#placed(found.subarray(i * this.dim, (i + 1) * this.dim)));
    }
    return out;
  }

  #placed(embedding: Float64Array): number[] {
    const length = this.#unit ? Math.hypot(...embedding) : 1;
    return Array.from(embedding, (value) => (length > 0 ? value / length : value));
  }
}
