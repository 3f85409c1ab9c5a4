import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retrieval, trueAcceptRate } from '../../src/lib/learning/retrieval';
import { classSpread, effectiveRank } from '../../src/lib/learning/spread';
import fixture from '../fixtures/retrieval.json';

const items = (points: number[][], labels: number[]) => ({
  points: points.flat(),
  labels,
  dim: points[0]?.length ?? 1,
});

describe.each(fixture.cases)('on $name', (expected) => {
  const { p1, rPrecision, mapAtR, rank, spread, tar, ...embedded } = expected;

  it('P@1, R-precision and MAP@R are those of pytorch-metric-learning', () => {
    const found = retrieval(embedded);
    expect(found.p1).toBeCloseTo(p1, 10);
    expect(found.rPrecision).toBeCloseTo(rPrecision, 10);
    expect(found.mapAtR).toBeCloseTo(mapAtR, 10);
  });

  it('the true accept rate is that of NumPy', () => {
    for (const [far, expectedRate] of Object.entries(tar)) {
      expect(trueAcceptRate(embedded, Number(far))).toBeCloseTo(expectedRate, 10);
    }
  });

  it('the effective rank and the spread are those of NumPy', () => {
    expect(effectiveRank(embedded)).toBeCloseTo(rank, 8);
    expect(classSpread(embedded)).toBeCloseTo(spread, 10);
  });
});

describe('the measures of retrieval', () => {
  const along = (...angles: number[]) => angles.map((angle) => [Math.cos(angle), Math.sin(angle)]);

  it('are all 1 where every class comes before the others', () => {
    expect(retrieval(items(along(0, 0.1, 0.2, 2, 2.1, 2.2), [0, 0, 0, 1, 1, 1]))).toEqual({
      p1: 1,
      rPrecision: 1,
      mapAtR: 1,
    });
  });

  it('weigh a hit at the second place half as much in MAP@R as R-precision does', () => {
    // Each of the three has two of its class to find, and finds one of them among its two nearest: first, first, second.
    const found = retrieval(items(along(0, 0.1, 0.25, 3), [0, 0, 1, 0]));
    expect(found.p1).toBeCloseTo(2 / 3, 12);
    expect(found.rPrecision).toBeCloseTo(1 / 2, 12);
    expect(found.mapAtR).toBeCloseTo((0.5 + 0.5 + 0.25) / 3, 12);
  });

  it('give a collapse nothing: of equally near items those of other classes come first', () => {
    const collapsed = items(
      Array.from({ length: 6 }, () => [1, 0]),
      [0, 0, 0, 1, 1, 1],
    );
    expect(retrieval(collapsed)).toEqual({ p1: 0, rPrecision: 0, mapAtR: 0 });
    expect(trueAcceptRate(collapsed, 0.01)).toBe(0);
    expect(effectiveRank(collapsed)).toBe(0);
    expect(classSpread(collapsed)).toBe(0);
  });

  it('leave out who is alone in its class', () => {
    expect(retrieval(items(along(0, 0.1, 2), [0, 0, 1])).p1).toBe(1);
    expect(retrieval(items(along(0), [0]))).toEqual({ p1: 0, rPrecision: 0, mapAtR: 0 });
  });

  it('do not change when embeddings are turned or stretched', () => {
    const [expected] = fixture.cases as [(typeof fixture.cases)[number]];
    const stretched = { ...expected, points: expected.points.map((value) => 7 * value) };
    expect(retrieval(stretched).mapAtR).toBeCloseTo(expected.mapAtR, 10);
  });

  it('have MAP@R never above R-precision', () => {
    const labelled = fc.array(fc.tuple(fc.double({ min: 0, max: 6, noNaN: true }), fc.nat(2)), {
      minLength: 2,
      maxLength: 14,
    });
    fc.assert(
      fc.property(labelled, (all) => {
        const found = retrieval(
          items(
            along(...all.map(([angle]) => angle)),
            all.map(([, label]) => label),
          ),
        );
        expect(found.mapAtR).toBeLessThanOrEqual(found.rPrecision + 1e-12);
        expect(found.rPrecision).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100, seed: 2020 },
    );
  });

  it('need pairs of both kinds for a true accept rate', () => {
    expect(() => trueAcceptRate(items(along(0, 1), [0, 0]), 0.01)).toThrow(
      'pairs of both kinds are needed, of one class and of two',
    );
  });
});
