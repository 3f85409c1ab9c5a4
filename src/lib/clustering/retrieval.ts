import { countOf, squaredDistance, type Points } from './points';
import type { Labels } from './scores';

/** The other points in the order of their distance from one; of equally far ones the first first. */
export function ranking(points: Points, query: number): number[] {
  const n = countOf(points);
  const far = Float64Array.from({ length: n }, (_, j) => squaredDistance(points, query, points, j));
  return Array.from({ length: n }, (_, j) => j)
    .filter((j) => j !== query)
    .sort((a, b) => (far[a] as number) - (far[b] as number) || a - b);
}

/** What a search for the points of the own class finds. Every share is from 0 to 1. */
export interface Found {
  /** Share of the k nearest that are of the query's class. */
  precision: number;
  /** Share of all others of its class that are among the k nearest: recall as search engines mean it. */
  recall: number;
  /** Whether at least one of the k nearest is of its class: what papers on metric learning call Recall@k. */
  hit: boolean;
  /** Precision at R, the number of others of its class. */
  rPrecision: number;
  /** Mean over the first R places of the precision there, where the place is rightly filled: MAP@R of one query. */
  averagePrecision: number;
}

/**
 * Evaluates one ranking: the one place where precision, recall, R-precision and MAP@R are computed.
 *
 *     MAP@R = 1/R Σ_{i≤R} P(i),   P(i) the precision of the first i where the i-th is right, else 0
 *
 * @param right of every other item, nearest first, whether it is of the query's class; R is how many are
 * @param k how many are looked at, from 0
 * @see Musgrave, Belongie, Lim (2020), section 3.2, for R-precision and MAP@R
 */
export function evaluateRanking(right: readonly boolean[], k: number): Found {
  const R = right.reduce((count, isRight) => count + Number(isRight), 0);
  let [seen, hits, rightOfR, precisions] = [0, 0, 0, 0];
  for (let place = 0; place < Math.max(k, R); place++) {
    if (!right[place]) continue;
    seen++;
    if (place < k) hits++;
    if (place >= R) continue;
    rightOfR++;
    precisions += seen / (place + 1);
  }
  return {
    precision: k > 0 ? hits / k : 0,
    recall: R > 0 ? hits / R : 0,
    hit: hits > 0,
    rPrecision: R > 0 ? rightOfR / R : 0,
    averagePrecision: R > 0 ? precisions / R : 0,
  };
}

/** Which places of a ranking are filled by the class that is looked for. */
export const rightOf = (order: readonly number[], labels: Labels, own: number | undefined): boolean[] =>
  order.map((j) => labels[j] === own);

/** The means over all queries. */
export interface Retrieval {
  precision: number;
  recall: number;
  /** Recall@k of metric learning: the share of queries with a hit. */
  recallAtK: number;
  rPrecision: number;
  /** MAP@R. */
  meanAveragePrecision: number;
}

/** Every point is the query once, and all others are searched. */
export function evaluateRankings(
  orders: readonly (readonly number[])[],
  labels: Labels,
  k: number,
): Retrieval {
  const all = orders.map((order, i) => evaluateRanking(rightOf(order, labels, labels[i]), k));
  const mean = (of: (found: Found) => number) =>
    all.reduce((sum, found) => sum + of(found), 0) / Math.max(1, all.length);
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    recallAtK: mean(({ hit }) => Number(hit)),
    rPrecision: mean(({ rPrecision }) => rPrecision),
    meanAveragePrecision: mean(({ averagePrecision }) => averagePrecision),
  };
}

/** Recall@k where the k nearest are drawn by chance, without putting back: 1 − C(n − 1 − R, k) / C(n − 1, k). */
export function chanceOfHit(n: number, R: number, k: number): number {
  let miss = 1;
  for (let i = 0; i < k; i++) miss *= Math.max(0, n - 1 - R - i) / Math.max(1, n - 1 - i);
  return 1 - miss;
}
