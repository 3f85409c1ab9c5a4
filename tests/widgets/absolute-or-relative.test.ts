import { describe, expect, it } from 'vitest';
import { contrastive, triplet } from '../../src/lib/losses';
import { Session } from '../../src/lib/state/session.svelte';
import type { Cloud } from '../../src/lib/state/parameters';
import { definition } from '../../src/lib/widgets/absolute-or-relative/definition';
import { comparisonModel, type ComparisonValues } from '../../src/lib/widgets/absolute-or-relative/model';

const start: ComparisonValues = { m: 0.5, distances: 'plain', seed: 2, start: null, t: 0 };
const at = (change: Partial<ComparisonValues>) => comparisonModel({ ...start, ...change });

/** Three classes of four points in rows 1.8 apart, each 1.2 long. */
const rows: Cloud = {
  xy: Float64Array.from([1.8, 0, -1.8].flatMap((y) => [-0.6, -0.2, 0.2, 0.6].flatMap((x) => [x, y]))),
  labels: [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2],
};

describe('the same points under both losses', () => {
  it('have the losses of the library', () => {
    const four: Cloud = { xy: Float64Array.of(0, 0, 0.5, 0, 0.3, 0.4), labels: [0, 0, 1] };
    const x = [
      [0, 0],
      [0.5, 0],
      [0.3, 0.4],
    ] as const;
    const { pairs, triplets } = at({ start: four });
    const pair = (i: 0 | 1, j: 1 | 2, y: 0 | 1) => contrastive(x[i], x[j], y, { m: 0.5 }).loss;
    expect(pairs.loss).toBeCloseTo((pair(0, 1, 0) + pair(0, 2, 1) + pair(1, 2, 1)) / 3, 12);
    const losses = [triplet(x[0], x[1], x[2], { m: 0.5 }).loss, triplet(x[1], x[0], x[2], { m: 0.5 }).loss];
    expect(triplets.loss).toBeCloseTo(((losses[0] ?? 0) + (losses[1] ?? 0)) / 2, 12);
  });

  it('count 66 pairs and 288 triplets of twelve points in three classes', () => {
    expect(at({}).pairs.items).toBe(66);
    expect(at({}).triplets.items).toBe(288);
  });

  it('begin alike and part', () => {
    expect(at({}).pairs.xy).toEqual(at({}).triplets.xy);
    expect(at({ t: 10 }).pairs.xy).not.toEqual(at({ t: 10 }).triplets.xy);
  });
});

describe('what is absolute and what is relative', () => {
  it('is that rows far apart cost nothing relatively, and every similar pair absolutely', () => {
    const { pairs, triplets } = at({ start: rows });
    expect(triplets.charged).toBe(0);
    expect(triplets.forces.every((force) => force === 0)).toBe(true);
    expect(pairs.charged).toBe(18);
  });

  it('is that classes are drawn to points, or only as close as the others demand', () => {
    const { pairs, triplets, settled } = at({ t: 100 });
    expect(settled).toBe(true);
    expect([pairs.charged, triplets.charged]).toEqual([0, 0]);
    expect(pairs.within).toBeLessThan(0.005);
    expect(triplets.within).toBeCloseTo(0.42, 2);
  });
});

describe('a session of the comparison', () => {
  it('begins again under another rule, and with a seed in place of points placed by hand', () => {
    const session = new Session(definition, 'start=0,0,0;1,0,0;0,1,1&t=5');
    session.set({ m: 1 });
    expect(session.values).toMatchObject({ t: 0, m: 1 });
    expect(session.model.labels).toHaveLength(3);
    session.set({ seed: 3 });
    expect(session.values.start).toBeNull();
    expect(session.model.labels).toHaveLength(12);
  });

  it('survives a cloud of one class, or of one point', () => {
    for (const query of ['start=0,0,0;1,0,0', 'start=0,0,0']) {
      expect(new Session(definition, `${query}&t=20`).summary).not.toMatch(/NaN|undefined/);
    }
  });
});
