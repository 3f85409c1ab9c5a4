import { describe, expect, test } from 'vitest';
import * as c from '../../src/lib/clustering';
import { normal, random } from '../../src/lib/state/random';

const uniform = random(3);
const points: c.Points = { at: Float64Array.from({ length: 400 }, () => normal(uniform)), dim: 2 };
const n = 200;

describe('k-means', () => {
  const steps = c.kMeans(points, c.plusPlus(points, 6, 1));

  test('takes turns: points to centres, centres to points', () => {
    const did = steps.map((step) => step.did);
    expect(did.slice(0, 3)).toEqual(['start', 'assign', 'move']);
    expect(did.at(-1)).toBe('move');
  });

  test('never makes the sum of squares larger, in either half', () => {
    steps.slice(1).forEach(({ inertia }, i) => {
      expect(inertia).toBeLessThanOrEqual((steps[i] as c.KMeansStep).inertia + 1e-9);
    });
  });

  test('is the same for the same seed, and starts elsewhere for another', () => {
    expect(c.plusPlus(points, 6, 1)).toEqual(c.plusPlus(points, 6, 1));
    expect(c.plusPlus(points, 6, 2)).not.toEqual(c.plusPlus(points, 6, 1));
  });

  test('starts from points, no two of them the same', () => {
    const starts = c.plusPlus(points, 20, 4);
    const names = Array.from({ length: 20 }, (_, k) => `${starts[2 * k]},${starts[2 * k + 1]}`);
    expect(new Set(names).size).toBe(20);
  });

  test('leaves a centre without points where it is', () => {
    const start = Float64Array.from([0, 0, 100, 100]);
    expect(Array.from(c.kMeans(points, start).at(-1)?.centres.slice(2) ?? [])).toEqual([100, 100]);
  });
});

describe('a tree of merges', () => {
  const D = c.distanceMatrix(points);
  const merges = c.agglomerate(D, n, 'average');

  test('joins everything in n − 1 merges, lowest first', () => {
    expect(merges).toHaveLength(n - 1);
    expect(merges.at(-1)?.size).toBe(n);
    const heights = merges.map(({ height }) => height);
    expect(heights).toEqual(heights.slice().sort((a, b) => a - b));
  });

  test.each([1, 2, 7, n])('can be cut into %i clusters, at a height that leaves as many', (k) => {
    expect(new Set(c.cutInto(merges, n, k)).size).toBe(k);
    const [below, above] = [merges[n - k - 1]?.height ?? -1, merges[n - k]?.height ?? Infinity];
    expect(c.clustersAt(merges, (below + Math.min(above, below + 1)) / 2)).toBe(k);
  });

  test('orders the points so that every cluster stands together', () => {
    const order = c.leafOrder(merges, n);
    expect(order.slice().sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
    const clusters = c.cutInto(merges, n, 9);
    const changes = order.filter(
      (i, place) => place > 0 && clusters[i] !== clusters[order[place - 1] as number],
    );
    expect(changes).toHaveLength(8);
  });
});

describe('the scores', () => {
  const classes = [0, 0, 0, 1, 1, 1];

  test('purity is perfect where every point is a cluster of its own, and the others are not', () => {
    const alone = [0, 1, 2, 3, 4, 5];
    expect(c.purity(classes, alone)).toBe(1);
    expect(c.adjustedRandIndex(classes, alone)).toBe(0);
    expect(c.normalizedMutualInformation(classes, alone)).toBeLessThan(1);
  });

  test('the names of clusters do not matter', () => {
    const named = [7, 7, 7, -1, -1, -1];
    expect(c.purity(classes, named)).toBe(1);
    expect(c.normalizedMutualInformation(classes, named)).toBeCloseTo(1, 12);
    expect(c.adjustedRandIndex(classes, named)).toBe(1);
  });

  test('the adjusted Rand index can be negative', () => {
    expect(c.adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeLessThan(0);
  });

  test('a silhouette needs two clusters, and fewer than points', () => {
    const D = c.distanceMatrix({ at: [0, 1, 2], dim: 1 });
    expect(c.silhouette(D, [0, 0, 0])).toBeNaN();
    expect(c.silhouette(D, [0, 1, 2])).toBeNaN();
  });

  test('labels of two lengths are refused by name', () => {
    expect(() => c.purity([0, 1], [0])).toThrow('second has 1 labels; as many as first, 2, are allowed');
  });
});

describe('a small world', () => {
  const options = { M: 6, efConstruction: 32, seed: 1 };
  const layered = c.smallWorld(points, { ...options, layered: true });
  const flat = c.smallWorld(points, { ...options, layered: false });
  const place = [0.3, -0.4];

  test.each([
    ['with layers', layered],
    ['without', flat],
  ])('%s, finds all of the nearest when it may keep enough candidates', (_, world) => {
    expect(c.search(world, place, 10, 100).found).toEqual(c.exhaustive(points, place, 10));
  });

  test('computes fewer distances the fewer candidates it keeps, and each once', () => {
    const seen = (ef: number) => c.search(layered, place, 1, ef).seen;
    expect(seen(2).length).toBeLessThan(seen(40).length);
    expect(new Set(seen(40)).size).toBe(seen(40).length);
    expect(seen(40).length).toBeLessThan(n);
  });

  test('goes down the layers', () => {
    const layers = c.search(layered, place, 1, 10).hops.map(({ layer }) => layer);
    expect(layers).toEqual(layers.slice().sort((a, b) => b - a));
    expect(layers[0]).toBe(layered.links.length - 1);
  });

  test('knows no more than 2M neighbours below and M above', () => {
    layered.links.forEach((layer, l) => {
      for (const links of Object.values(layer)) expect(links.length).toBeLessThanOrEqual(l === 0 ? 12 : 6);
    });
  });
});
