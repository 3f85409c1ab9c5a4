import { describe, expect, it } from 'vitest';
import { contrastive } from '../../src/lib/losses';
import { defaults } from '../../src/lib/state/query';
import { definition } from '../../src/lib/widgets/pair/definition';
import {
  atDistance,
  farthest,
  gradientByDifferences,
  pairModel,
  type PairValues,
} from '../../src/lib/widgets/pair/model';

const start: PairValues = defaults(definition.parameters);
const at = (change: Partial<PairValues>) => pairModel({ ...start, ...change });
const apart = (D: number, change: Partial<PairValues> = {}) => at({ x1: [0, 0], x2: [D, 0], ...change });

describe('a pair', () => {
  it('has the loss of the library, and both of its terms', () => {
    for (const y of ['0', '1'] as const) {
      const { loss } = contrastive(start.x1, start.x2, Number(y) as 0 | 1, { m: start.m });
      expect(at({ y }).loss).toBe(loss);
      expect(at({ y }).similar + at({ y }).dissimilar).toBe(loss);
    }
  });

  it('pushes on both points alike, in opposite directions, as far as the pair falls short of the margin', () => {
    const pair = apart(0.5, { y: '1', m: 2 });
    expect(pair.g1).toEqual([1.5, 0]);
    expect(pair.g2).toEqual([-1.5, 0]);
    expect(pair.force).toBe(1.5);
    expect(pair.lack).toBe(1.5);
  });

  it('pulls a similar pair together by its distance', () => {
    expect(apart(0.5, { y: '0' }).g2).toEqual([0.5, 0]);
    expect(apart(0.5, { y: '0' }).slope).toBe(0.5);
  });

  it('is at rest from the margin on where it is dissimilar, and only in one place where it is similar', () => {
    expect([1.9, 2, 2.1].map((D) => apart(D, { y: '1', m: 2 }).active)).toEqual([true, false, false]);
    expect([0, 0.1].map((D) => apart(D, { y: '0' }).active)).toEqual([false, true]);
  });

  it.each(['0', '1'] as const)('with y = %s has a gradient that central differences confirm', (y) => {
    const pair = at({ y });
    const { x1, x2, error } = gradientByDifferences(start, pair);
    pair.g1.forEach((g, k) => expect(x1[k]).toBeCloseTo(g, 9));
    pair.g2.forEach((g, k) => expect(x2[k]).toBeCloseTo(g, 9));
    expect(error).toBeLessThan(1e-9);
  });

  it('shows how far central differences are off at the kink, where no gradient exists', () => {
    const values: PairValues = { ...start, y: '1', x1: [1, 1], x2: [1, 1] };
    expect(gradientByDifferences(values, pairModel(values)).error).toBeLessThan(1e-9);
    const beside: PairValues = { ...values, x2: [1 + 4e-6, 1] };
    expect(gradientByDifferences(beside, pairModel(beside)).error).toBeGreaterThan(0.1);
  });
});

describe('a pair that is brought to a distance', () => {
  it('keeps its first point, and its second on the same side of it', () => {
    const [x, y] = atDistance([1, 1], [4, 5], 10);
    expect(x).toBeCloseTo(7, 12);
    expect(y).toBeCloseTo(9, 12);
  });

  it('leaves to the right where both points coincide', () => {
    expect(atDistance([1, 1], [1, 1], 0.5)).toEqual([1.5, 1]);
  });

  it('coincides at distance 0', () => {
    expect(atDistance([1, 1], [4, 5], 0)).toEqual([1, 1]);
  });
});

describe('a pair in words', () => {
  const says = (change: Partial<PairValues>) => {
    const values = { ...start, gradient: 'none', ...change } as const;
    return definition.summary(values, pairModel(values));
  };

  it('is pushed, pulled or left alone', () => {
    expect(says({ y: '1' })).toContain('pushes them apart');
    expect(says({ y: '0' })).toContain('pulls them together');
    expect(says({ y: '1', m: 0.1 })).toContain('nothing pushes');
    expect(says({ y: '1', x2: start.x1 })).toContain('no direction is defined');
  });
});

describe('the farthest second point', () => {
  it('lies on the edge of the plane, in the direction in which the point lies', () => {
    expect(farthest([0, 0], [0.5, 0], [2, 1.5])).toBe(2);
    expect(farthest([-1, 0], [-1, -0.2], [2, 1.5])).toBe(1.5);
    const [x, y] = atDistance([-0.4, 0], [0.4, 0.3], farthest([-0.4, 0], [0.4, 0.3], [2, 1.5]));
    expect(Math.max(Math.abs(x) / 2, Math.abs(y) / 1.5)).toBeCloseTo(1, 12);
  });

  it('lies to the right where both coincide', () => {
    expect(farthest([0.5, 1], [0.5, 1], [2, 1.5])).toBe(1.5);
  });
});
