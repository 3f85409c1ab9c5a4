import { describe, expect, it } from 'vitest';
import { LossRecord, thin } from '../../src/lib/widgets/cloud/record';

const steps = (...losses: number[]) => losses.map((similar) => ({ similar, dissimilar: 0 }));
const losses = (samples: { similar: number }[]) => samples.map(({ similar }) => similar);

describe('the loss over time', () => {
  it('follows one run forth and back', () => {
    const record = new LossRecord();
    const run = steps(3, 2, 1);
    record.observe(run.slice(0, 1), false);
    expect(losses(record.observe(run, false))).toEqual([3, 2, 1]);
    expect(losses(record.observe(run, false))).toEqual([3, 2, 1]);
    expect(losses(record.observe(run.slice(0, 2), false))).toEqual([3, 2]);
  });

  it('goes on where a run continues from its present points, and counts that moment once', () => {
    const record = new LossRecord();
    record.observe(steps(3, 2, 1), false);
    expect(losses(record.observe(steps(5, 4), true))).toEqual([3, 2, 5, 4]);
  });

  it('begins again with another seed, and when it is cleared', () => {
    const record = new LossRecord();
    record.observe(steps(3, 2, 1), false);
    expect(losses(record.observe(steps(9), false))).toEqual([9]);
    record.observe(steps(3, 2), true);
    record.clear();
    expect(losses(record.observe(steps(7), true))).toEqual([7]);
  });

  it('draws few of many samples, the last among them', () => {
    const thinned = thin(steps(...Array.from({ length: 1001 }, (_, i) => i)), 100);
    expect(thinned.length).toBeLessThanOrEqual(101);
    expect(thinned[0]?.t).toBe(0);
    expect(thinned.at(-1)).toEqual({ t: 1000, sample: { similar: 1000, dissimilar: 0 } });
  });
});
