import { TopK } from './top-k';

/** Embeddings with their classes. */
export interface Embedded {
  /** n·d numbers, embedding after embedding. */
  points: ArrayLike<number>;
  labels: ArrayLike<number>;
  /** Dimension, d. */
  dim: number;
}

export interface EvaluationOptions {
  /** How many neighbours vote; 5 by default. */
  k?: number;
  /** By the Euclidean distance by default, or by the angle, for losses that see no lengths. */
  nearness?: 'euclidean' | 'cosine';
}

/** How well embeddings tell classes apart, each from 0 to 1; 0 without any. */
export interface Evaluation {
  /**
   * The share of queries whose class is the one that most of their k nearest in the gallery have; of classes with equally
   * many the smallest.
   */
  knn: number;
  /** Recall@1: the share of queries whose nearest other query is of their own class. */
  recall: number;
}

/**
 * Evaluates held-out embeddings, the queries, by those that were learned from, the gallery. It pauses after every query,
 * so that it can be spread over time; {@link evaluate} runs it to its end.
 */
export function* evaluation(
  queries: Embedded,
  gallery: Embedded,
  { k = 5, nearness = 'euclidean' }: EvaluationOptions = {},
): Generator<undefined, Evaluation> {
  const count = queries.labels.length;
  const [from, among] = [prepared(queries, nearness), prepared(gallery, nearness)];
  const [voters, nearest] = [new TopK(Math.min(k, gallery.labels.length)), new TopK(1)];
  let [knn, recall] = [0, 0];
  for (let i = 0; i < count; i++) {
    const own = queries.labels[i];
    offerAll(voters, from, i, among, queries.dim);
    if (mostVotes(voters.indices, gallery.labels) === own) knn++;
    offerAll(nearest, from, i, from, queries.dim);
    const j = nearest.indices[0] as number;
    if (j >= 0 && queries.labels[j] === own) recall++;
    yield;
  }
  const all = Math.max(1, count);
  return { knn: knn / all, recall: recall / all };
}

/** What {@link evaluation} comes to, at once. */
export function evaluate(queries: Embedded, gallery: Embedded, options?: EvaluationOptions): Evaluation {
  const run = evaluation(queries, gallery, options);
  let next = run.next();
  while (!next.done) next = run.next();
  return next.value;
}

/** The points, each divided by its length for the cosine: then the nearest in angle is the nearest in distance. */
function prepared({ points, dim }: Embedded, nearness: EvaluationOptions['nearness']): Float64Array {
  const out = Float64Array.from(points);
  if (nearness === 'euclidean') return out;
  for (let o = 0; o < out.length; o += dim) {
    const length = Math.hypot(...out.subarray(o, o + dim)) || 1;
    for (let k = 0; k < dim; k++) out[o + k] = (out[o + k] as number) / length;
  }
  return out;
}

/** Finds the nearest to point i among others; where they are the same array, i itself is none of them. */
function offerAll(nearest: TopK, from: Float64Array, i: number, among: Float64Array, dim: number): void {
  nearest.clear();
  const o = i * dim;
  const count = among.length / dim;
  for (let j = 0; j < count; j++) {
    if (among === from && j === i) continue;
    let square = 0;
    for (let k = 0; k < dim; k++) {
      const u = (from[o + k] as number) - (among[j * dim + k] as number);
      square += u * u;
    }
    nearest.push(j, square);
  }
}

function mostVotes(voters: Int32Array, labels: ArrayLike<number>): number {
  const votes: number[] = [];
  for (const j of voters) {
    const label = labels[j];
    if (label !== undefined) votes[label] = (votes[label] ?? 0) + 1;
  }
  return votes.reduce((best, count, label) => (count > (votes[best] ?? 0) ? label : best), 0);
}
