import { describe, expect, it } from 'vitest';
import {
  measurementsOf,
  modalitiesModel,
  observed,
  PICTURES,
} from '../../src/lib/widgets/two-modalities/model';
import { digitsFor } from '../learning/support/data';
import { Towers } from '../../src/lib/learning/towers';
import { curveOf } from '../../src/lib/live/result';
import { definition } from '../../src/lib/widgets/two-modalities/definition';
import { POINTS, settingsOf, stepsOf } from '../../src/lib/widgets/two-modalities/settings';
import { bagOf, nameOf, WORDS } from '../../src/lib/learning/names';

describe('a name', () => {
  it('says only what stands out', () => {
    expect(nameOf({ thickness: 2, slant: 2, digit: 4 })).toBe('a thick slanted four');
    expect(nameOf({ thickness: 1, slant: 1, digit: 7 })).toBe('a seven');
  });

  it('is a bag of words of its own', () => {
    const bags = [0, 1, 2].flatMap((thickness) =>
      [0, 1, 2].flatMap((slant) =>
        Array.from({ length: 10 }, (_, digit) => bagOf({ thickness, slant, digit }).join('')),
      ),
    );
    expect(new Set(bags).size).toBe(90);
    expect(bagOf({ thickness: 0, slant: 2, digit: 9 })).toHaveLength(WORDS);
  });
});

describe('two towers', () => {
  const of = (stage: 'start' | 'end', loss: 'clip' | 'siglip' = 'clip') =>
    modalitiesModel({ loss, batch: '32', stage, picture: 4, seed: 1 });

  it('guess before they are trained, with a gap between pictures and names, and name digits afterwards', () => {
    expect(of('start').digit).toBeLessThan(20);
    expect(of('end').digit).toBeGreaterThan(75);
    expect(of('start').gap).toBeGreaterThan(3 * of('end').gap);
  });

  it('have the picture looked at in a row of its own', () => {
    expect(PICTURES).toHaveLength(10);
    expect(of('end').answer).toBe('a four');
    expect(of('end').row).toHaveLength(10);
  });
});

describe('a run in the page', () => {
  const data = digitsFor([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const values = { loss: 'clip', batch: '128', stage: 'start', picture: 4, seed: 1 } as const;

  it.each(['clip', 'siglip'] as const)('by %s begins as the recorded one does, step by step', (loss) => {
    const { curve } = modalitiesModel({ ...values, loss });
    const towers = new Towers(settingsOf(loss, '128', 1), data.train);
    const reports = Array.from({ length: stepsOf('128') / POINTS }, () => towers.step());
    const [[t, , , value] = []] = curveOf(reports, 1);
    expect(t).toBe(curve[0]?.[0]);
    expect((value as number) / (curve[0]?.[1] as number)).toBeCloseTo(1, 3);
  });

  it('is seen before its first step as the untrained towers were recorded, and stands in their place', () => {
    const look = new Towers(settingsOf('clip', '128', 1), data.train).look(data.held);
    const recorded = modalitiesModel(values);
    const own = observed(recorded, measurementsOf(0, undefined, { ...look, step: 0 }));
    for (const name of ['digit', 'whole', 'gap', 'pair', 'scale'] as const)
      expect(own[name]).toBeCloseTo(recorded[name], 1);
    expect(own.answer).toBe(recorded.answer);
    own.points.forEach((value, k) => expect(value).toBeCloseTo(recorded.points[k] as number, 1));
    expect(own.run).toEqual({ steps: 0, measured: 0 });
    expect(definition.summary(values, own)).toMatch(
      /^Your towers, trained by CLIP, 128 pairs a batch, for 0 steps, name/,
    );
  });

  it('is not shown in part: without all of a look it is the recorded one', () => {
    const recorded = modalitiesModel(values);
    expect(observed(recorded, { steps: 7, measured: 0, digit: 0.5 })).toBe(recorded);
    expect(measurementsOf(7, 0.5, undefined)).toEqual({});
  });
});
