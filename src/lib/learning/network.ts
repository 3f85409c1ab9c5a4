import type { Numbers, Pictures } from './pictures';
import type { Shape } from './shape';
import type { Weights } from './weights';

/**
 * The network on a batch of pictures, forwards and backwards, with room for as many as `most`.
 *
 *     h = max(0, W₁ᵀ x + b₁),   e = W₂ h + b₂                                   for each picture x
 *     ∂L/∂W₂ = Σ (∂L/∂e) hᵀ,    ∂L/∂h = W₂ᵀ ∂L/∂e where h > 0, else 0,           ∂L/∂W₁ = Σ x (∂L/∂h)ᵀ
 *
 * The sums go over all pictures of the batch: that is how the gradients of both branches of a Siamese network add.
 * Kink: at a hidden sum of exactly 0 the slope 0 is taken.
 */
export class ForwardBackward {
  /** Embeddings of the last forward pass, picture after picture. */
  readonly embeddings: Float64Array;
  /** What stood before the last layer in it, likewise. */
  readonly hidden: Float64Array;

  #shape: Shape;
  #dh: Float64Array;
  /** The pictures of the last forward pass. */
  #pictures: Pictures | undefined;
  #batch: ArrayLike<number> = [];
  /** Which pictures of the batch have each pixel, and how grey: from `#from[p]` on. */
  #from: Uint32Array;
  #indices: Uint32Array;
  #grey: Float64Array;

  constructor(shape: Shape, most: number) {
    this.#shape = shape;
    this.embeddings = new Float64Array(most * shape.dim);
    this.hidden = new Float64Array(most * shape.hidden);
    this.#dh = new Float64Array(most * shape.hidden);
    this.#from = new Uint32Array(shape.inputs + 1);
    this.#indices = new Uint32Array(0);
    this.#grey = new Float64Array(0);
  }

  /**
   * @param batch which pictures, at most as many as there is room for
   * @returns their embeddings, a window on what the next pass will overwrite
   */
  forward(weights: Weights, pictures: Pictures, batch: ArrayLike<number>): Float64Array {
    this.#pictures = pictures;
    this.#batch = batch;
    const { hidden, dim } = this.#shape;
    const { W1, b1, W2, b2 } = weights;
    const h = this.hidden;
    for (let s = 0; s < batch.length; s++) {
      const o = s * hidden;
      for (let j = 0; j < hidden; j++) h[o + j] = b1[j] as number;
      addPixels(h, o, hidden, W1, pictures, batch[s] as number);
      for (let j = 0; j < hidden; j++) if (!((h[o + j] as number) > 0)) h[o + j] = 0;
      for (let k = 0; k < dim; k++) {
        let sum = b2[k] as number;
        for (let j = 0; j < hidden; j++) sum += (W2[k * hidden + j] as number) * (h[o + j] as number);
        this.embeddings[s * dim + k] = sum;
      }
    }
    return this.embeddings.subarray(0, batch.length * dim);
  }

  /**
   * The gradient of the weights of the network; that of the classes' rows is not touched.
   *
   * @param slopes ∂L/∂e for the embeddings of the last forward pass
   * @param gradient where ∂L/∂W₁, ∂L/∂b₁, ∂L/∂W₂ and ∂L/∂b₂ are written
   */
  backward(weights: Weights, slopes: ArrayLike<number>, gradient: Weights): void {
    const { hidden, dim } = this.#shape;
    const [h, dh] = [this.hidden, this.#dh];
    gradient.b1.fill(0);
    gradient.W2.fill(0);
    gradient.b2.fill(0);
    /** The pictures that have a gradient: pairs beyond the margin have none, and cost nothing. */
    const active: number[] = [];
    for (let s = 0; s < this.#batch.length; s++) {
      const o = s * hidden;
      dh.fill(0, o, o + hidden);
      let any = false;
      for (let k = 0; k < dim; k++) {
        const slope = slopes[s * dim + k] as number;
        if (slope === 0) continue;
        any = true;
        gradient.b2[k] = (gradient.b2[k] as number) + slope;
        const w = k * hidden;
        for (let j = 0; j < hidden; j++) {
          gradient.W2[w + j] = (gradient.W2[w + j] as number) + slope * (h[o + j] as number);
          dh[o + j] = (dh[o + j] as number) + slope * (weights.W2[w + j] as number);
        }
      }
      if (!any) continue;
      active.push(s);
      for (let j = 0; j < hidden; j++) {
        if (h[o + j] === 0) dh[o + j] = 0;
        gradient.b1[j] = (gradient.b1[j] as number) + (dh[o + j] as number);
      }
    }
    this.#turn(active);
    this.#addOuter(gradient.W1);
  }

  /** Lists for each pixel the pictures that have it, so that each row of ∂L/∂W₁ is written once. */
  #turn(active: readonly number[]): void {
    const from = this.#from.fill(0);
    const { starts, index, values } = this.#pictures as Pictures;
    let filled = 0;
    for (const s of active) {
      const i = this.#batch[s] as number;
      const end = starts[i + 1] as number;
      for (let k = starts[i] as number; k < end; k++) {
        const p = index[k] as number;
        from[p] = (from[p] as number) + 1;
        filled++;
      }
    }
    if (this.#indices.length < filled) {
      this.#indices = new Uint32Array(filled);
      this.#grey = new Float64Array(filled);
    }
    let sum = 0;
    for (let p = 0; p < from.length; p++) from[p] = sum += from[p] as number;
    // Filled from the last picture to the first, which leaves in `from` where each pixel's list begins.
    for (let a = active.length - 1; a >= 0; a--) {
      const s = active[a] as number;
      const i = this.#batch[s] as number;
      const end = starts[i + 1] as number;
      for (let k = starts[i] as number; k < end; k++) {
        const p = index[k] as number;
        const place = (from[p] as number) - 1;
        from[p] = place;
        this.#indices[place] = s;
        this.#grey[place] = values[k] as number;
      }
    }
  }

  /** ∂L/∂W₁, four pictures at a time. */
  #addOuter(out: Numbers): void {
    const { inputs, hidden } = this.#shape;
    const [dh, from, indices, grey] = [this.#dh, this.#from, this.#indices, this.#grey];
    for (let p = 0; p < inputs; p++) {
      const w = p * hidden;
      const end = from[p + 1] as number;
      let k = from[p] as number;
      out.fill(0, w, w + hidden);
      for (; k + 3 < end; k += 4) {
        const [x0, x1] = [grey[k] as number, grey[k + 1] as number];
        const [x2, x3] = [grey[k + 2] as number, grey[k + 3] as number];
        const [s0, s1] = [(indices[k] as number) * hidden, (indices[k + 1] as number) * hidden];
        const [s2, s3] = [(indices[k + 2] as number) * hidden, (indices[k + 3] as number) * hidden];
        for (let j = 0; j < hidden; j++) {
          out[w + j] =
            (out[w + j] as number) +
            x0 * (dh[s0 + j] as number) +
            x1 * (dh[s1 + j] as number) +
            x2 * (dh[s2 + j] as number) +
            x3 * (dh[s3 + j] as number);
        }
      }
      for (; k < end; k++) {
        const x = grey[k] as number;
        const s = (indices[k] as number) * hidden;
        for (let j = 0; j < hidden; j++) out[w + j] = (out[w + j] as number) + x * (dh[s + j] as number);
      }
    }
  }
}

/** h ← h + W₁ᵀ x for picture i, four of its pixels at a time. */
function addPixels(
  h: Float64Array,
  o: number,
  hidden: number,
  W1: Numbers,
  { starts, index, values }: Pictures,
  i: number,
): void {
  const end = starts[i + 1] as number;
  let k = starts[i] as number;
  for (; k + 3 < end; k += 4) {
    const [x0, x1] = [values[k] as number, values[k + 1] as number];
    const [x2, x3] = [values[k + 2] as number, values[k + 3] as number];
    const [p0, p1] = [(index[k] as number) * hidden, (index[k + 1] as number) * hidden];
    const [p2, p3] = [(index[k + 2] as number) * hidden, (index[k + 3] as number) * hidden];
    for (let j = 0; j < hidden; j++) {
      h[o + j] =
        (h[o + j] as number) +
        x0 * (W1[p0 + j] as number) +
        x1 * (W1[p1 + j] as number) +
        x2 * (W1[p2 + j] as number) +
        x3 * (W1[p3 + j] as number);
    }
  }
  for (; k < end; k++) {
    const x = values[k] as number;
    const p = (index[k] as number) * hidden;
    for (let j = 0; j < hidden; j++) h[o + j] = (h[o + j] as number) + x * (W1[p + j] as number);
  }
}
