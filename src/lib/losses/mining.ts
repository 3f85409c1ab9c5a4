import type { RowsLike, Numbers } from './declare';
import { partnersOf } from './partners';
import { requireFinite, requireNonNegative } from './require';
import { requireLabels, rowAt, plainArray } from './rows';
import type { Triplet } from './triplet-batch';

/**
 * Chooses triplets of a labelled batch by the distances of its rows. No gradient goes through the choice. The triplets
 * are in the order of the anchor, then of the positive, then of the negative. An anchor that is alone in its class, or
 * in a batch of one class, has none.
 *
 * @param D N × N finite distances, D[a][j] from the anchor a; the diagonal is not looked at
 * @param labels N whole numbers ≥ 0
 * @throws RangeError naming the argument
 */
export type Miner = (D: RowsLike, labels: Numbers) => Triplet[];

/** A row as the anchor: the other rows of its class, the rows of other classes, and how far away they are. */
export interface Anchor {
  positives: number[];
  negatives: number[];
  distance(row: number): number;
}

/** The miner that chooses, for each anchor, pairs of a positive and a negative. */
export function minerOf(choose: (anchor: Anchor) => readonly (readonly [p: number, n: number])[]): Miner {
  return (D, labels) => {
    requireLabels('labels', labels, { count: D.length });
    return D.flatMap((row, a) => {
      requireFinite(`D[${a}]`, row);
      if (row.length !== D.length) {
        throw new RangeError(`D[${a}] has ${row.length} distances; ${D.length} are needed, one a row`);
      }
      const { positive: positives, negative: negatives } = partnersOf(labels, a);
      const chosen = choose({ positives, negatives, distance: (j) => rowAt(row, j) });
      return chosen.map(([p, n]) => [a, p, n] as const);
    });
  };
}

/** The miner that chooses, for each anchor with each of its positives, one negative or none. */
export function minerOfPairs(choose: (anchor: Anchor, p: number) => number | undefined): Miner {
  return minerOf((anchor) =>
    anchor.positives.flatMap((p) => {
      const n = choose(anchor, p);
      return n === undefined ? [] : [[p, n] as const];
    }),
  );
}

/** Every triplet of labelled rows. */
export function tripletsOf(labels: Numbers): Triplet[] {
  return plainArray(labels).flatMap((_, a) => {
    const { positive, negative } = partnersOf(labels, a);
    return positive.flatMap((p) => negative.map((n) => [a, p, n] as const));
  });
}

/** Every triplet whose d(a,n) − d(a,p) meets a condition. */
function minerOfGap(allowed: (gap: number) => boolean): Miner {
  return minerOf(({ positives, negatives, distance }) =>
    positives.flatMap((p) =>
      negatives.filter((n) => allowed(distance(n) - distance(p))).map((n) => [p, n] as const),
    ),
  );
}

/** Every triplet of the batch. */
export const allTriplets: Miner = minerOfGap(() => true);

/**
 * Triplets that keep less than the margin, or just as much: d(a,n) − d(a,p) ≤ m.
 * @throws RangeError for an m that is negative or not finite
 */
export function violatingTriplets(m: number): Miner {
  requireNonNegative('m', m);
  return minerOfGap((gap) => gap <= m);
}

/**
 * Triplets in the right order that keep less than the margin, or just as much: 0 < d(a,n) − d(a,p) ≤ m.
 * @throws RangeError for an m that is negative or not finite
 * @see Schroff, Kalenichenko, Philbin (2015), section 3.2
 */
export function semiHardTriplets(m: number): Miner {
  requireNonNegative('m', m);
  return minerOfGap((gap) => 0 < gap && gap <= m);
}

/** Triplets whose negative is as near to the anchor as the positive, or nearer: d(a,n) ≤ d(a,p). */
export const hardTriplets: Miner = minerOfGap((gap) => gap <= 0);

/**
 * Triplets that keep more than the margin, to which a hinge is shut: d(a,n) − d(a,p) > m.
 * @throws RangeError for an m that is negative or not finite
 */
export function easyTriplets(m: number): Miner {
  requireNonNegative('m', m);
  return minerOfGap((gap) => gap > m);
}
