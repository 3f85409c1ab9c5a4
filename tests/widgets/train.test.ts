import { describe, expect, it, test } from 'vitest';
import { digitPictures } from '../../scripts/digits/files';
import { run } from '../../scripts/record/runs';
import {
  DEFAULTS,
  evaluate,
  labelled,
  nearestNeighbours,
  NEIGHBOURS,
  shapeOf,
  weightCount,
} from '../../src/lib/learning';
import { decode } from '../../src/lib/state/query';
import { Session } from '../../src/lib/state/session.svelte';
import { definition } from '../../src/lib/widgets/train/definition';
import { measurementsOf } from '../../src/lib/widgets/train/model';
import pictures from '../../src/lib/widgets/train/pictures.json';
import { classPlaces, onCircle, reachOf } from '../../src/lib/widgets/train/plane';
import { PRESETS, presetOf, wholeQuery } from '../../src/lib/widgets/train/presets';
import { curveOf, lastOf } from '../../src/lib/live/result';
import { keyOf, type Recorded } from '../../src/lib/widgets/train/record';
import results from '../../src/lib/widgets/train/results.json';
import { settingsOf } from '../../src/lib/widgets/train/settings';

const recorded = results as Record<string, Recorded>;
const valuesOf = (query: string) => decode(definition.parameters, query).values;

describe('the records', () => {
  it('have every run that a preset shows, and no other', () => {
    const keys = PRESETS.flatMap(({ query }) => settingsOf(valuesOf(query)).map(keyOf));
    expect(Object.keys(recorded).sort()).toEqual([...new Set(keys)].sort());
    expect(Object.keys(pictures).sort()).toEqual(Object.keys(recorded).sort());
  });

  it('are what the trainer computes: the experiment of 2006, from its seed to its end', () => {
    const { result } = run(DEFAULTS);
    for (const [name, value] of Object.entries(result)) {
      expect(recorded[''], name).toHaveProperty(name, Number(value.toPrecision(6)));
    }
  });

  it('hold what the pages claim of them', () => {
    const [labels, neighbours] = settingsOf(valuesOf('second=neighbours')).map(keyOf) as [string, string];
    const least = (key: string) => Math.min(...(recorded[key]?.knnOfSeeds ?? []));
    const most = (key: string) => Math.max(...(recorded[key]?.knnOfSeeds ?? []));
    expect(least(labels)).toBeGreaterThanOrEqual(0.95);
    expect(most(neighbours)).toBeLessThan(least(labels));
    const [collapsed, kept] = settingsOf(
      valuesOf(PRESETS.find(({ id }) => id === 'collapse')?.query ?? ''),
    ).map(keyOf);
    expect(recorded[collapsed ?? '']?.knn).toBeLessThan(0.5);
    expect(recorded[kept ?? '']?.knn).toBeGreaterThan(0.8);
    const [softmax] = settingsOf(valuesOf('digits=all&loss=softmax')).map(keyOf);
    expect(recorded[softmax ?? '']?.knnOfSeeds.map((knn) => knn < 0.5)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('what the page says of fours and nines', () => {
  const digits = DEFAULTS.classes.map((digit) => digitPictures(digit, DEFAULTS.side));
  const pixels = DEFAULTS.side ** 2;
  const set = (part: 'train' | 'held') =>
    labelled(
      digits.map((digit) => digit[part]),
      pixels,
    );

  test('94 of 100 neighbours in pixel space show the same digit', () => {
    const { pictures: all, labels } = set('train');
    const search = nearestNeighbours(all, NEIGHBOURS);
    let next = search.next();
    while (!next.done) next = search.next();
    const same = next.value.filter((j, k) => labels[j] === labels[Math.floor(k / NEIGHBOURS)]);
    expect(Math.round((100 * same.length) / next.value.length)).toBe(94);
  });

  test('five nearest neighbours among the pixels tell 96 % of the held-out ones', () => {
    const embedded = (part: 'train' | 'held') => ({
      points: digits.flatMap((digit) => [...digit[part]]),
      labels: set(part).labels,
      dim: pixels,
    });
    expect(Math.round(100 * evaluate(embedded('held'), embedded('train')).knn)).toBe(96);
  });

  test('there are 12,738 weights, without those of the classes', () => {
    expect(weightCount({ ...shapeOf(DEFAULTS), classes: 0 })).toBe(12_738);
  });
});

describe('the settings of a run', () => {
  it('are those of the reference at the defaults', () => {
    expect(settingsOf(valuesOf(''))).toEqual([DEFAULTS]);
  });

  it('are of both digits, or of all ten', () => {
    expect(settingsOf(valuesOf('digits=07'))[0]?.classes).toEqual([0, 7]);
    expect(settingsOf(valuesOf('digits=all'))[0]?.classes).toHaveLength(10);
  });

  it('give a second run the same seed, network and digits, and a loss with its own margin', () => {
    const [first, second] = settingsOf(valuesOf('digits=17&seed=5&network=28&m=2&second=arcface'));
    expect(second).toEqual({ ...first, loss: 'arcface', margin: 0.5 });
  });

  it('leave out what takes no part in the loss, so that it makes no other run of the same', () => {
    const keys = (query: string) => settingsOf(valuesOf(query)).map(keyOf);
    expect(keys('loss=softmax&m=2&miner=all&pairs=neighbours')).toEqual(keys('loss=softmax'));
    expect(keys('miner=all&k=4')).toEqual(['']);
  });
});

describe('a session of the widget', () => {
  it('shows the recorded run until it has measured one of its own', () => {
    const session = new Session(definition);
    expect(session.output('knn')).toBe(100 * (recorded['']?.knn ?? NaN));
    expect(session.summary).toContain('as recorded');
    session.report({ steps1: 5 });
    expect(session.output('knn')).toBe('not yet run');
    session.report(
      measurementsOf(0, {
        steps: 100,
        loss: 0.1,
        similar: 0.04,
        dissimilar: 0.06,
        active: 0.25,
        knn: 0.9,
        recall: 0.8,
      }),
    );
    expect(['steps', 'loss', 'active', 'knn', 'recall'].map((name) => session.output(name))).toEqual([
      100, 0.1, 25, 90, 80,
    ]);
    expect(session.summary).toContain(
      'Contrastive loss: 90.0 % of the held-out digits are recognised after 100 steps.',
    );
    session.report(null);
    expect(session.summary).toContain('as recorded');
  });

  it('says in words what there is not', () => {
    const session = new Session(definition, 'seed=77');
    expect(session.output('knn')).toBe('not yet run');
    expect(session.output('knn2')).toBe('no second run');
    expect(session.output('seedsMean')).toBe('not recorded');
  });

  it('lets an untouched margin and learning rate follow the loss and the optimiser', () => {
    const session = new Session(definition);
    session.set({ loss: 'arcface', optimiser: 'sgd' });
    expect(session.values).toMatchObject({ m: 0.5, rate: '0.1' });
    session.set({ m: 0.7 });
    session.set({ loss: 'contrastive', optimiser: 'adam' });
    expect(session.values).toMatchObject({ m: 0.7, rate: '0.002' });
  });
});

describe('the presets', () => {
  test.each(PRESETS)(
    '$id is recognised, whatever was set before and however digits are shown',
    ({ id, query }) => {
      const session = new Session(definition, 'loss=infonce&seed=9&digits=12&show=digits');
      expect(presetOf(definition.parameters, session.values)).toBeUndefined();
      session.setQuery(wholeQuery(definition.parameters, query));
      expect(presetOf(definition.parameters, session.values)).toBe(id);
      expect(session.values.show).toBe('digits');
    },
  );
});

describe('what is drawn of a run', () => {
  const step = (loss: number) => ({ loss, similar: loss / 4, dissimilar: (3 * loss) / 4, active: loss / 10 });

  test('a curve is means of equally many steps, each at the last of them', () => {
    expect(curveOf([1, 3, 5, 7, 9].map(step), 3)).toEqual([
      [2, 0.5, 1.5, 2],
      [4, 1.5, 4.5, 6],
      [5, 2.25, 6.75, 9],
    ]);
    expect(curveOf([], 10)).toEqual([]);
  });

  test('a result is the mean of the last fifty steps', () => {
    const steps = [
      ...Array.from({ length: 100 }, () => step(9)),
      ...Array.from({ length: 50 }, () => step(1)),
    ];
    const { active, ...losses } = lastOf(steps);
    expect(losses).toEqual({ loss: 1, similar: 0.25, dissimilar: 0.75 });
    expect(active).toBeCloseTo(0.1, 12);
  });

  test('on the circle a point keeps its angle, and what has none stays in the middle', () => {
    expect([...onCircle([3, 4, 0, 0], 0)]).toEqual([0.6, 0.8, 0, 0]);
  });

  test('the plane holds nearly all points and is of a round size', () => {
    expect(reachOf([0.1, -1.3, 0.4, 0.9])).toBe(1.5);
    expect(reachOf([])).toBe(0.5);
    expect(reachOf([1e9, -2e12])).toBe(1e6);
  });

  test('a class is named at the mean of its points', () => {
    expect(classPlaces([0, 0, 2, 4, 9, 9], [0, 0, 2], 3, false)).toEqual([[1, 2], undefined, [9, 9]]);
  });
});
