import { describe, expect, it } from 'vitest';
import { covarianceOf, effectiveNumber, eigenvalues } from '../../src/lib/learning/spectrum';

describe('a spectrum', () => {
  it('has the eigenvalues of a small matrix that can be done by hand', () => {
    const [large, small] = eigenvalues([
      [2, 1],
      [1, 2],
    ]);
    expect(large).toBeCloseTo(3, 12);
    expect(small).toBeCloseTo(1, 12);
  });

  it('has no negative eigenvalue where rounding would leave one', () => {
    const flat = Array.from({ length: 20 }, (_, i) => [i / 3, (2 * i) / 3, i / 7]);
    for (const value of eigenvalues(covarianceOf(flat))) expect(value).toBeGreaterThanOrEqual(0);
  });

  it('has the eigenvalues of a symmetric matrix, the largest first', () => {
    const values = eigenvalues([
      [2, 1, 0],
      [1, 2, 0],
      [0, 0, 5],
    ]);
    [5, 3, 1].forEach((expected, k) => expect(values[k]).toBeCloseTo(expected, 12));
  });

  it('sums to the variance of the points', () => {
    const points = [
      [1, 0, 2],
      [0, 3, 1],
      [2, 2, 2],
      [5, 1, 0],
    ];
    const C = covarianceOf(points);
    const trace = C.reduce((sum, row, k) => sum + (row[k] ?? 0), 0);
    expect(eigenvalues(C).reduce((sum, v) => sum + v, 0)).toBeCloseTo(trace, 12);
  });

  it('counts equal eigenvalues, and nothing of none', () => {
    expect(effectiveNumber([0.2, 0.2, 0.2, 0])).toBeCloseTo(3, 12);
    expect(effectiveNumber([0, 0])).toBe(0);
  });
});
