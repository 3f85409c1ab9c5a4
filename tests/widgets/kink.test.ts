import { describe, expect, it } from 'vitest';
import { contrastive } from '../../src/lib/losses';
import { definition } from '../../src/lib/widgets/kink/definition';
import { kinkModel, type KinkValues } from '../../src/lib/widgets/kink/model';

const start: KinkValues = { D: 0, treatment: 'naive', eps: '1e-4', m: 1 };
const at = (change: Partial<KinkValues>) => kinkModel({ ...start, ...change });
const factor = (values: Partial<KinkValues>, quantity: string) =>
  at(values).steps.find((step) => step.quantity === quantity)?.value;

describe('the kink at D = 0', () => {
  it('leaves no number to the chain rule through an unguarded root: infinity times zero', () => {
    expect(factor({}, '∂D/∂s')).toBe(Infinity);
    expect(factor({}, '‖∂s/∂x₁‖')).toBe(0);
    expect(at({}).gradient).toBe('not a number');
    expect(at({}).loss).toBe(0.5);
  });

  it('has finite factors and no push with ε under the root', () => {
    expect(factor({ treatment: 'epsilon' }, '∂D/∂s')).toBeCloseTo(50, 10);
    expect(at({ treatment: 'epsilon' }).gradient).toBe(0);
  });

  it('has its distance floored at the root of ε', () => {
    expect(factor({ treatment: 'epsilon' }, 'D')).toBeCloseTo(0.01, 12);
    expect(at({ treatment: 'epsilon' }).loss).toBeCloseTo(0.99 ** 2 / 2, 12);
  });

  it('gets a gradient of zero from the library', () => {
    expect(at({ treatment: 'ours' }).gradient).toBe(0);
    expect(at({ treatment: 'ours' }).loss).toBe(contrastive([0], [0], 1, { m: 1 }).loss);
  });

  it('disappears with a nudge: unguarded and ours agree, ε comes close', () => {
    const D = 0.02;
    const ours = at({ D, treatment: 'ours' }).gradient;
    expect(ours).toBeCloseTo(0.98, 12);
    expect(at({ D }).gradient).toBeCloseTo(Number(ours), 12);
    expect(at({ D, treatment: 'epsilon', eps: '1e-9' }).gradient).toBeCloseTo(Number(ours), 3);
    expect(at({ D, treatment: 'epsilon' }).gradient).toBeLessThan(Number(ours));
  });

  it('differentiates the loss with ε correctly, by central differences', () => {
    const h = 1e-6;
    const loss = (D: number) => at({ D, treatment: 'epsilon' }).loss;
    for (const D of [0.005, 0.02, 0.2]) {
      const numeric = (loss(D + h) - loss(D - h)) / (2 * h);
      expect(at({ D, treatment: 'epsilon' }).gradient).toBeCloseTo(-numeric, 7);
    }
  });

  it('is told in words, without the abbreviation', () => {
    expect(definition.summary(start, at({}))).toContain('not a number');
    expect(definition.summary({ ...start, treatment: 'ours' }, at({ treatment: 'ours' }))).toContain(
      'never separates',
    );
  });
});
