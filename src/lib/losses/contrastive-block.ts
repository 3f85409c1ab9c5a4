import type { ContrastiveSums } from './contrastive-terms';
import { pull, subtract } from './pair-differences';

/** Some pairs, flat: pair i is d numbers of x1 from i·d on, as many of x2, and y[i], 0 for similar and 1 for not. */
export interface PairBlock {
  n: number;
  d: number;
  x1: Float64Array;
  x2: Float64Array;
  y: Uint8Array;
  /** Where ∂/∂x₁ and ∂/∂x₂ are written, laid out like x1 and x2, and neither of them. */
  g1: Float64Array;
  g2: Float64Array;
}

/** The margin, and what the gradients of the two kinds are multiplied by. */
export interface Forces {
  m: number;
  similar: number;
  dissimilar: number;
}

/** Squares between these neither overflow nor lose digits to underflow. */
export const TINY = 1e-280;
export const HUGE = 1e280;
/** Beyond this margin, and at tiny distances, (m − D)/D might overflow. */
const FAR = 1e100;

/**
 * Adds the pairs of a block to the sums and writes their gradients. Without a branch on label or distance: either is
 * hard to foresee, and a wrong guess of the processor costs as much as the pair.
 *
 * @returns the index of the first pair with a number that is not finite or a label above 1; −1 if there is none
 */
export function addBlock(block: PairBlock, forces: Forces, sums: ContrastiveSums): number {
  const { n, d, x1, x2, y, g1, g2 } = block;
  const { m, similar, dissimilar } = forces;
  const tiny = m < FAR ? TINY : Infinity;
  const extremes: number[] = [];
  let pulled = 0;
  let pushed = 0;
  let apart = 0;
  let active = 0;
  for (let i = 0, o = 0; i < n; i++, o += d) {
    const square = subtract(x1, x2, g1, o, d);
    const label = y[i] as number;
    if (!(square > tiny && square < HUGE) || label > 1) {
      extremes.push(i);
      continue;
    }
    const D = Math.sqrt(square);
    const gap = label * Math.max(0, m - D);
    pulled += (1 - label) * square;
    pushed += gap * gap;
    apart += label;
    active += Number(gap > 0);
    pull(g1, g2, o, d, (1 - label) * similar - (gap / D) * dissimilar);
  }
  const together = n - extremes.length - apart;
  sums.similar += pulled / 2;
  sums.dissimilar += pushed / 2;
  sums.similarPairs += together;
  sums.activeSimilar += together;
  sums.dissimilarPairs += apart;
  sums.activeDissimilar += active;
  return extremes.find((i) => !addExtreme(block, i, forces, sums)) ?? -1;
}

/** Adds one pair without over- and underflow; false if it has a number that is not finite or a label above 1. */
function addExtreme(block: PairBlock, i: number, forces: Forces, sums: ContrastiveSums): boolean {
  const { d, x1, x2, g1, g2 } = block;
  const [start, end] = [i * d, (i + 1) * d];
  const label = block.y[i] as number;
  if (label > 1) return false;
  let largest = 0;
  for (let k = start; k < end; k++) {
    const [a, b] = [x1[k] as number, x2[k] as number];
    if (!(Number.isFinite(a) && Number.isFinite(b))) return false;
    largest = Math.max(largest, Math.abs(a - b));
  }
  const unit = largest > 0 && largest < Infinity ? largest : 1;
  let ratios = 0;
  for (let k = start; k < end; k++) ratios += (((x1[k] as number) - (x2[k] as number)) / unit) ** 2;
  const length = Math.sqrt(ratios);
  const D = unit * length;
  const gap = Math.max(0, forces.m - D);
  if (label === 0) {
    sums.similarPairs++;
    if (D > 0) sums.activeSimilar++;
    sums.similar += (D * D) / 2;
  } else {
    sums.dissimilarPairs++;
    if (gap > 0) sums.activeDissimilar++;
    sums.dissimilar += (gap * gap) / 2;
  }
  const force = label === 0 ? forces.similar : -forces.dissimilar * gap;
  for (let k = start; k < end; k++) {
    const u = (x1[k] as number) - (x2[k] as number);
    const g = force === 0 || D === 0 ? 0 : force * (label === 0 ? u : u / unit / length);
    g1[k] = g;
    g2[k] = -g;
  }
  return true;
}
