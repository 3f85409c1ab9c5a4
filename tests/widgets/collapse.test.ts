import { describe, expect, it } from 'vitest';
import type { Method } from '../../src/lib/widgets/collapse/methods';
import { collapseModel } from '../../src/lib/widgets/collapse/model';

const after = (method: Method, drowned = 0, t = 200, seed = 1) => collapseModel({ method, drowned, seed, t });

describe('a network that nobody gives labels', () => {
  it.each<Method>(['pull', 'predictor'])('collapses into one point by %s', (method) => {
    for (const seed of [1, 2, 3]) expect(after(method, 0, 200, seed).spread).toBeLessThan(0.03);
    expect(after(method).loss).toBeLessThan(0.05);
  });

  it('is held apart by a stop-gradient, with the same loss in value at the start', () => {
    expect(after('stop', 0, 0).loss).toBe(after('predictor', 0, 0).loss);
    for (const seed of [1, 2, 3]) expect(after('stop', 0, 200, seed).spread).toBeGreaterThan(0.7);
  });

  it('fills nearly all six dimensions with negatives, or with covariances held down', () => {
    for (const method of ['infonce', 'vicreg'] as const) expect(after(method).rank).toBeGreaterThan(5.5);
    expect(after('variance').rank).toBeLessThan(5);
  });

  it('loses the dimensions that the views drown in noise, negatives or not', () => {
    for (const method of ['infonce', 'vicreg'] as const) {
      const { spectrum, spread } = after(method, 2);
      expect(spectrum[4]).toBeLessThan(0.05);
      expect(spectrum[3]).toBeGreaterThan(0.1);
      expect(spread).toBeGreaterThan(0.8);
    }
  });
});
