import { describe, expect, it } from 'vitest';
import { principalPlane } from '../../src/lib/learning/pca';
import { normal, random } from '../../src/lib/state/random';

describe('the principal plane', () => {
  it('leaves points of two numbers where they are', () => {
    const { place, kept } = principalPlane([
      [1, 2],
      [3, -4],
    ]);
    expect(place([3, -4])).toEqual([3, -4]);
    expect(kept).toBe(1);
  });

  it('keeps the two directions of the largest variance, the larger first, from the mean', () => {
    const uniform = random(3);
    const points = Array.from({ length: 400 }, () => [
      5 + 0.1 * normal(uniform),
      3 * normal(uniform),
      -2 + normal(uniform),
      0.1 * normal(uniform),
    ]);
    const { place, kept } = principalPlane(points);
    const [x, y] = place([5, 1, -2, 0]).map((v, k) => v - (place([5, 0, -2, 0])[k] as number)) as [
      number,
      number,
    ];
    expect(x).toBeCloseTo(1, 1);
    expect(y).toBeCloseTo(0, 1);
    expect(kept).toBeGreaterThan(0.99);
  });

  it('is finite for points that all lie in one place', () => {
    const { place, kept } = principalPlane(Array(5).fill([1, 2, 3]));
    expect(place([1, 2, 3])).toEqual([0, 0]);
    expect(kept).toBe(1);
  });
});
