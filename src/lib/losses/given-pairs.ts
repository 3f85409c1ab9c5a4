import { addBlock } from './contrastive-block';
import type { ContrastiveSums } from './contrastive-terms';

/** Pairs copied together at a time. */
const SIZE = 1024;

export interface LabelledPoints {
  x: Float64Array;
  d: number;
  labels: ArrayLike<number>;
}

/** The margin, and which kinds of pairs count in the gradient. */
export interface Counted {
  m: number;
  similar: boolean;
  dissimilar: boolean;
}

/**
 * Adds given pairs of labelled points, i, j, i, j, …; all sums, and the gradients of the kinds that count.
 *
 * @param gradient what the gradients are added to, laid out like the points
 */
export function addGivenPairs(
  { x, d, labels }: LabelledPoints,
  pairs: ArrayLike<number>,
  { m, similar, dissimilar }: Counted,
  gradient: Float64Array,
  sums: ContrastiveSums,
): void {
  const forces = { m, similar: similar ? 1 : 0, dissimilar: dissimilar ? 1 : 0 };
  const count = pairs.length / 2;
  const size = Math.min(SIZE, count);
  const numbers = () => new Float64Array(size * d);
  const block = {
    n: 0,
    d,
    x1: numbers(),
    x2: numbers(),
    y: new Uint8Array(size),
    g1: numbers(),
    g2: numbers(),
  };
  for (let from = 0; from < count; from += size) {
    block.n = Math.min(size, count - from);
    for (let r = 0; r < block.n; r++) {
      const i = pairs[2 * (from + r)] as number;
      const j = pairs[2 * (from + r) + 1] as number;
      block.y[r] = labels[i] === labels[j] ? 0 : 1;
      for (let k = 0; k < d; k++) {
        block.x1[r * d + k] = x[i * d + k] as number;
        block.x2[r * d + k] = x[j * d + k] as number;
      }
    }
    addBlock(block, forces, sums);
    for (let r = 0; r < block.n; r++) {
      const i = (pairs[2 * (from + r)] as number) * d;
      const j = (pairs[2 * (from + r) + 1] as number) * d;
      for (let k = 0; k < d; k++) {
        gradient[i + k] = (gradient[i + k] as number) + (block.g1[r * d + k] as number);
        gradient[j + k] = (gradient[j + k] as number) + (block.g2[r * d + k] as number);
      }
    }
  }
}
