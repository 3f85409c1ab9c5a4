import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as c from '../../src/lib/clustering';

interface Scores {
  purity: number;
  nmi: number;
  ari: number;
  silhouette: number | null;
}
interface Run {
  labels: number[];
  scores: Scores;
  start?: number[];
  inertia?: number;
  heights?: number[];
  epsilon?: number;
  minPts?: number;
  core?: boolean[];
}
interface Case {
  name: string;
  dim: number;
  points: number[];
  classes: number[];
  true: Scores;
  neighbours: number[][];
  runs: Record<string, Run>;
}

const { cases } = JSON.parse(readFileSync('tests/fixtures/clustering.json', 'utf8')) as { cases: Case[] };

/** Whether two labellings make the same groups, whatever these are called; −1 for noise is kept. */
function sameGroups(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  const pairs = new Set(Array.from(a, (label, i) => `${label},${b[i]}`));
  return pairs.size === new Set(Array.from(a)).size && pairs.size === new Set(Array.from(b)).size;
}

describe.each(cases)(
  'as scikit-learn and SciPy find, on $name:',
  ({ dim, points: at, classes, runs, ...rest }) => {
    const points = { at, dim };
    const n = classes.length;
    const D = c.distanceMatrix(points);

    test('the nearest neighbours of every point', () => {
      expect(Array.from({ length: n }, (_, i) => c.ranking(points, i).slice(0, 6))).toEqual(rest.neighbours);
    });

    test('k-means from the same centres ends in the same clusters', () => {
      const { start = [], inertia, labels } = runs['k-means'] as Run;
      const end = c.kMeans(points, Float64Array.from(start)).at(-1);
      expect(Array.from(end?.clusters ?? [])).toEqual(labels);
      expect(end?.inertia).toBeCloseTo(inertia as number, 9);
    });

    test.each(c.LINKAGES)(
      'the tree of %s linkage, and its cut into as many clusters as classes',
      (linkage) => {
        const { heights = [], labels } = runs[linkage] as Run;
        const merges = c.agglomerate(D, n, linkage);
        const found = merges.map(({ height }) => height).sort((a, b) => a - b);
        heights.forEach((height, m) => expect(found[m]).toBeCloseTo(height, 9));
        expect(sameGroups(c.cutInto(merges, n, new Set(classes).size), labels)).toBe(true);
      },
    );

    test.each(['dbscan-3', 'dbscan-5'])('%s: the cores, the clusters and the noise', (name) => {
      const { epsilon = 0, minPts = 0, labels, core } = runs[name] as Run;
      const found = c.dbscan(D, n, epsilon, minPts);
      expect(found.core).toEqual(core);
      expect(Array.from(found.clusters)).toEqual(labels);
      expect(Array.from(c.clustersAfter(found, n))).toEqual(labels);
    });

    test.each([...Object.entries(runs), ['the classes', { labels: classes, scores: rest.true }] as const])(
      'the scores of %s',
      (_, { labels, scores }) => {
        expect(c.purity(classes, labels)).toBeCloseTo(scores.purity, 12);
        expect(c.normalizedMutualInformation(classes, labels)).toBeCloseTo(scores.nmi, 12);
        expect(c.adjustedRandIndex(classes, labels)).toBeCloseTo(scores.ari, 12);
        if (scores.silhouette !== null) {
          expect(c.silhouette(D, labels)).toBeCloseTo(scores.silhouette, 12);
        }
      },
    );
  },
);
