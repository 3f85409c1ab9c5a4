import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastive, contrastiveBatch } from '../../src/lib/losses';

interface Case {
  id: string;
  params: { margin: number; reduction: 'mean' | 'sum' };
  inputs: { x1: number[][]; x2: number[][]; y: number[] };
  expected: { per_item: number[]; grad: { x1: number[][]; x2: number[][] } | null };
}

const file = new URL('../fixtures/reference/contrastive.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] };

const coordinate = fc.integer({ min: -500, max: 500 }).map((value) => value / 100);
const vector = fc.array(coordinate, { minLength: 3, maxLength: 3 });

describe('the contrastive loss', () => {
  // The reference writes y = 1 for similar pairs.
  it.each(cases)('agrees with PyTorch in case $id', ({ params, inputs, expected }) => {
    const scale = params.reduction === 'mean' ? 1 / inputs.y.length : 1;
    inputs.y.forEach((y, i) => {
      const options = { m: params.margin, convention: '1-similar' } as const;
      const { loss, gradient } = contrastive(inputs.x1[i] ?? [], inputs.x2[i] ?? [], y, options);
      const value = expected.per_item[i] ?? NaN;
      expect(Math.abs(loss - value)).toBeLessThanOrEqual(1e-12 + 1e-12 * Math.abs(value));
      expected.grad?.x1[i]?.forEach((g, k) => {
        const ours = scale * (gradient.x1[k] ?? NaN);
        expect(Math.abs(ours - g)).toBeLessThanOrEqual(1e-12 + 1e-12 * Math.abs(g));
      });
    });
  });

  it('scales with its margin: L_km(k·x) = k² L_m(x)', () => {
    fc.assert(
      fc.property(
        vector,
        vector,
        fc.constantFrom(0, 1),
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        (a, b, y, k) => {
          const times = (v: number[]) => v.map((c) => k * c);
          const big = contrastive(times(a), times(b), y, { m: 2 * k }).loss;
          expect(big).toBeCloseTo(k * k * contrastive(a, b, y, { m: 2 }).loss, 8);
        },
      ),
      { seed: 1 },
    );
  });

  it('does not care which of the two embeddings comes first', () => {
    fc.assert(
      fc.property(vector, vector, fc.constantFrom(0, 1), (a, b, y) => {
        const [one, other] = [contrastive(a, b, y, { m: 4 }), contrastive(b, a, y, { m: 4 })];
        expect(other.loss).toBe(one.loss);
        expect(other.gradient).toEqual({ x1: one.gradient.x2, x2: one.gradient.x1 });
      }),
      { seed: 3 },
    );
  });

  it('has two gradients that sum to zero', () => {
    fc.assert(
      fc.property(vector, vector, fc.constantFrom(0, 1), (a, b, y) => {
        const { gradient } = contrastive(a, b, y, { m: 4 });
        expect(gradient.x1.map((g, k) => g + (gradient.x2[k] ?? NaN))).toEqual([0, 0, 0]);
      }),
      { seed: 4 },
    );
  });

  it('stays as it is when both embeddings are moved or turned alike', () => {
    const turn = ([x = 0, y = 0, z = 0]: number[]) => [0.6 * x - 0.8 * y, 0.8 * x + 0.6 * y, z];
    const move = (x: number[]) => x.map((component, k) => component + ([1.5, -2, 0.25][k] ?? 0));
    fc.assert(
      fc.property(vector, vector, fc.constantFrom(0, 1), (a, b, y) => {
        const { loss } = contrastive(a, b, y, { m: 4 });
        for (const change of [turn, move]) {
          expect(contrastive(change(a), change(b), y, { m: 4 }).loss).toBeCloseTo(loss, 10);
        }
      }),
      { seed: 5 },
    );
  });

  it('is smooth at D = m, where the slope reaches zero from inside', () => {
    for (const h of [1e-3, 1e-6, 1e-9]) {
      expect(contrastive([0], [1 - h], 1, { m: 1 }).slope).toBeCloseTo(-h, 12);
      expect(contrastive([0], [1 + h], 1, { m: 1 }).slope).toBeCloseTo(0, 12);
    }
  });

  it('is exactly zero, with no gradient, for a dissimilar pair at the margin and beyond', () => {
    for (const D of [1, 1.5, 10]) {
      const { loss, gradient } = contrastive([0, 0], [D, 0], 1, { m: 1 });
      expect([loss, ...gradient.x1.map(Math.abs)]).toEqual([0, 0, 0]);
    }
  });

  it('gives a coincident dissimilar pair ½m² and, by convention, no gradient', () => {
    const { loss, gradient } = contrastive([1, 2], [1, 2], 1, { m: 2 });
    expect(loss).toBe(2);
    expect(gradient).toEqual({ x1: [0, 0], x2: [0, 0] });
  });

  it('names the argument and what is allowed when the input is bad', () => {
    expect(() => contrastive([1], [1, 2], 0)).toThrow('x2 has 2 components; 1 are needed');
    expect(() => contrastive([NaN], [1], 0)).toThrow('x1[0] is NaN');
    expect(() => contrastive([0], [1], 0, { m: -1 })).toThrow('m is -1; a finite number ≥ 0 is allowed');
    expect(() => contrastive([0], [1], 2)).toThrow('label is 2; in the convention 0-similar it is 0');
  });

  it('has a batch gradient that sums to zero and equals the pairs’ own', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 4, maxLength: 6 }), (rows) => {
        const labels = rows.map((_, i) => i % 2);
        const batch = contrastiveBatch(rows.flat(), 3, labels, { m: 4, reducer: 'sum' });
        let loss = 0;
        const first = [0, 0, 0];
        rows.forEach((a, i) =>
          rows.slice(i + 1).forEach((b, j) => {
            const pair = contrastive(a, b, labels[i] === labels[i + 1 + j] ? 0 : 1, { m: 4 });
            loss += pair.loss;
            if (i === 0) pair.gradient.x1.forEach((g, k) => (first[k] = (first[k] ?? 0) + g));
          }),
        );
        expect(batch.loss).toBeCloseTo(loss, 8);
        first.forEach((g, k) => expect(batch.gradient[k]).toBeCloseTo(g, 8));
      }),
      { seed: 2 },
    );
  });
});
