import { repelAll } from './all-pairs-plain';
import { layStrips, repelNear } from './all-pairs-strips';
import { coincidentPairs, groupByClass, pairsOf, type ClassGroups } from './class-groups';
import type { ContrastiveSums } from './contrastive-terms';
import { addGivenPairs, type Counted, type LabelledPoints } from './given-pairs';
import { repulsion } from './repulsion';
import { addSimilarByMean } from './similar-by-mean';
import { spreadsOf, width, type Spread } from './spreads';

/** Fewer points than this are not worth sorting. */
const FEW = 64;
/** Nor is it worth while when m is more than this part of the width of the points. */
const WIDE = 1 / 3;
/** Squares of numbers between these neither overflow nor underflow. */
const SMALL = 1e-100;
const LARGE = 1e100;

const ordinary = (value: number) => value === 0 || (value >= SMALL && value <= LARGE);

/**
 * Adds all n(n−1)/2 pairs of labelled points: similar ones by the means of their classes, dissimilar ones only where
 * they may be closer than m. Squares that might over- or underflow are left to the sum over single pairs.
 *
 * @param gradient what the gradients are added to, laid out like the points
 * @param apart whether `sums.activeSimilar` is wanted, which costs a sort
 */
export function addAllPairs(
  points: LabelledPoints,
  counted: Counted,
  gradient: Float64Array,
  sums: ContrastiveSums,
  apart: boolean,
): void {
  const { x, d, labels } = points;
  const n = labels.length;
  const spreads = spreadsOf(x, d);
  if (!ordinary(counted.m) || !ordinary(widestOf(spreads))) {
    for (let i = 0; i < n; i++) addGivenPairs(points, pairsWithLater(i, n), counted, gradient, sums);
    return;
  }
  const groups = groupByClass(labels);
  addSimilarByMean(x, d, groups, counted.similar ? gradient : new Float64Array(n * d), sums);
  if (apart) sums.activeSimilar += sums.similarPairs - coincidentPairs(x, d, groups);
  addDissimilar(points, groups, spreads, counted, gradient, sums);
}

const widestOf = (spreads: readonly Spread[]) =>
  spreads.reduce((most, spread) => Math.max(most, width(spread)), 0);

function pairsWithLater(i: number, n: number): Uint32Array {
  return new Uint32Array(2 * (n - i - 1)).map((_, k) => (k % 2 === 0 ? i : i + (k + 1) / 2));
}

function addDissimilar(
  points: LabelledPoints,
  groups: ClassGroups,
  spreads: readonly Spread[],
  counted: Counted,
  gradient: Float64Array,
  sums: ContrastiveSums,
): void {
  const { x, d, labels } = points;
  const n = labels.length;
  const { m, dissimilar } = counted;
  sums.dissimilarPairs += pairsOf(n) - groups.sizes.reduce((pairs, size) => pairs + pairsOf(size), 0);
  if (m === 0 || groups.sizes.length < 2) return;
  const strips = n >= FEW && m <= WIDE * widestOf(spreads) ? layStrips(x, d, m, spreads) : undefined;
  const order = strips?.order ?? groups.order;
  const state = repulsion(m, x, d, groups, order);
  if (strips) repelNear(state, strips);
  else repelAll(state, groups.sizes);
  sums.dissimilar += state.loss;
  sums.activeDissimilar += state.active;
  if (dissimilar) {
    order.forEach((i, r) => {
      for (let k = 0; k < d; k++) {
        gradient[i * d + k] = (gradient[i * d + k] as number) + (state.gradient[r * d + k] as number);
      }
    });
  }
  if (state.tooClose.length === 0) return;
  // These are dissimilar pairs that are counted above.
  sums.dissimilarPairs -= state.tooClose.length / 2;
  const tooClose = state.tooClose.map((r) => order[r] as number);
  addGivenPairs(points, tooClose, counted, gradient, sums);
}
