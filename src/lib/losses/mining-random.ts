import { minerOfPairs, type Miner } from './mining';
import { rowAt } from './rows';

/** Numbers in [0, 1), evenly spread; the same stream gives the same triplets. */
export type Uniform = () => number;

/** Each anchor with each of its positives, and any negative, all being equally likely. */
export function randomTriplets(uniform: Uniform): Miner {
  return minerOfPairs(({ negatives }) => negatives[Math.floor(uniform() * negatives.length)]);
}

export interface DistanceWeightedOptions {
  /** The dimension d of the embeddings, a whole number ≥ 2. */
  d: number;
  /** Negatives nearer than this weigh as if they were at this distance; default 0.5, between 0 and `far`. */
  cutoff?: number;
  /** Negatives at this distance or beyond are never drawn; default 1.4, at most 2. */
  far?: number;
}

/**
 * The logarithm of 1/q(D), where q is the density of the distance of two random points of the unit sphere in d
 * dimensions, up to a constant: q(D) ∝ D^{d−2} (1 − D²/4)^{(d−3)/2}.
 * @see Wu, Manmatha, Smola, Krähenbühl (2017), section 4
 */
export function logInverseDensity(D: number, d: number): number {
  // 1 − D²/4 by its factors, which keeps its digits near D = 2.
  return (2 - d) * Math.log(D) - ((d - 3) / 2) * Math.log((1 - D / 2) * (1 + D / 2));
}

/**
 * Distance-weighted: each anchor with each of its positives, and a negative drawn with a probability ∝ 1/q(D), so that
 * the distances of the negatives are spread evenly instead of heaping up near √2. For Euclidean distances of embeddings
 * of length one. An anchor whose negatives are all far has no triplet.
 *
 * @throws RangeError naming the option
 * @see Wu, Manmatha, Smola, Krähenbühl (2017), section 4
 */
export function distanceWeighted(
  uniform: Uniform,
  { d, cutoff = 0.5, far = 1.4 }: DistanceWeightedOptions,
): Miner {
  if (!(Number.isInteger(d) && d >= 2)) throw new RangeError(`d is ${d}; a whole number ≥ 2 is allowed`);
  if (!(far > 0 && far <= 2)) throw new RangeError(`far is ${far}; above 0 and at most 2 is allowed`);
  if (!(cutoff > 0 && cutoff < far)) {
    throw new RangeError(`cutoff is ${cutoff}; above 0 and below far, ${far}, is allowed`);
  }
  return minerOfPairs(({ negatives, distance }) => {
    const near = negatives.filter((n) => distance(n) < far);
    const logs = near.map((n) => logInverseDensity(Math.max(cutoff, distance(n)), d));
    const most = Math.max(...logs);
    return drawn(
      near,
      logs.map((log) => Math.exp(log - most)),
      uniform,
    );
  });
}

/** One of the rows, drawn with probabilities in proportion to the weights; none of none. */
function drawn(rows: readonly number[], weights: readonly number[], uniform: Uniform): number | undefined {
  let left = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [k, row] of rows.entries()) {
    left -= rowAt(weights, k);
    if (left < 0) return row;
  }
  // Rounding may leave a trace of the sum after the last row.
  return rows.at(-1);
}
