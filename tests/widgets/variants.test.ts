import { describe, expect, it } from 'vitest';
import { contrastive, normalised, euclidean } from '../../src/lib/losses';
import { definition } from '../../src/lib/widgets/variants/definition';
import { variantsModel, type VariantsValues } from '../../src/lib/widgets/variants/model';
import { relatives, type RelativeName } from '../../src/lib/widgets/variants/relatives';

const start: VariantsValues = { D: 0.5, m: 1, mPositive: 0.5, y: '1', compare: 'linear' };
const at = (change: Partial<VariantsValues>) => variantsModel({ ...start, ...change });
const names = Object.keys(relatives) as RelativeName[];

describe('the relatives of the contrastive loss', () => {
  it.each(names)('has for “%s” the slope that central differences find', (compare) => {
    const h = 1e-6;
    for (const y of ['0', '1'] as const) {
      for (const D of [0.2, 0.45, 0.8, 1.3]) {
        const [low, high] = [at({ compare, y, D: D - h }), at({ compare, y, D: D + h })];
        const numeric = ((high.other?.loss ?? NaN) - (low.other?.loss ?? NaN)) / (2 * h);
        expect(at({ compare, y, D }).other?.slope).toBeCloseTo(numeric, 7);
      }
    }
  });

  it('pushes with force 1 everywhere inside the margin when it is not squared', () => {
    expect([0, 0.3, 0.99].map((D) => at({ D }).other?.force)).toEqual([1, 1, 1]);
    expect(at({ D: 1 }).other?.force).toBe(0);
  });

  it('is twice the loss of this page, and has twice its slope, without the factor ½', () => {
    for (const y of ['0', '1'] as const) {
      const { ours, other } = at({ compare: 'without-half', y, D: 0.3 });
      expect([other?.loss, other?.slope]).toEqual([2 * ours.loss, 2 * ours.slope]);
    }
  });

  it('loses its push as the points meet when the margin is on the squared distance', () => {
    expect(at({ compare: 'squared-distance', D: 0 }).other?.slope).toBe(0);
    expect(at({ compare: 'squared-distance', D: 0.01 }).other?.slope).toBeCloseTo(-0.01, 12);
  });

  it('never quite stops pushing in the form of 2005', () => {
    expect(at({ compare: 'chopra2005', D: 3 }).other?.slope).toBeLessThan(0);
  });

  it('leaves similar pairs alone up to the second of two margins', () => {
    expect(at({ compare: 'double-margin', y: '0', D: 0.4 }).other?.loss).toBe(0);
    expect(at({ compare: 'double-margin', y: '0', D: 0.7 }).other?.loss).toBeCloseTo(0.02, 12);
  });

  it('asks for less under a larger margin when it is a cosine', () => {
    const loss = (m: number) => at({ compare: 'cosine', m, D: 0.8 }).other?.loss ?? NaN;
    expect(loss(0.6)).toBeLessThan(loss(0.2));
  });

  it('pushes unit vectors with the part of the force that the sphere leaves', () => {
    const angle = 0.6;
    const D = 2 * Math.sin(angle / 2);
    const own = contrastive([1, 0], [Math.cos(angle), Math.sin(angle)], 1, {
      m: 1,
      distance: normalised(euclidean),
    });
    expect(at({ compare: 'normalised', D }).other?.force).toBeCloseTo(Math.hypot(...own.gradient.x1), 12);
  });

  it('has no value where unit vectors cannot be, and says so', () => {
    const values = { ...start, compare: 'cosine', D: 2.5 } as const;
    expect(at(values).other).toBeUndefined();
    expect(definition.outputs.otherLoss?.value(at(values))).toMatch(/^none/);
    expect(definition.summary(values, at(values))).toContain('at most 2 apart');
  });
});
