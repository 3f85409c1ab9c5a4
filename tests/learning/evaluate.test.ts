import { describe, expect, it } from 'vitest';
import { evaluate, type Embedded } from '../../src/lib/learning';
import { random } from '../../src/lib/state/random';

const line = (points: number[], labels: number[]): Embedded => ({ points, labels, dim: 1 });

describe('the evaluation of held-out embeddings', () => {
  it('lets the five nearest of the gallery vote', () => {
    const gallery = line([0, 0.1, 0.2, 0.3, 0.4, 5, 5.1, 5.2], [0, 0, 0, 1, 1, 1, 1, 1]);
    // The query at 0.2 has 0 0 0 1 1 around it, the one at 4 has 1 1 1 1 and 1.
    expect(evaluate(line([0.2, 4], [0, 1]), gallery).knn).toBe(1);
    expect(evaluate(line([0.2, 4], [1, 1]), gallery).knn).toBe(0.5);
  });

  it('gives a tie to the smallest class', () => {
    const gallery = line([0, 0.1, 0.2, 0.3, 9], [2, 2, 1, 1, 3]);
    expect(evaluate(line([0], [1]), gallery).knn).toBe(1);
    expect(evaluate(line([0], [2]), gallery).knn).toBe(0);
  });

  it('recalls at 1 by the nearest other query, never by the query itself', () => {
    const queries = line([0, 1, 1.1, 5], [0, 1, 1, 0]);
    // 0 → 1 is wrong, 1 ↔ 1.1 are right, 5 → 1.1 is wrong.
    expect(evaluate(queries, queries).recall).toBe(0.5);
  });

  it('sees no lengths by the cosine', () => {
    const gallery: Embedded = { points: [1, 0, 0, 1], labels: [0, 1], dim: 2 };
    const query: Embedded = { points: [9, 8], labels: [0], dim: 2 };
    expect(evaluate(query, gallery, { k: 1, nearness: 'cosine' }).knn).toBe(1);
    expect(evaluate({ ...query, points: [0.1, 0.9] }, gallery, { k: 1, nearness: 'cosine' }).knn).toBe(0);
  });

  it('is what a plain search over all finds', () => {
    const uniform = random(11);
    const set = (n: number): Embedded => ({
      points: Float64Array.from({ length: 3 * n }, uniform),
      labels: Uint8Array.from({ length: n }, () => 3 * uniform()),
      dim: 3,
    });
    const [queries, gallery] = [set(60), set(200)];
    const distance = (a: Embedded, i: number, b: Embedded, j: number) =>
      Math.hypot(...[0, 1, 2].map((k) => (a.points[3 * i + k] ?? 0) - (b.points[3 * j + k] ?? 0)));
    const nearest = (i: number, among: Embedded, k: number) =>
      Array.from({ length: among.labels.length }, (_, j) => j)
        .filter((j) => among !== queries || j !== i)
        .sort((a, b) => distance(queries, i, among, a) - distance(queries, i, among, b))
        .slice(0, k)
        .map((j) => among.labels[j] as number);
    const vote = (labels: number[]) =>
      [0, 1, 2].sort((a, b) => count(labels, b) - count(labels, a) || a - b)[0];
    const count = (labels: number[], label: number) => labels.filter((l) => l === label).length;
    const all = Array.from(queries.labels);
    const share = (right: (i: number) => boolean) => all.filter((_, i) => right(i)).length / all.length;
    expect(evaluate(queries, gallery)).toEqual({
      knn: share((i) => vote(nearest(i, gallery, 5)) === all[i]),
      recall: share((i) => nearest(i, queries, 1)[0] === all[i]),
    });
  });
});
