import { describe, expect, it } from 'vitest';
import { triplet } from '../../src/lib/losses';
import { Session } from '../../src/lib/state/session.svelte';
import { batchOf, embed, gradientOfWeights } from '../../src/lib/widgets/mining/batch';
import { definition } from '../../src/lib/widgets/mining/definition';
import { linesOf } from '../../src/lib/widgets/mining/lines';
import { miningModel, type MiningValues } from '../../src/lib/widgets/mining/model';

const start: MiningValues = {
  left: 'semi-hard',
  right: 'hardest',
  learn: 'map',
  space: 'free',
  distances: 'squared',
  charge: 'hinge',
  m: 1,
  seed: 1,
  t: 0,
  anchor: 1,
  lines: 'one',
};
const at = (change: Partial<MiningValues>) => miningModel({ ...start, ...change });

describe('a batch under a choice of triplets', () => {
  it.each([
    ['all', 15 * 4 * 10],
    ['random', 15 * 4],
    ['semi-hard', 15 * 4],
    ['batch-hard', 15],
    ['hardest', 15 * 4],
  ] as const)('“%s” takes %i triplets', (left, count) => {
    expect(at({ left }).a.triplets).toHaveLength(count);
  });

  it('has two points of the class of the anchor, and a third of another, in each triplet', () => {
    const { a, labels } = at({ left: 'all' });
    for (const [anchor, p, n] of a.triplets) {
      expect(labels[anchor]).toBe(labels[p]);
      expect(anchor).not.toBe(p);
      expect(labels[anchor]).not.toBe(labels[n]);
    }
  });

  it('has the loss of the library, as the mean over what was chosen and over what is active', () => {
    const { a } = at({ left: 'all' });
    const losses = a.triplets.map(([i, p, n]) => {
      const row = (k: number) => a.x[k] ?? [];
      return triplet(row(i), row(p), row(n), { squared: true }).loss;
    });
    const sum = losses.reduce((total, loss) => total + loss, 0);
    expect(a.loss).toBeCloseTo(sum / losses.length, 10);
    expect(a.meanActive).toBeCloseTo(sum / losses.filter((loss) => loss > 0).length, 10);
  });

  it('draws the same random triplets at the same step, and others at the next', () => {
    const random = (t: number) => at({ left: 'random', learn: 'free', t }).a.triplets;
    expect(random(1)).toEqual(random(1));
    expect(random(1)).not.toEqual(random(0));
  });

  it('draws each side of a triplet once, bold if it costs something', () => {
    const { a } = at({ left: 'all' });
    expect(linesOf(a).pull).toHaveLength((3 * 5 * 4) / 2);
    expect(linesOf(a, 0).pull).toHaveLength(4);
    expect(linesOf(a, 0).push).toHaveLength(10);
    expect(
      linesOf(at({ left: 'semi-hard', t: 150 }).a).push.filter(({ strength }) => strength > 0).length,
    ).toBeLessThan(5);
  });
});

describe('a linear map that learns', () => {
  it('has the gradient that central differences say', () => {
    const { inputs, weights } = batchOf(3);
    const g = inputs.map((_, i) => [Math.sin(i), Math.cos(i)]);
    const value = (W: typeof weights) =>
      embed(W, inputs).reduce(
        (sum, x, i) => sum + x.reduce((part, v, k) => part + v * (g[i]?.[k] ?? 0), 0),
        0,
      );
    const moved = (h: number) => weights.map((row, c) => row.map((w, k) => (c === 1 && k === 2 ? w + h : w)));
    const numeric = (value(moved(1e-4)) - value(moved(-1e-4))) / 2e-4;
    expect(gradientOfWeights(weights, inputs, g)[1]?.[2]).toBeCloseTo(numeric, 6);
  });

  it('stays finite when a margin and a seed make its steps long', () => {
    for (const seed of [1, 2, 3, 4]) {
      for (const right of ['batch-hard', 'hardest'] as const) {
        expect(at({ right, seed, m: 2, t: 150 }).b.spread).toBeLessThan(100);
      }
    }
  });
});

describe('what the page says of the collapse', () => {
  it('ends in one point with the hardest negatives, its loss at the margin, and goes well with semi-hard ones', () => {
    const { a, b } = at({ t: 150 });
    expect(b.collapsed).toBe(true);
    expect(b.loss).toBeCloseTo(1, 3);
    expect(a.loss).toBeLessThan(0.05);
    expect(a.collapsed).toBe(false);
  });

  it.each([
    ['the margin 0.2', { m: 0.2 }, 0.2],
    ['the soft form', { charge: 'soft' }, Math.log(2)],
  ] as const)('has its loss stuck at the level of %s', (_what, change, level) => {
    const { b, level: shown } = at({ ...change, t: 150 });
    expect(shown).toBeCloseTo(level, 12);
    expect(b.loss).toBeCloseTo(level, 3);
    expect(b.collapsed).toBe(true);
  });

  it('shrinks because the loss of the chosen triplets never falls below the margin, all being active to begin with', () => {
    const { active, loss } = at({}).b;
    expect(active).toBe(100);
    expect(loss.toFixed(2)).toBe('2.96');
    for (const step of at({ t: 150 }).b.history) expect(step.loss).toBeGreaterThan(1);
  });

  it('needs a map that is shared: points that move by themselves do not collapse', () => {
    const { b } = at({ learn: 'free', t: 150 });
    expect(b.loss).toBeLessThan(0.0005);
    expect(b.spread).toBeGreaterThan(1);
  });

  it('does not happen with the distances as they are, though the loss stays near the margin', () => {
    const { b } = at({ distances: 'plain', t: 150 });
    expect(b.collapsed).toBe(false);
    expect(b.loss).toBeGreaterThan(0.95);
  });

  it('happens with batch-hard triplets too, and with the hardest negatives in six of the first twelve seeds', () => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const collapsed = seeds.filter((seed) => at({ left: 'batch-hard', seed, t: 150 }).b.collapsed);
    expect(collapsed).toEqual([1, 2, 4, 8, 9, 12]);
    expect(at({ left: 'batch-hard', t: 150 }).a.collapsed).toBe(true);
  });
});

describe('embeddings of length 1', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const onCircle = (change: Partial<MiningValues>) => at({ space: 'unit', m: 0.2, t: 150, ...change });

  it('stay on the circle, whatever is learned', () => {
    for (const learn of ['map', 'free'] as const) {
      for (const row of onCircle({ learn }).b.x) expect(Math.hypot(...row)).toBeCloseTo(1, 12);
    }
  });

  it('collapse with the hardest negatives in two of the first twelve seeds, and with semi-hard ones in none', () => {
    const runs = seeds.map((seed) => onCircle({ seed }));
    const collapsed = (side: 'a' | 'b') => seeds.filter((_, i) => runs[i]?.[side].collapsed);
    expect(collapsed('a')).toEqual([]);
    expect(collapsed('b')).toEqual([4, 9]);
  });

  it('have the margin for their loss in the collapse, and gradients orthogonal to them', () => {
    const { b } = onCircle({ seed: 9 });
    expect(b.loss).toBeCloseTo(0.2, 3);
    expect(b.spread).toBeLessThan(0.005);
    const { b: free } = onCircle({ learn: 'free', t: 3 });
    free.x.forEach((row, i) => {
      expect(row.reduce((sum, v, k) => sum + v * (free.gradient[i]?.[k] ?? 0), 0)).toBeCloseTo(0, 12);
    });
  });
});

describe('what the page says of a flat loss', () => {
  it('keeps the mean over active triplets while their share and the mean over all chosen fall', () => {
    const [early, late] = [at({ t: 20 }).a, at({ t: 150 }).a];
    expect([early.meanActive, late.meanActive].map((v) => v.toFixed(3))).toEqual(['0.558', '0.559']);
    expect([early.active, late.active].map(Math.round)).toEqual([32, 5]);
    expect([early.loss, late.loss].map((v) => v.toFixed(3))).toEqual(['0.177', '0.028']);
  });
});

describe('a session of the comparison', () => {
  it('begins again under another margin, and shows another choice as far as the run is', () => {
    const session = new Session(definition, 't=20');
    session.set({ right: 'all' });
    expect(session.values.t).toBe(20);
    session.set({ m: 0.5 });
    expect(session.values.t).toBe(0);
    session.setQuery('m=1&t=30');
    expect(session.values.t).toBe(30);
  });
});
