import { describe, expect, it } from 'vitest';
import {
  cosineDistance,
  euclidean,
  firstPairs,
  generalisedLiftedStructure,
  liftedStructure,
  nPair,
  nPairOfClasses,
  overIndexTriplets,
  shiftedEuclidean,
  squared,
  squaredEuclidean,
  triplet,
  tripletMined,
  batchHard,
  allTriplets,
  tripletOfDistances,
  tripletsOf,
  wuMargin,
  wuMarginOfDistance,
  wuMarginOfTriplets,
} from '../../src/lib/losses';

const zeros = (n: number, d = 2) => Array.from({ length: n }, () => Array.from({ length: d }, () => 0));

describe('the triplet loss', () => {
  it('has the gradients 2(n − p), 2(p − a) and 2(a − n) when squared and open', () => {
    const { loss, gradient } = triplet([1, 2], [2, 4], [0, 1], { squared: true, m: 1 });
    expect(loss).toBeCloseTo(5 - 2 + 1, 12);
    expect(gradient.a).toEqual([-4, -6].map((component) => expect.closeTo(component, 12)));
    expect(gradient.p).toEqual([2, 4].map((component) => expect.closeTo(component, 12)));
    expect(gradient.n).toEqual([2, 2].map((component) => expect.closeTo(component, 12)));
  });

  it('pulls and pushes by unit vectors when not squared', () => {
    const { loss, ap, an, gradient } = triplet([0, 0], [3, 0], [0, 1]);
    expect([loss, ap, an]).toEqual([3, 3, 1]);
    expect(gradient).toEqual({ a: [-1, 1], p: [1, 0], n: [0, -1] });
  });

  it('is shut at the hinge itself and beyond, with no gradient', () => {
    expect(tripletOfDistances(1, 2, { m: 1 })).toEqual({ loss: 0, slope: 0 });
    expect(tripletOfDistances(1, 2 - 1e-9, { m: 1 }).slope).toBe(1);
    expect(triplet([0, 0], [1, 0], [5, 0], { m: 1 })).toMatchObject({
      loss: 0,
      gradient: { a: [0, 0], p: [0, 0], n: [0, 0] },
    });
  });

  it('costs the margin and pulls nowhere where all embeddings coincide', () => {
    const { loss, gradient } = triplet([1, 1], [1, 1], [1, 1], { m: 0.3 });
    expect(loss).toBe(0.3);
    expect(gradient).toEqual({ a: [0, 0], p: [0, 0], n: [0, 0] });
  });

  it('costs ln 2 there in its soft form, whatever the margin', () => {
    expect(triplet([1], [1], [1], { form: 'soft', m: 7 }).loss).toBeCloseTo(Math.LN2, 15);
    expect(tripletOfDistances(3, 2, { form: 'soft-margin', m: 1 })).toEqual(
      tripletOfDistances(4, 2, { form: 'soft' }),
    );
  });

  it('stays finite in its soft form where the exponential would not', () => {
    expect(tripletOfDistances(2000, 0, { form: 'soft' })).toEqual({ loss: 2000, slope: 1 });
    expect(tripletOfDistances(0, 2000, { form: 'soft' })).toEqual({ loss: 0, slope: 0 });
  });

  it('measures the negative from the positive where that is nearer and swapping is wished', () => {
    const [a, p, n] = [[0], [2], [3]];
    expect(triplet(a, p, n, { m: 2 })).toMatchObject({ an: 3, swapped: false, loss: 1 });
    const swapped = triplet(a, p, n, { m: 2, swap: true });
    expect(swapped).toMatchObject({ an: 1, swapped: true, loss: 3 });
    expect(swapped.gradient).toEqual({ a: [-1], p: [2], n: [-1] });
    expect(triplet([0], [2], [-1], { swap: true }).swapped).toBe(false);
    expect(triplet([0], [2], [1], { swap: true }).swapped).toBe(false);
  });

  it('is free to take any distance, squared or not', () => {
    expect(triplet([1, 0], [0, 1], [2, 0], { distance: cosineDistance, m: 0 }).loss).toBeCloseTo(1, 15);
    expect(triplet([0], [0], [1], { distance: shiftedEuclidean(1e-6), m: 1 }).ap).toBeCloseTo(1e-6, 18);
    const [x1, x2] = [
      [1, 2],
      [4, 6],
    ];
    expect(squared(euclidean)(x1, x2)).toEqual(squaredEuclidean(x1, x2));
  });

  it('names what is wrong', () => {
    expect(() => triplet([0], [0, 1], [0])).toThrow('p has 2 components; 1 are needed');
    expect(() => triplet([0], [0], [0, 1])).toThrow('n has 2 components; 1 are needed');
    expect(() => triplet([0], [0], [NaN])).toThrow('n[0] is NaN');
    expect(() => triplet([0], [0], [1], { m: -1 })).toThrow('m is -1; a finite number ≥ 0 is allowed');
    expect(() => tripletOfDistances(NaN, 0)).toThrow('ap is NaN');
  });
});

describe('a loss over triplets of a batch', () => {
  it('adds up in a row what its triplets say about it', () => {
    const x = [[0], [1], [3]];
    const triplets = [
      [0, 1, 2],
      [1, 0, 2],
    ] as const;
    const sum = overIndexTriplets((...rows) => triplet(...rows, { m: 5 }), x, triplets, 'sum');
    expect(sum.items).toEqual([3, 4]);
    expect(sum.loss).toBe(7);
    expect(sum.gradient.x).toEqual([[-1], [3], [-2]]);
  });

  it('is 0 without any triplet', () => {
    const { loss, items, gradient } = tripletMined([[1], [2]], [0, 0], allTriplets);
    expect({ loss, items, gradient }).toEqual({ loss: 0, items: [], gradient: { x: [[0], [0]] } });
  });

  it('refuses a row that is not there', () => {
    expect(() => overIndexTriplets((...rows) => triplet(...rows), [[0], [1]], [[0, 1, 2]], 'mean')).toThrow(
      'triplets[0] has the row 2; a whole number from 0 to 1 is allowed',
    );
  });

  it('costs the margin, without a way out, once batch-hard has collapsed', () => {
    const { loss, gradient } = tripletMined(zeros(4), [0, 0, 1, 1], batchHard, { m: 0.2 });
    expect(loss).toBeCloseTo(0.2, 15);
    expect(gradient.x).toEqual(zeros(4));
  });

  it('averages the open triplets alone where that is wished', () => {
    const [x, labels] = [
      [[0], [1], [1.5], [9]],
      [0, 0, 1, 1],
    ];
    const all = tripletMined(x, labels, allTriplets, { reducer: 'mean', m: 1 });
    const active = tripletMined(x, labels, allTriplets, { reducer: 'mean-active', m: 1 });
    const open = all.items.filter((item) => item > 0).length;
    expect(active.loss).toBeCloseTo((all.loss * all.items.length) / open, 12);
  });
});

describe('the margin loss', () => {
  it('leaves alone what keeps the margin to the boundary', () => {
    expect(wuMarginOfDistance(0.99, 1)).toMatchObject({ loss: 0, slope: 0 });
    expect(wuMarginOfDistance(1.41, -1)).toMatchObject({ loss: 0, slope: 0 });
    expect(wuMarginOfDistance(1.2, 1).loss).toBeCloseTo(0.2, 15);
    expect(wuMarginOfDistance(1.2, -1).loss).toBeCloseTo(0.2, 15);
  });

  it('pulls with a constant slope', () => {
    expect(wuMargin([0], [5], 1).gradient).toEqual({ x1: [-1], x2: [1] });
    expect(wuMargin([0], [1], -1).gradient).toEqual({ x1: [1], x2: [-1] });
  });

  it('gives each triplet two items and divides by those that cost something', () => {
    const x = [[0], [1.3], [5]];
    const { loss, items, gradient } = wuMarginOfTriplets(x, [[0, 1, 2]]);
    expect(items).toEqual([expect.closeTo(0.3, 12), 0]);
    expect(loss).toBeCloseTo(0.3, 12);
    expect(gradient).toEqual({ x: [[-1], [1], [0]], beta: -1 });
  });

  it('has every triplet of a batch, in order', () => {
    expect(tripletsOf([0, 1, 0])).toEqual([
      [0, 2, 1],
      [2, 0, 1],
    ]);
  });
});

describe('the lifted structured losses', () => {
  const [x, labels] = [
    [
      [0, 0],
      [1, 0],
      [0, 2],
      [0, 3],
    ],
    [0, 0, 1, 1],
  ];

  it('charge a similar pair as the paper has it', () => {
    const D = (i: number, j: number) => Math.hypot(...(x[i] ?? []).map((a, k) => a - (x[j]?.[k] ?? 0)));
    const e = (i: number, j: number) => Math.exp(1 - D(i, j));
    const J = Math.log(e(0, 2) + e(0, 3) + e(1, 2) + e(1, 3)) + D(0, 1);
    expect(liftedStructure(x, labels).items[0]).toBeCloseTo(Math.max(0, J) ** 2 / 2, 12);
    const L = Math.log(Math.exp(D(0, 1))) + Math.log(e(0, 2) + e(0, 3));
    expect(generalisedLiftedStructure(x, labels).items[0]).toBeCloseTo(Math.max(0, L), 12);
  });

  it('cost nothing without similar or without dissimilar pairs', () => {
    for (const loss of [liftedStructure, generalisedLiftedStructure]) {
      for (const few of [
        [0, 0, 0, 0],
        [0, 1, 2, 3],
      ]) {
        expect(loss(x, few)).toMatchObject({ loss: 0, gradient: { x: zeros(4) } });
      }
    }
  });

  it('stay finite at distances that an exponential would not survive', () => {
    for (const loss of [liftedStructure, generalisedLiftedStructure]) {
      const { loss: value, gradient } = loss([[0], [5000], [1], [2]], labels);
      expect([value, ...gradient.x.flat()].every(Number.isFinite)).toBe(true);
      expect(value).toBeGreaterThan(1000);
    }
  });
});

describe('the N-pair loss', () => {
  it('is log N where all products are equal', () => {
    expect(nPair(zeros(4), zeros(4)).loss).toBeCloseTo(Math.log(4), 15);
  });

  it('adds λ times the mean squared length', () => {
    const [a, p] = [
      [
        [1, 0],
        [0, 2],
      ],
      [
        [3, 0],
        [0, 1],
      ],
    ];
    const [bare, weighted] = [nPair(a, p), nPair(a, p, { lambda: 0.1 })];
    expect(weighted.loss - bare.loss).toBeCloseTo((0.1 * (1 + 4 + 9 + 1)) / 4, 12);
    expect(weighted.items).toEqual(bare.items);
    expect((weighted.gradient.a[1]?.[1] ?? 0) - (bare.gradient.a[1]?.[1] ?? 0)).toBeCloseTo(0.1, 12);
  });

  it('takes the first two rows of each class that has two', () => {
    expect(firstPairs([2, 0, 2, 2, 1, 0])).toEqual([
      [1, 5],
      [0, 2],
    ]);
    const x = [[1], [2], [3], [4], [5], [6]];
    const { items, gradient } = nPairOfClasses(x, [2, 0, 2, 2, 1, 0], { lambda: 1 });
    expect(items).toHaveLength(2);
    expect([gradient.x[3], gradient.x[4]]).toEqual([[0], [0]]);
    expect(nPairOfClasses([[1], [2]], [0, 1])).toEqual({ loss: 0, items: [], gradient: { x: [[0], [0]] } });
  });
});
