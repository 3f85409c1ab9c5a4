import { describe, expect, it } from 'vitest';
import { Session } from '../../src/lib/state/session.svelte';
import { definition } from '../../src/lib/widgets/margin/definition';
import { marginModel, type MarginValues } from '../../src/lib/widgets/margin/model';

const values = (change: Partial<MarginValues> = {}): MarginValues => ({
  m: 1,
  k: 2,
  space: 'free',
  seed: 3,
  t: 0,
  ...change,
});

describe('free embeddings under m and k·m', () => {
  const cases = [0.25, 0.75, 2, 3.25, 4].flatMap((k) => [0, 1, 50, 2000].map((t) => ({ k, t })));

  it.each(cases)('are one picture at $k times the size and k² times the loss after $t steps', ({ k, t }) => {
    const { a, b, ratio, scale } = marginModel(values({ k, t, seed: 5, m: 0.7 }));
    expect(ratio).toBeCloseTo(k * k, 9);
    expect(scale).toBeCloseTo(k, 9);
    a.xy.forEach((v, i) => expect(b.xy[i]).toBeCloseTo(k * v, 9));
    expect(b.unmet).toBe(a.unmet);
  });
});

describe('embeddings of length 1', () => {
  it('stay on the circle', () => {
    const { a, b } = marginModel(values({ space: 'unit', t: 30 }));
    for (const { xy } of [a, b]) {
      for (let i = 0; i < xy.length; i += 2)
        expect(Math.hypot(xy[i] as number, xy[i + 1] as number)).toBeCloseTo(1, 12);
    }
  });

  it.each([0, 200])('do not obey the law of scale after %i steps', (t) => {
    const { ratio, scale } = marginModel(values({ space: 'unit', m: 1, k: 2, t }));
    expect(scale).toBeCloseTo(1, 12);
    expect(typeof ratio === 'string' || Math.abs(ratio - 4) > 0.1).toBe(true);
  });

  it('can meet a margin of 1 and can never meet one above 2', () => {
    const { a, b } = marginModel(values({ space: 'unit', m: 1, k: 2.25, t: 2000 }));
    expect(a.unmet).toBe(0);
    expect(b.unmet).toBe(100);
    expect(b.loss).toBeGreaterThan(0.05);
  });

  it('go down the loss', () => {
    const [before, after] = [0, 100].map((t) => marginModel(values({ space: 'unit', t })));
    expect(after?.a.loss).toBeLessThan(before?.a.loss as number);
    expect(after?.b.loss).toBeLessThan(before?.b.loss as number);
  });
});

describe('the margin widget', () => {
  it('never shows a number that is none', () => {
    for (const query of ['t=2000', 't=2000&space=unit', 'm=0.1&k=0.25', 'm=3&k=4&space=unit&t=50']) {
      const session = new Session(definition, query);
      for (const name of Object.keys(definition.outputs)) {
        expect(session.output(name)).toSatisfy((v) => typeof v === 'string' || Number.isFinite(v));
      }
      expect(session.summary).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('gives the same answers to a session that remembers as to one that does not', () => {
    const session = new Session(definition);
    for (const t of [3, 4, 1]) {
      session.set({ t });
      expect(session.model).toEqual(marginModel(values({ t })));
    }
  });

  it('says which claim holds', () => {
    expect(new Session(definition, 't=10').summary).toContain(
      '2.000 times as large, with 4.000 times the loss',
    );
    expect(new Session(definition, 'space=unit&k=3').summary).toContain('this margin is never met');
  });
});
