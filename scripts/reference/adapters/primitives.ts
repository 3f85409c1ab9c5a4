import {
  cosineSimilarity,
  euclidean,
  logSigmoid,
  logSoftmax,
  logSumExp,
  normalise,
  shiftedEuclidean,
  sigmoid,
  softmax,
  softplus,
  throughNormalisation,
  type Distance,
} from '../../../src/lib/losses';
import { reader, type Adapter, type Computed } from '../adapter';
import type { Numbers } from '../format';

const flat = (values: Numbers): number[] => (Array.isArray(values) ? values.flatMap(flat) : [values]);

/** Σ output · g, with g = 1 where the file has none. */
function weighed(items: Numbers, g: Numbers | undefined): number {
  const weights = g === undefined ? undefined : flat(g);
  return flat(items).reduce((sum, item, k) => sum + item * (weights?.[k] ?? 1), 0);
}

type Reader = ReturnType<typeof reader>;

/** A distance of each row of x and y, times the weight of the row. */
const ofRows =
  (distance: Distance) =>
  (read: Reader): Computed => {
    const [x, y] = [read.rows('x'), read.rows('y')];
    const g = read.has('g') ? read.numbers('g') : x.map(() => 1);
    const measured = x.map((row, i) => distance(row, y[i] ?? []));
    const items = measured.map(({ D }) => D);
    const side = (name: 'x1' | 'x2') =>
      measured.map(({ gradient }, i) => gradient[name].map((component) => (g[i] ?? 1) * component));
    return { value: weighed(items, g), items, gradient: { x: side('x1'), y: side('x2') } };
  };

/** A function of each row with one output a row. */
const ofEachRow =
  (output: (row: number[]) => number, slope: (row: number[]) => number[]) =>
  (read: Reader): Computed => {
    const x = read.rows('x');
    const g = read.has('g') ? read.numbers('g') : x.map(() => 1);
    const items = x.map(output);
    return {
      value: weighed(items, g),
      items,
      gradient: { x: x.map((row, i) => slope(row).map((component) => (g[i] ?? 1) * component)) },
    };
  };

/** A function of each row with as many outputs as inputs, and the way back of a gradient. */
const ofWholeRow =
  (output: (row: number[]) => number[], back: (row: number[], g: number[]) => number[]) =>
  (read: Reader): Computed => {
    const x = read.rows('x');
    const g = read.has('g') ? read.rows('g') : x.map((row) => row.map(() => 1));
    const items = x.map(output);
    return { value: weighed(items, g), items, gradient: { x: x.map((row, i) => back(row, g[i] ?? [])) } };
  };

/** A function of each number, whatever the shape. */
const ofEach =
  (output: (z: number) => number, slope: (z: number) => number) =>
  (read: Reader): Computed => {
    const [x, g] = [read.any('x'), read.has('g') ? flat(read.any('g')) : undefined];
    let place = 0;
    const map = (values: Numbers, f: (z: number) => number): Numbers =>
      Array.isArray(values) ? values.map((value) => map(value, f)) : f(values);
    const items = map(x, output);
    return {
      value: weighed(items, g),
      items,
      gradient: { x: map(x, (z) => slope(z) * (g?.[place++] ?? 1)) },
    };
  };

const OPS = {
  norm_diff: ofRows(euclidean),
  cosine: ofRows(cosineSimilarity()),
  pdist_pairwise_eps: ofRows(shiftedEuclidean(1e-6)),
  normalize: ofWholeRow(
    (row) => normalise(row).unit,
    (row, g) => throughNormalisation(normalise(row), g),
  ),
  logsumexp: ofEachRow(logSumExp, softmax),
  log_softmax: ofWholeRow(logSoftmax, (row, g) => {
    const total = g.reduce((sum, component) => sum + component, 0);
    return softmax(row).map((p, k) => (g[k] ?? 0) - p * total);
  }),
  softplus: ofEach(softplus, sigmoid),
  log_sigmoid: ofEach(logSigmoid, (z) => sigmoid(0 - z)),
};

export const primitiveAdapters: Record<string, Adapter> = {
  primitives(reference) {
    const read = reader(reference);
    return read.word('op', OPS)(read);
  },
};
