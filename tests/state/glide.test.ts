import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineWidget } from '../../src/lib/state/define';
import { interpolateValues } from '../../src/lib/state/interpolate';
import { choice, cloud, number, point } from '../../src/lib/state/parameters';
import { Session } from '../../src/lib/state/session.svelte';

// Before anything is imported that keeps the clock it finds.
vi.hoisted(() => vi.useFakeTimers());

const definition = defineWidget({
  id: 'moving',
  name: 'Moving',
  topic: 'One pair',
  title: 'Move',
  about: 'Moves.',
  parameters: {
    m: number({ label: 'm', default: 0, min: 0, max: 10, step: 0.5 }),
    seed: number({ label: 'seed', default: 1, min: 1, max: 99, step: 1 }),
    x: point({ label: 'x', default: [0, 0], min: [-5, -5], max: [5, 5] }),
    y: choice({
      label: 'y',
      default: 'same',
      options: [
        { value: 'same', label: 'same' },
        { value: 'other', label: 'other' },
      ],
    }),
    points: cloud({ label: 'points', min: -5, max: 5, most: 9, classes: 3 }),
  },
  model: ({ m }) => ({ twice: 2 * m }),
  outputs: { twice: { label: '2 m', value: (model) => model.twice } },
  summary: ({ m }) => `m is ${m}.`,
});

const wantsMotion = (yes: boolean) => vi.stubGlobal('matchMedia', () => ({ matches: !yes }));

beforeEach(() => wantsMotion(true));
afterAll(() => vi.useRealTimers());
afterEach(() => {
  vi.advanceTimersByTime(1000);
  vi.unstubAllGlobals();
});

describe('a glide', () => {
  it('shows what lies between, and then the state itself', () => {
    const session = new Session(definition);
    session.glide(() => session.setQuery('m=8'));
    expect(session.values.m).toBe(0);
    vi.advanceTimersByTime(150);
    expect(session.values.m).toBeGreaterThan(0);
    expect(session.values.m).toBeLessThan(8);
    expect(session.output('twice')).toBe(2 * session.values.m);
    vi.advanceTimersByTime(1000);
    expect(session.values.m).toBe(8);
    expect(session.output('twice')).toBe(16);
  });

  it('has the new state in every address from its first moment', () => {
    const session = new Session(definition);
    session.glide(() => session.setQuery('m=8'));
    expect(session.fullQuery).toBe('m=8');
    expect(session.isInitial).toBe(false);
  });

  it('is no rest, so that nothing is graded or told to a host on the way', () => {
    const session = new Session(definition);
    session.glide(() => session.setQuery('m=8'));
    expect(session.isIdle).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(session.isIdle).toBe(true);
  });

  it('brings undo and reset back along the same way', () => {
    const session = new Session(definition);
    session.set({ m: 8 });
    session.glide(() => session.undo());
    expect(session.values.m).toBe(8);
    vi.advanceTimersByTime(1000);
    expect(session.values.m).toBe(0);
    session.set({ m: 4 });
    session.glide(() => session.reset());
    vi.advanceTimersByTime(1000);
    expect(session.values.m).toBe(0);
  });

  it('starts from what is shown when another comes in between, and ends where the last one ends', () => {
    const session = new Session(definition);
    session.glide(() => session.setQuery('m=8'));
    vi.advanceTimersByTime(150);
    const shown = session.values.m;
    session.glide(() => session.setQuery('m=2'));
    expect(session.values.m).toBe(shown);
    vi.advanceTimersByTime(1000);
    expect(session.values.m).toBe(2);
  });

  it('ends at once under a hand: a drag does not lag', () => {
    const session = new Session(definition);
    session.glide(() => session.setQuery('m=8'));
    vi.advanceTimersByTime(100);
    session.set({ x: [1, 1] }, { commit: false });
    expect(session.values.m).toBe(8);
    expect(session.values.x).toEqual([1, 1]);
    vi.advanceTimersByTime(1000);
    expect(session.values.x).toEqual([1, 1]);
  });

  it('is one step of history', () => {
    const session = new Session(definition);
    session.glide(() => session.setQuery('m=8'));
    vi.advanceTimersByTime(1000);
    session.undo();
    expect(session.values.m).toBe(0);
    expect(session.canUndo).toBe(false);
  });

  it('is a cut where the reader asks for less motion', () => {
    wantsMotion(false);
    const session = new Session(definition);
    session.glide(() => session.setQuery('m=8'));
    expect(session.values.m).toBe(8);
    expect(session.isIdle).toBe(true);
  });
});

describe('what lies between two states', () => {
  const { parameters } = definition;
  const start = new Session(definition).values;

  it('moves numbers and points evenly', () => {
    const way = interpolateValues(parameters, start, { ...start, m: 4, x: [2, -2] });
    expect(way?.(0.5)).toMatchObject({ m: 2, x: [1, -1] });
  });

  it('has what cannot be halved as it is in the end', () => {
    const way = interpolateValues(parameters, start, { ...start, m: 4, seed: 9, y: 'other' });
    expect(way?.(0)).toMatchObject({ m: 0, seed: 9, y: 'other' });
    expect(interpolateValues(parameters, start, { ...start, seed: 9 })).toBeUndefined();
  });

  it('moves the points of a cloud that keeps its classes, and no other', () => {
    const two = { xy: Float64Array.of(0, 0, 1, 1), labels: [0, 1] };
    const moved = { ...two, xy: Float64Array.of(2, 0, 1, 3) };
    const from = { ...start, points: two };
    const way = interpolateValues(parameters, from, { ...start, points: moved });
    expect([...(way?.(0.5).points?.xy ?? [])]).toEqual([1, 0, 1, 2]);
    const recoloured = { ...moved, labels: [1, 1] };
    expect(interpolateValues(parameters, from, { ...start, points: recoloured })).toBeUndefined();
  });
});
