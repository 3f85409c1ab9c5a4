import { pairsOf, type ClassGroups } from './class-groups';
import type { ContrastiveSums } from './contrastive-terms';

/**
 * Adds all similar pairs of labelled points, without going through them. For a class of k points of mean μ
 *
 *     Σ_{i<j} ½ ‖xᵢ − xⱼ‖² = k/2 · Σᵢ ‖xᵢ − μ‖²,    ∂/∂xᵢ = k (xᵢ − μ).
 *
 * Leaves `sums.activeSimilar` alone.
 *
 * @param gradient what the gradients are added to, laid out like the points
 */
export function addSimilarByMean(
  x: Float64Array,
  d: number,
  { sizes, order }: ClassGroups,
  gradient: Float64Array,
  sums: ContrastiveSums,
): void {
  let start = 0;
  for (const k of sizes) {
    const members = order.subarray(start, start + k);
    start += k;
    sums.similarPairs += pairsOf(k);
    let spread = 0;
    for (let c = 0; c < d; c++) {
      const mean = preciseMean(x, d, c, members);
      for (const i of members) {
        const offset = (x[i * d + c] as number) - mean.value - mean.rest;
        spread += offset * offset;
        gradient[i * d + c] = (gradient[i * d + c] as number) + k * offset;
      }
    }
    sums.similar += (k / 2) * spread;
  }
}

/**
 * The mean of component c as a sum of two numbers: k times its rounding error would show in the gradient, most so for
 * points far from the origin.
 */
function preciseMean(
  x: Float64Array,
  d: number,
  c: number,
  members: Uint32Array,
): { value: number; rest: number } {
  const first = x[(members[0] ?? 0) * d + c] as number;
  let sum = 0;
  for (const i of members) sum += (x[i * d + c] as number) - first;
  const value = first + sum / members.length;
  let rest = 0;
  for (const i of members) rest += (x[i * d + c] as number) - value;
  return { value, rest: rest / members.length };
}
