import { minerOf, minerOfPairs, type Miner } from './mining';

type Distances = (row: number) => number;

/** The row at the smallest distance beyond one, the first of several; none of none. */
function nearest(rows: readonly number[], distance: Distances, beyond = -Infinity): number | undefined {
  let [best, least]: [number | undefined, number] = [undefined, Infinity];
  for (const row of rows) {
    const D = distance(row);
    if (D > beyond && (best === undefined || D < least)) [best, least] = [row, D];
  }
  return best;
}

const farthest = (rows: readonly number[], distance: Distances) => nearest(rows, (row) => -distance(row));

/** The triplet of a positive and a negative where there are both. */
const both = (p: number | undefined, n: number | undefined) =>
  p === undefined || n === undefined ? [] : [[p, n] as const];

/**
 * Batch-hard: each anchor with its farthest positive and its nearest negative, one triplet an anchor.
 * @see Hermans, Beyer, Leibe (2017), section 2
 */
export const batchHard: Miner = minerOf(({ positives, negatives, distance }) =>
  both(farthest(positives, distance), nearest(negatives, distance)),
);

/** Batch-easy: each anchor with its nearest positive and its farthest negative, one triplet an anchor. */
export const batchEasy: Miner = minerOf(({ positives, negatives, distance }) =>
  both(nearest(positives, distance), farthest(negatives, distance)),
);

/**
 * Each anchor with its nearest positive and the nearest of the negatives beyond that. An anchor without a negative
 * beyond its nearest positive has no triplet.
 * @see Xuan, Stylianou, Pless (2020)
 */
export const easyPositiveSemiHard: Miner = minerOf(({ positives, negatives, distance }) => {
  const p = nearest(positives, distance);
  return both(p, p === undefined ? p : nearest(negatives, distance, distance(p)));
});

/** Hardest pairs: each anchor with each of its positives, and the nearest negative of the anchor. */
export const hardestNegatives: Miner = minerOfPairs(({ negatives, distance }) =>
  nearest(negatives, distance),
);

/**
 * Each anchor with each of its positives, and the nearest of the negatives beyond that positive; where there is none
 * beyond, the farthest negative. No margin takes part.
 * @see Schroff, Kalenichenko, Philbin (2015), section 3.2, as `TripletSemiHardLoss` of TensorFlow Addons has it
 */
export const nearestSemiHard: Miner = minerOfPairs(
  ({ negatives, distance }, p) => nearest(negatives, distance, distance(p)) ?? farthest(negatives, distance),
);
