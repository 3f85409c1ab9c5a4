import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastive, contrastiveBatch, contrastivePairs, type BatchOptions } from '../../src/lib/losses';
import { plainSum } from './support/plain-sum';
import { expectClose, gaussian } from './support/numbers';

const DIMENSIONS = [1, 2, 3, 5, 8, 19] as const;
const REDUCERS = ['sum', 'mean', 'mean-active'] as const;

// Few places, so that points coincide and distances meet the margin, exactly. Subnormal numbers have too few digits.
const coordinate = fc.oneof(
  fc.integer({ min: -9, max: 9 }).map((value) => value / 4),
  fc.double({ min: -3, max: 3, noNaN: true }).map((value) => (Math.abs(value) < 1e-250 ? 0 : value)),
  fc.constantFrom(1e-200, -1e-160),
);
const margin = fc.oneof(fc.constantFrom(0, 1, 2, 100), fc.double({ min: 1e-250, max: 5, noNaN: true }));
const options = fc.record({
  m: margin,
  reducer: fc.constantFrom(...REDUCERS),
  similar: fc.boolean(),
  dissimilar: fc.boolean(),
});

const manyOf = (d: number, least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .chain((n) =>
      fc.tuple(
        fc.array(coordinate, { minLength: n * d, maxLength: n * d }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: n, maxLength: n }),
      ),
    );

/** Points of unit variance and their labels. */
function cloud(n: number, d: number, classes: number, seed: number) {
  const draw = gaussian(seed);
  const points = Float64Array.from({ length: n * d }, draw);
  const labels = Int32Array.from({ length: n }, (_, i) => i % classes);
  return { points, labels };
}

function expectPlainSum(
  points: ArrayLike<number>,
  d: number,
  labels: ArrayLike<number>,
  given: BatchOptions = {},
): void {
  const { loss, similar, dissimilar, gradient, ...counts } = contrastiveBatch(points, d, labels, given);
  const plain = plainSum(points, d, labels, given);
  expect(counts).toEqual(plain.counts);
  expectClose([loss, similar, dissimilar], [plain.loss, plain.similar, plain.dissimilar], 1e-12);
  // The terms of a component may cancel; what counts is how large they are.
  gradient.forEach((g, k) => {
    const [expected, size] = [plain.gradient[k] ?? NaN, plain.size[k] ?? NaN];
    expect(Math.abs(g - expected)).toBeLessThanOrEqual(1e-12 * size + 1e-300);
  });
}

describe('the contrastive loss of many given pairs', () => {
  it.each(DIMENSIONS)('is that of the pairs one by one, in %i dimensions', (d) => {
    fc.assert(
      fc.property(manyOf(d, 2, 12), options, ([numbers, classes], given) => {
        const n = Math.floor(classes.length / 2);
        const [x1, x2] = [numbers.slice(0, n * d), numbers.slice(n * d, 2 * n * d)];
        const y = Uint8Array.from({ length: n }, (_, i) => (classes[i] ?? 0) % 2);
        const batch = contrastivePairs(Float64Array.from(x1), Float64Array.from(x2), y, d, given);
        const pairs = [...y].map((label, i) =>
          contrastive(x1.slice(i * d, i * d + d), x2.slice(i * d, i * d + d), label, { m: given.m }),
        );
        const counted = [...y].map((label) => (label === 0 ? given.similar : given.dissimilar));
        const active = pairs.filter(
          ({ loss, D }, i) => counted[i] && (y[i] === 0 ? D > 0 : D < given.m && loss >= 0),
        );
        const items = { sum: 1, mean: counted.filter(Boolean).length, 'mean-active': active.length };
        const factor = 1 / Math.max(1, items[given.reducer]);
        const sum = pairs.reduce((total, { loss }, i) => total + (counted[i] ? loss : 0), 0);
        expectClose([batch.loss], [factor * sum], 1e-12);
        const expected = pairs.flatMap(({ gradient }, i) =>
          gradient.x1.map((g) => (counted[i] ? factor * g : 0)),
        );
        expectClose(batch.gradient.x1, expected, 1e-12);
        expectClose(
          batch.gradient.x2,
          expected.map((g) => -g),
          1e-12,
        );
      }),
      { seed: 1 },
    );
  });

  it('takes more pairs than it works on at a time', () => {
    const [n, d] = [40_000, 2];
    const x1 = cloud(n, d, 2, 1);
    const x2 = cloud(n, d, 2, 2).points;
    const y = Uint8Array.from(x1.labels);
    const batch = contrastivePairs(x1.points, x2, y, d);
    let loss = 0;
    for (let i = 0; i < n; i++) {
      const at = [i * d, i * d + d] as const;
      loss += contrastive(x1.points.subarray(...at), x2.subarray(...at), y[i] ?? 0).loss / n;
    }
    expectClose([batch.loss], [loss], 1e-11);
    const last = contrastive(x1.points.subarray(-d), x2.subarray(-d), y[n - 1] ?? 0).gradient;
    expectClose(
      batch.gradient.x1.subarray(-d),
      last.x1.map((g) => g / n),
      1e-12,
    );
  });

  it('writes into the arrays that it is given, of either kind, and gives them back', () => {
    const x1 = new Float32Array([0, 0, 1, 1]);
    const x2 = new Float32Array([3, 4, 1, 1.5]);
    const out = { x1: new Float32Array(4), x2: new Float32Array(4) };
    const { loss, gradient } = contrastivePairs(x1, x2, [0, 1], 2, { m: 1, reducer: 'sum' }, out);
    expect(loss).toBe(12.625);
    expect(gradient).toBe(out);
    expectClose(out.x1, [-3, -4, 0, 0.5], 0);
    expectClose(out.x2, [3, 4, 0, -0.5], 0);
  });

  it('reads labels in the convention that it is told', () => {
    const evaluate = (y: ArrayLike<number>, convention: '0-similar' | '1-similar' | 'plus-minus-one') =>
      contrastivePairs([0, 0], [0.5, 0.5], y, 1, { convention }).gradient.x1;
    const expected = evaluate([0, 1], '0-similar');
    expect(evaluate(new Uint8Array([1, 0]), '1-similar')).toEqual(expected);
    expect(evaluate([1, -1], 'plus-minus-one')).toEqual(expected);
  });

  it('neither overflows nor loses tiny distances', () => {
    const y = new Uint8Array([1, 1]);
    const { loss, gradient } = contrastivePairs([1e200, 3e-200, 0, 0], [-1e200, 0, 0, -4e-200], y, 2, {
      reducer: 'sum',
    });
    expectClose([loss], [0.5], 1e-12);
    expectClose(gradient.x1, [0, 0, 0, -1], 1e-12);
  });

  it('averages over active pairs: neither similar ones at one place nor dissimilar ones at the margin', () => {
    const x1 = [0, 0, 0, 0, 0];
    const x2 = [0, 2, 1, 0.5, 3];
    const { loss, activeDissimilar } = contrastivePairs(x1, x2, [0, 0, 1, 1, 1], 1, {
      reducer: 'mean-active',
    });
    expect(loss).toBe((2 + 0.125) / 2);
    expect(activeDissimilar).toBe(1);
  });

  it('names the argument and what is allowed when the input is bad', () => {
    const y = new Uint8Array([0, 1]);
    expect(() => contrastivePairs([0, 1, 2], [0, 1, 2, 3], y, 2)).toThrow(
      'x1 has 3 numbers; 2 pairs in 2 dimensions need 4',
    );
    expect(() => contrastivePairs([0, 1], [0, NaN], y, 1)).toThrow(
      'x2[1] is NaN; finite numbers are allowed',
    );
    expect(() => contrastivePairs([0, Infinity], [0, Infinity], y, 1)).toThrow('x1[1] is Infinity');
    expect(() => contrastivePairs([0, 1], [0, 1], [0, 2], 1)).toThrow(
      'y[1] is 2; in the convention 0-similar it is 0',
    );
    expect(() => contrastivePairs([0, 1], [0, 1], new Uint8Array([0, 3]), 1)).toThrow('y[1] is 3');
    expect(() => contrastivePairs([0, 1], [0, 1], [0.5, 0], 1)).toThrow('y[0] is 0.5');
    expect(() => contrastivePairs([0, 1], [0, 1], y, 1.5)).toThrow('d is 1.5; a whole number ≥ 1 is allowed');
    expect(() => contrastivePairs([0, 1], [0, 1], y, 1, { m: -1 })).toThrow('m is -1; a finite number ≥ 0');
    const x1 = new Float64Array(2);
    expect(() => contrastivePairs(x1, [0, 1], y, 1, {}, { x1, x2: new Float64Array(2) })).toThrow(
      'arrays of their own are needed',
    );
  });
});

describe('the contrastive loss of all pairs of labelled points', () => {
  it.each(DIMENSIONS)('is the plain sum over few points, in %i dimensions', (d) => {
    fc.assert(
      fc.property(manyOf(d, 1, 12), options, ([points, labels], given) => {
        expectPlainSum(points, d, labels, given);
      }),
      { seed: 2 },
    );
  });

  it.each(DIMENSIONS)('is the plain sum over points enough for strips, in %i dimensions', (d) => {
    fc.assert(
      fc.property(manyOf(d, 64, 90), options, ([points, labels], given) => {
        expectPlainSum(points, d, labels, given);
      }),
      { seed: 3, numRuns: 15 },
    );
  });

  it.each(DIMENSIONS)('is the plain sum over a cloud, small margin or large, in %i dimensions', (d) => {
    const { points, labels } = cloud(160, d, 5, 4);
    for (const m of [1e-6, 0.05, 0.3, 1, 2, 5, 50]) expectPlainSum(points, d, labels, { m });
  });

  it('is the plain sum over points of a lattice, where distances are the margin exactly', () => {
    const points = Array.from({ length: 400 }, (_, k) => [(k % 20) / 4, Math.floor(k / 20) / 4]).flat();
    const labels = Array.from({ length: 400 }, (_, k) => (7 * k) % 3);
    for (const m of [0.25, 0.5, 1.25]) expectPlainSum(points, 2, labels, { m, reducer: 'mean-active' });
  });

  it('is the plain sum where all points are at one place', () => {
    const labels = Array.from({ length: 100 }, (_, i) => i % 4);
    for (const reducer of REDUCERS) {
      expectPlainSum(new Float64Array(200).fill(0.3), 2, labels, { m: 0.5, reducer });
    }
  });

  it('is the plain sum for one class, for a class each, and for a single point', () => {
    const { points, labels } = cloud(100, 2, 100, 5);
    expectPlainSum(points, 2, new Int32Array(100), { m: 0.2 });
    expectPlainSum(points, 2, labels, { m: 0.2 });
    expectPlainSum([1, 2], 2, [7], { m: 0.2 });
    expect(contrastiveBatch([], 2, []).loss).toBe(0);
  });

  it('is the plain sum for Float32Array input', () => {
    const { points, labels } = cloud(100, 3, 3, 6);
    expectPlainSum(Float32Array.from(points), 3, labels, { m: 0.5 });
  });

  it('is the plain sum far from the origin, with far outliers and with tiny margins', () => {
    const { points, labels } = cloud(200, 2, 4, 7);
    expectPlainSum(
      points.map((x) => x + 1e9),
      2,
      labels,
      { m: 0.3 },
    );
    for (const far of [1e6, 1e15, 1e80, 1e200, 1e300]) {
      const outlying = Float64Array.from(points);
      outlying[0] = far;
      outlying[11] = -far;
      for (const m of [1e-150, 1e-12, 0.3]) expectPlainSum(outlying, 2, labels, { m, similar: far < 1e150 });
    }
  });

  it('is the plain sum for dissimilar points closer than squares can tell', () => {
    const { points, labels } = cloud(100, 2, 2, 8);
    points.set([0, 0, 3e-200, 4e-200], 0);
    expectPlainSum(points, 2, labels, { m: 0.3, reducer: 'sum' });
    const tiny = points.map((x) => x * 1e-160);
    expectPlainSum(tiny, 2, labels, { m: 1e-160, similar: false });
  });

  it('takes given pairs instead, and counts one twice that is named twice', () => {
    const { points, labels } = cloud(20, 2, 3, 9);
    const pairs = [0, 1, 5, 3, 0, 1, 19, 0, 4, 4];
    for (const reducer of REDUCERS) expectPlainSum(points, 2, labels, { m: 2, reducer, pairs });
    const all = Array.from({ length: 20 }, (_, i) => Array.from({ length: i }, (_, j) => [i, j])).flat(2);
    const given = contrastiveBatch(points, 2, labels, { pairs: Uint16Array.from(all) });
    const { gradient, loss } = contrastiveBatch(points, 2, labels);
    expectClose([given.loss, ...given.gradient], [loss, ...gradient], 1e-12);
    expect(contrastiveBatch(points, 2, labels, { pairs: [] }).loss).toBe(0);
  });

  it('writes the gradient into the array that it is given', () => {
    const out = new Float64Array(4).fill(9);
    const { gradient } = contrastiveBatch([0, 0, 3, 4], 2, [1, 1], {}, out);
    expect(gradient).toBe(out);
    expect([...out]).toEqual([-3, -4, 3, 4]);
  });

  it('names the argument and what is allowed when the input is bad', () => {
    expect(() => contrastiveBatch([0, NaN], 2, [0])).toThrow('points[1] is NaN');
    expect(() => contrastiveBatch([0, 1], 1, [0, NaN])).toThrow('labels[1] is NaN');
    expect(() => contrastiveBatch([0, 1, 2], 2, [0])).toThrow('1 labels in 2 dimensions need 2');
    expect(() => contrastiveBatch([0, 1], 2, [0], {}, new Float64Array(3))).toThrow(
      'out has 3 numbers; 2 are needed',
    );
    expect(() => contrastiveBatch([0, 1], 1, [0, 0], { pairs: [0] })).toThrow('two a pair are needed');
    expect(() => contrastiveBatch([0, 1], 1, [0, 0], { pairs: [0, 2] })).toThrow(
      'pairs[1] is 2; a whole number from 0 to 1 is allowed',
    );
  });
});
