import { describe, expect, it } from 'vitest';
import { random } from '../../src/lib/state/random';
import { viewOf } from '../../src/lib/learning/augment';
import { lookedAt, measure, Trainer } from '../../src/lib/learning';
import { curveOf } from '../../src/lib/live/result';
import { definition } from '../../src/lib/widgets/views/definition';
import { measurementsOf, observed, viewsModel } from '../../src/lib/widgets/views/model';
import { EACH, settingsOf } from '../../src/lib/widgets/views/settings';
import { digitsFor } from '../learning/support/data';

const values = { allowed: 'none', digit: 6, seed: 1, teacher: 'views', start: 1 } as const;
const { pixels } = viewsModel(values);
const none = { rotate: 'none', shift: false, thick: false } as const;
const ink = (view: Float32Array) => view.reduce((sum, grey) => sum + grey, 0);

describe('a view of a digit', () => {
  it('is the digit itself where nothing may differ', () => {
    expect([...viewOf(pixels, none, random(1))]).toEqual([...pixels]);
  });

  it('is a six turned to a nine where any turn is allowed', () => {
    const half = viewOf(pixels, { ...none, rotate: 'any' }, () => 1);
    [...half].forEach((grey, k) => expect(grey).toBeCloseTo(pixels[195 - k] as number, 5));
  });

  it('has more or less ink where thickness may differ, and the same elsewhere', () => {
    const views = [0, 1].map((extreme) => viewOf(pixels, { ...none, thick: true }, () => extreme));
    expect(ink(views[0] as Float32Array)).toBeLessThan(ink(pixels));
    expect(ink(views[1] as Float32Array)).toBeGreaterThan(ink(pixels));
  });

  it('stays between paper and ink', () => {
    const uniform = random(3);
    for (let k = 0; k < 50; k++) {
      for (const grey of viewOf(pixels, { rotate: 'any', shift: true, thick: true }, uniform)) {
        expect(grey).toBeGreaterThanOrEqual(0);
        expect(grey).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('a run in the page', () => {
  const settings = settingsOf('little', 'views', 1);
  const data = digitsFor(settings.classes);

  it.each(['views', 'labels'] as const)('by %s begins as the recorded one does, step by step', (teacher) => {
    const { curve } = viewsModel({ ...values, allowed: 'little', teacher });
    const trainer = new Trainer(settingsOf('little', teacher, 1), data.train);
    const reports = Array.from({ length: 2 * EACH }, () => trainer.step());
    curveOf(reports, 2).forEach(([t, , , loss], k) => {
      expect(t).toBe(curve[k]?.[0]);
      expect(loss).toBeCloseTo(curve[k]?.[1] as number, 3);
    });
  });

  it('from another seed is another', () => {
    const [a, b] = [1, 2].map((seed) => new Trainer(settingsOf('little', 'views', seed), data.train).step());
    expect(a?.loss).not.toBe(b?.loss);
  });

  it('sees no label: with the labels exchanged it is the same', () => {
    const strange = { ...data.train, labels: data.train.labels.map((label) => (label + 3) % 10) };
    const [a, b] = [data.train, strange].map((train) => new Trainer(settings, train).step().loss);
    expect(a).toBe(b);
  });

  it('is measured as the untrained network was recorded, before its first step', () => {
    const found = measure(new Trainer(settings, data.train), lookedAt(settings, data.train, data.held));
    const { untrained } = viewsModel(values).results;
    for (const name of ['knn', 'before', 'sixNine'] as const)
      expect(100 * (found[name] as number)).toBeCloseTo(untrained[name], 1);
  });

  it('stands beside the recorded runs, with the step at which it was measured, and changes none of them', () => {
    const before = viewsModel(values);
    const after = observed(
      before,
      measurementsOf({ steps: 130, loss: 2.5, knn: 0.7, before: 0.8, sixNine: 0.9, measured: 100 }),
    );
    expect(after.own).toEqual({
      steps: 130,
      loss: 2.5,
      found: { knn: 0.7, before: 0.8, sixNine: 0.9, step: 100 },
    });
    expect(after.results).toBe(before.results);
    const said = (model: typeof after) => definition.summary(values, model);
    expect(said(after)).toContain('Your run tells 70.0 % at step 100.');
    expect(said(observed(before, measurementsOf({ steps: 20 })))).toBe(said(before));
  });
});
