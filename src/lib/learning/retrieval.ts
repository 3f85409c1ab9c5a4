import { evaluateRanking } from '../clustering/retrieval';
import type { Embedded } from './evaluate';

/** How well embeddings gather their classes, each from 0 to 1. */
export interface Retrieval {
  /** Precision at 1, also called recall@1: the share of queries whose nearest other item is of their class. */
  p1: number;
  /** R-precision: of the R nearest others the share of the query's class, R being how many of that class there are. */
  rPrecision: number;
  /** MAP@R: as R-precision, but a hit at place i counts with the precision of the first i. */
  mapAtR: number;
}

/** The similarity of every two items, in one row after the other: cosines. */
function cosinesAmong({ points, labels, dim }: Embedded): { n: number; S: Float64Array } {
  const n = labels.length;
  const unit = Float64Array.from(points);
  for (let o = 0; o < unit.length; o += dim) {
    let square = 0;
    for (let k = 0; k < dim; k++) square += (unit[o + k] as number) ** 2;
    const length = Math.sqrt(square) || 1;
    for (let k = 0; k < dim; k++) unit[o + k] = (unit[o + k] as number) / length;
  }
  const S = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      let dot = 0;
      for (let k = 0; k < dim; k++) dot += (unit[i * dim + k] as number) * (unit[j * dim + k] as number);
      S[i * n + j] = dot;
      S[j * n + i] = dot;
    }
  }
  return { n, S };
}

/**
 * Every item as a query among all others, by the cosine. A query that is alone in its class has nothing to find and is left
 * out. Of equally near items those of other classes come first, so that a collapse earns nothing.
 */
export function retrieval(items: Embedded): Retrieval {
  const { n, S } = cosinesAmong(items);
  const { labels } = items;
  const sums = { p1: 0, rPrecision: 0, mapAtR: 0 };
  let queries = 0;
  for (let i = 0; i < n; i++) {
    const own: number[] = [];
    const others: number[] = [];
    for (let j = 0; j < n; j++) {
      if (j !== i) (labels[j] === labels[i] ? own : others).push(-(S[i * n + j] as number));
    }
    if (own.length === 0) continue;
    queries++;
    const right = merged(Float64Array.from(own).sort(), Float64Array.from(others).sort());
    const { precision, rPrecision, averagePrecision } = evaluateRanking(right, 1);
    sums.p1 += precision;
    sums.rPrecision += rPrecision;
    sums.mapAtR += averagePrecision;
  }
  const all = Math.max(1, queries);
  return { p1: sums.p1 / all, rPrecision: sums.rPrecision / all, mapAtR: sums.mapAtR / all };
}

/** Of the ascending distances to the query's own class and to the others: which places of the ranking are of its class. */
function merged(own: Float64Array, others: Float64Array): boolean[] {
  const right: boolean[] = new Array(own.length + others.length).fill(false);
  let nearer = 0;
  own.forEach((distance, hits) => {
    while (nearer < others.length && (others[nearer] as number) <= distance) nearer++;
    right[hits + nearer] = true;
  });
  return right;
}

/**
 * The true accept rate at a false accept rate: of the pairs of one class the share that a threshold on the cosine accepts,
 * the lowest one that accepts no more than `far` of the pairs of different classes. A pair is accepted above it.
 *
 * @param far from 0 to 1
 * @throws RangeError unless there are pairs of both kinds
 */
export function trueAcceptRate(items: Embedded, far: number): number {
  const { n, S } = cosinesAmong(items);
  const { labels } = items;
  const same: number[] = [];
  const different: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) (labels[i] === labels[j] ? same : different).push(S[i * n + j] as number);
  }
  if (same.length === 0 || different.length === 0) {
    throw new RangeError('pairs of both kinds are needed, of one class and of two');
  }
  const descending = Float64Array.from(different).sort().reverse();
  const accepted = Math.floor(far * different.length + 1e-9);
  const threshold = descending[accepted] ?? -Infinity;
  return same.filter((s) => s > threshold).length / same.length;
}
