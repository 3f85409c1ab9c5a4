import { describe, expect, it } from 'vitest';
import { CONTENDER_IDS } from '../../src/lib/learning/race/contenders';
import { defaults } from '../../src/lib/state/query';
import { Session } from '../../src/lib/state/session.svelte';
import { definition } from '../../src/lib/widgets/race/definition';
import { gapOf, overlapOf, raceModel, type RaceValues } from '../../src/lib/widgets/race/model';
import { entryOf, MEASURES, SEEDS, splitOf } from '../../src/lib/widgets/race/record';
import { estimate } from '../../src/lib/widgets/race/statistics';

const start = defaults(definition.parameters) as RaceValues;
const model = (change: Partial<RaceValues> = {}) => raceModel({ ...start, ...change });

describe('the interval of a mean', () => {
  it('is that of Student’s t, as SciPy has it', () => {
    // scipy.stats.t.interval(0.95, 5, loc=mean, scale=sem) of these six numbers
    const { mean, low, high } = estimate([1, 2, 3, 4, 5, 6]);
    expect(mean).toBe(3.5);
    expect(low).toBeCloseTo(1.5367, 3);
    expect(high).toBeCloseTo(5.4633, 3);
  });

  it('needs two numbers at least, and has a table for ten', () => {
    expect(() => estimate([1])).toThrow('values has 1 numbers; from 2 to 10 are allowed');
    expect(() => estimate(Array.from({ length: 11 }, (_, i) => i))).toThrow(RangeError);
  });
});

describe('the recorded race', () => {
  it('has every loss by every batch and split, with as many seeds tuned as published', () => {
    for (const test of ['246', '789'] as const) {
      for (const batch of ['small', 'large'] as const) {
        for (const id of CONTENDER_IDS) {
          const { tuned, published, trials } = entryOf(test, batch, id);
          expect([tuned.rows.length, published.rows.length]).toEqual([SEEDS.length, SEEDS.length]);
          expect(trials).toHaveLength(8);
          // The setting that is kept is the best of the trials, which know no test digit.
          expect(trials[2 * tuned.setting + tuned.rate]).toBe(Math.max(...trials));
          expect([published.setting, published.rate]).toEqual([0, 0]);
        }
      }
      expect(splitOf(test).untrained).toHaveLength(SEEDS.length);
    }
  });
});

describe('the model of the race', () => {
  it('lists every loss once, the best first where it is asked to', () => {
    const { lanes, best, worst } = model({ sort: 'mean' });
    expect(lanes.map(({ id }) => id).sort()).toEqual([...CONTENDER_IDS].sort());
    expect(lanes[0]?.id).toBe(best.id);
    expect(lanes.at(-1)?.id).toBe(worst.id);
    expect(model({ sort: 'family' }).lanes.map(({ id }) => id)).toEqual([...CONTENDER_IDS]);
  });

  it('puts two losses first where they alone are tuned, and none of the nine others', () => {
    const first = CONTENDER_IDS.filter((id) => model({ batch: 'small', tuned: id }).best.id === id);
    expect(first).toEqual(expect.arrayContaining(['supcon', 'multi-similarity']));
    expect(first).toHaveLength(2);
  });

  it('moves the means by tuning, batch and seed as much as by the loss, and by the classes far more', () => {
    const rms = (values: number[]) => Math.hypot(...values) / Math.sqrt(values.length);
    for (const test of ['246', '789'] as const) {
      for (const batch of ['small', 'large'] as const) {
        const of = (change: Partial<RaceValues>) =>
          model({ metric: 'map', digits: 'unseen', sort: 'family', test, batch, ...change }).lanes;
        const lanes = of({});
        const moved = (change: Partial<RaceValues>) => {
          const others = of(change);
          return rms(lanes.map(({ mean }, i) => mean - (others[i]?.mean ?? NaN)));
        };
        const middle = lanes.reduce((sum, { mean }) => sum + mean / lanes.length, 0);
        const few = [
          rms(lanes.map(({ mean }) => mean - middle)),
          rms(lanes.map(({ sd }) => sd)),
          moved({ tuned: 'none' }),
          moved({ batch: batch === 'small' ? 'large' : 'small' }),
        ];
        for (const points of few) {
          expect(points).toBeGreaterThan(0.5);
          expect(points).toBeLessThan(3.5);
        }
        expect(moved({ test: test === '246' ? '789' : '246' })).toBeCloseTo(15, 0);
      }
    }
  });

  it('takes small spreads and losses for the better ones, and all else large', () => {
    for (const metric of MEASURES) {
      const { best, worst } = model({ metric });
      if (metric === 'spread' || metric === 'loss') expect(best.mean).toBeLessThanOrEqual(worst.mean);
      else expect(best.mean).toBeGreaterThanOrEqual(worst.mean);
    }
  });

  it('tunes all, none, or one alone', () => {
    const [all, none, one] = ['all', 'none', 'supcon'].map((tuned) => model({ tuned, sort: 'family' }));
    for (const id of CONTENDER_IDS) {
      const lane = (from: typeof all) => from?.lanes.find((found) => found.id === id);
      expect(lane(one)?.mean).toBe(lane(id === 'supcon' ? all : none)?.mean);
    }
  });

  it('moves no number along the axis when the batch or the tuning changes', () => {
    expect(model({ batch: 'small', tuned: 'none' }).domain).toEqual(model().domain);
  });

  it('counts whose interval meets that of the best', () => {
    const found = model();
    const met = found.lanes.filter(({ high, low }) => high >= found.best.low && low <= found.best.high);
    expect(overlapOf(found)).toBe(met.length - 1);
    expect(gapOf(found)).toBeCloseTo(found.best.mean - found.worst.mean, 10);
  });

  it('holds no reference beside a loss', () => {
    expect(model({ metric: 'loss' })).toMatchObject({ untrained: undefined, pixels: undefined });
  });
});

describe('the widget', () => {
  it('tells of a run of one’s own once it is made, and not before', () => {
    const session = new Session(definition);
    expect(session.output('own')).toBe('not yet run');
    session.report({ own: 51.5 });
    expect(session.output('own')).toBe(51.5);
  });
});
