import { describe, expect, it } from 'vitest';
import { contrastive } from '../../src/lib/losses';
import { EDGE } from '../../src/lib/widgets/cloud/landscape';
import { cloudModel, newMemory, type CloudValues } from '../../src/lib/widgets/cloud/model';

const values = (change: Partial<CloudValues> = {}): CloudValues => ({
  seed: 1,
  n: 40,
  classes: 3,
  m: 1,
  rate: 0.1,
  pairs: 'both',
  start: null,
  t: 0,
  land: 'none',
  point: 1,
  ...change,
});

describe('the cloud', () => {
  it('has the mean loss over all its pairs, as the loss of one pair gives it', () => {
    const { xy, labels, loss, similar, dissimilar } = cloudModel(values({ n: 20 }));
    let sum = 0;
    for (let i = 0; i < 20; i++) {
      for (let j = i + 1; j < 20; j++) {
        const y = labels[i] === labels[j] ? 0 : 1;
        sum += contrastive(xy.slice(2 * i, 2 * i + 2), xy.slice(2 * j, 2 * j + 2), y, { m: 1 }).loss;
      }
    }
    expect(loss).toBeCloseTo(sum / 190, 12);
    expect(similar + dissimilar).toBeCloseTo(loss, 12);
  });

  it('moves each point by the rate times the mean force of its pairs', () => {
    const start = { xy: Float64Array.of(0, 0, 1, 0, 0, 0.5), labels: [0, 0, 1] };
    const { xy } = cloudModel(values({ start, rate: 0.2, t: 1 }));
    // On the first point: pulled by 1 to the right, pushed by 1 − 0.5 down; two pairs.
    expect(xy[0]).toBeCloseTo((0.2 * 1) / 2, 12);
    expect(xy[1]).toBeCloseTo((0.2 * -0.5) / 2, 12);
  });

  it('gives the same cloud for the same values, and another for another seed', () => {
    expect(cloudModel(values({ t: 30 }))).toEqual(cloudModel(values({ t: 30 })));
    expect(cloudModel(values({ seed: 2 })).xy).not.toEqual(cloudModel(values()).xy);
  });

  it.each([40, 300])('lowers the loss at each of 100 steps at the default rate with %i points', (n) => {
    const losses = cloudModel(values({ n, t: 100 })).history.map((step) => step.similar + step.dissimilar);
    expect(losses.filter((loss, i) => i > 0 && loss > (losses[i - 1] as number) + 1e-12)).toEqual([]);
    expect(losses).toHaveLength(101);
  });

  it('comes to rest with each class near one place and few dissimilar pairs inside the margin', () => {
    const rest = cloudModel(values({ t: 2000 }));
    expect(rest.settled).toBe(true);
    expect(rest.spread).toBeGreaterThan(0.3);
    expect(rest.loss).toBeLessThan(cloudModel(values()).loss / 10);
    expect(cloudModel(values({ t: 1999 })).xy).toEqual(rest.xy);
  });

  it('collapses to one point, at loss 0, when its classes are one and only similar pairs count', () => {
    const one = { xy: cloudModel(values()).xy, labels: Array.from({ length: 40 }, () => 0) };
    const rest = cloudModel(values({ start: one, pairs: 'similar', t: 400 }));
    expect(rest.spread).toBeLessThan(2e-3);
    expect(rest.loss).toBeLessThan(1e-5);
    expect(rest.settled).toBe(true);
  });

  it('keeps every point in the plane, however hard it is pushed', () => {
    const memory = newMemory();
    for (let t = 0; t <= 60; t++) {
      const { xy } = cloudModel(values({ n: 300, classes: 5, m: 3, rate: 1, t }), memory);
      expect(xy.every((v) => Math.abs(v) <= EDGE)).toBe(true);
    }
  });

  it('has shorter runs of many points, which cost much to compute from an address', () => {
    expect(cloudModel(values({ n: 300, t: 2000 })).t).toBe(2000);
    const many = cloudModel(values({ n: 2000, t: 2000 }));
    expect(many.t).toBe(45);
    expect(many).toEqual(cloudModel(values({ n: 2000, t: 45 })));
  });

  it('stays finite when all points are dropped on one another', () => {
    const start = { xy: new Float64Array(40), labels: Array.from({ length: 20 }, (_, i) => i % 2) };
    const { xy, loss } = cloudModel(values({ start, t: 20 }));
    expect(xy.every(Number.isFinite)).toBe(true);
    expect(loss).toBeGreaterThan(0);
  });

  it('has no loss and no force with a single point', () => {
    const start = { xy: Float64Array.of(1, 1), labels: [0] };
    const model = cloudModel(values({ start, t: 5 }));
    expect(model).toMatchObject({ loss: 0, active: 0, spread: 0, settled: true });
    expect([...model.xy]).toEqual([1, 1]);
  });
});

describe('the memory of a run', () => {
  it('does not change the answer, whichever way the reader goes through the steps', () => {
    const memory = newMemory();
    for (const change of [
      { t: 5 },
      { t: 136 },
      { t: 2 },
      { t: 108 },
      { t: 9, m: 2 },
      { t: 9 },
      { t: 3, n: 50 },
    ]) {
      expect(cloudModel(values(change), memory)).toEqual(cloudModel(values(change)));
    }
  });
});
