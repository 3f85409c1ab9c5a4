import { describe, expect, it } from 'vitest';
import { Session } from '../../src/lib/state/session.svelte';
import { definition } from '../../src/lib/widgets/cloud/definition';
import { moved } from '../../src/lib/state/cloud';
import { add, relabel, remove } from '../../src/lib/widgets/cloud/edit';
import { MOST } from '../../src/lib/widgets/cloud/model';

describe('a cloud that runs', () => {
  it('goes on from its present points when the margin changes on the way', () => {
    const session = new Session(definition, 't=20');
    const present = session.model.xy;
    session.set({ m: 2 });
    expect(session.values).toMatchObject({ m: 2, t: 0 });
    expect(session.model.xy).toEqual(present);
  });

  it.each(['rate=0.3', 'pairs=similar', 'm=2'])(
    'goes on from its present points when a phrase says %s',
    (query) => {
      const session = new Session(definition, 't=20');
      const present = session.model.xy;
      session.setQuery(query);
      expect(session.values.t).toBe(0);
      expect(session.model.xy).toEqual(present);
    },
  );

  it.each(['seed=7', 'n=60', 'classes=4'])('begins another run with %s', (query) => {
    const session = new Session(definition, 't=20');
    session.set({ m: 2 });
    session.setQuery(query);
    expect(session.values).toMatchObject({ t: 0, start: null, m: 2 });
  });

  it('keeps the seed’s points when the margin changes before the first step', () => {
    const session = new Session(definition);
    session.set({ m: 2 });
    expect(session.values.start).toBeNull();
  });

  it('takes the change back, with the steps that led to it, on undo', () => {
    const session = new Session(definition, 't=20');
    const before = session.model;
    session.set({ m: 2 });
    session.undo();
    expect(session.values).toMatchObject({ m: 1, t: 20, start: null });
    expect(session.model).toEqual(before);
  });

  it('returns from a run under way to where it was started', () => {
    const session = new Session(definition);
    for (let t = 1; t <= 5; t++) session.set({ t }, { commit: false });
    expect(session.canUndo).toBe(true);
    session.undo();
    expect(session.values.t).toBe(0);
    expect(session.canUndo).toBe(false);
    expect(session.restored).toBe(1);
  });

  it('comes back from its link, placed points and all', () => {
    const session = new Session(definition, 't=20');
    session.set({ m: 2 });
    session.set({ t: 8 });
    const copy = new Session(definition, session.query);
    expect(copy.notices).toEqual([]);
    expect(copy.output('loss')).toBeCloseTo(session.output('loss') as number, 4);
  });

  it('does not mix with another cloud on the page', () => {
    const [one, two] = [new Session(definition, 't=3'), new Session(definition, 'm=2&t=4')];
    const before = one.model;
    two.set({ t: 9 });
    expect(one.model).toEqual(before);
    expect(one.output('loss')).toBe(new Session(definition, 't=3').output('loss'));
  });

  it('declares only outputs that are finite numbers at its ends', () => {
    for (const query of [
      '',
      'n=20&m=0.1&rate=0.001',
      'n=300&m=3&rate=1&classes=5&t=3',
      'pairs=similar&t=200',
    ]) {
      const session = new Session(definition, query);
      for (const name of Object.keys(definition.outputs))
        expect(session.output(name)).toSatisfy(Number.isFinite);
    }
  });

  it('says its state in a sentence', () => {
    expect(new Session(definition, 't=20').summary).toMatch(
      /^40 points in 3 classes, 20 steps from the seed’s points, with margin 1\.00: the mean loss is \d\.\d{3}; \d+ % of the dissimilar/,
    );
    expect(new Session(definition, 'classes=2&pairs=similar').summary).toContain('nothing pushes');
  });
});

describe('editing a cloud', () => {
  const cloud = { xy: Float64Array.of(0, 0, 1, 0, 0, 1), labels: [0, 1, 2] };

  it('moves, adds, removes and relabels one point and leaves the cloud it was given alone', () => {
    expect([...moved(cloud, 1, [2, 2]).xy]).toEqual([0, 0, 2, 2, 0, 1]);
    expect(add(cloud, [1, 1], 1)).toEqual({
      xy: Float64Array.of(0, 0, 1, 0, 0, 1, 1, 1),
      labels: [0, 1, 2, 1],
    });
    expect(remove(cloud, 1)).toEqual({ xy: Float64Array.of(0, 0, 0, 1), labels: [0, 2] });
    expect(relabel(cloud, 2, 0).labels).toEqual([0, 1, 0]);
    expect(cloud).toEqual({ xy: Float64Array.of(0, 0, 1, 0, 0, 1), labels: [0, 1, 2] });
  });

  it('holds at least two points and at most 2,000', () => {
    const two = remove(cloud, 0);
    expect(remove(two, 0)).toEqual(two);
    const full = { xy: new Float64Array(2 * MOST), labels: Array.from({ length: MOST }, () => 0) };
    expect(add(full, [1, 1], 0)).toBe(full);
  });
});
