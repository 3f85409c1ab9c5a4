import { describe, expect, it } from 'vitest';
import { Embedder } from '../../src/lib/learning/embedder';
import { pretrainedNetwork } from '../../src/lib/learning/pretrained/networks';
import type { Drawing } from '../../src/lib/state/drawings';
import { defaults } from '../../src/lib/state/query';
import { definition } from '../../src/lib/widgets/draw/definition';
import { nearest, vote, type Entry } from '../../src/lib/widgets/draw/neighbours';

const initial = defaults(definition.parameters);
const { model } = definition;

/** A star of five strokes through one point, turned a little. */
const star = (turn: number): Drawing =>
  Array.from({ length: 3 }, (_, i) => {
    const angle = turn + (i * Math.PI) / 3;
    const [x, y] = [40 * Math.cos(angle), 40 * Math.sin(angle)];
    return [
      [50 + x, 50 + y, 0],
      [50 - x, 50 - y, 0],
    ];
  });

const entry = (name: string, ...at: number[]): Entry => ({ name, at, pixels: new Float32Array() });

describe('neighbours', () => {
  const stored = [entry('4', 3, 0), entry('9', 1, 0), entry('4', 0, 2)];

  it('come from the nearest on, with their Euclidean distances', () => {
    const near = nearest([0, 0], stored, stored.length);
    expect(near.map(({ name, D, index }) => [name, D, index])).toEqual([
      ['9', 1, 1],
      ['4', 2, 2],
      ['4', 3, 0],
    ]);
  });

  it('are read by the majority, and a tie by the nearer', () => {
    const near = nearest([0, 0], stored, stored.length);
    expect(vote(near.slice(0, 1))).toEqual({ name: '9', votes: 1 });
    expect(vote(near.slice(0, 2))).toEqual({ name: '9', votes: 1 });
    expect(vote(near)).toEqual({ name: '4', votes: 2 });
    expect(vote([])).toEqual({ name: '', votes: 0 });
  });
});

describe('a drawing among held-out digits', () => {
  it('is a 4 to begin with, and read as one by either network', () => {
    for (const network of ['plane', 'space'] as const) {
      expect(model({ ...initial, network }).name).toBe('4');
    }
  });

  it('is nothing at all before anything is drawn', () => {
    const empty = { ...initial, drawing: [] };
    const shown = model(empty);
    expect(shown.near).toEqual([]);
    expect(shown.place).toBeNull();
    expect(definition.outputs.read?.value(shown)).toBe('nothing');
    expect(definition.summary(empty, shown)).toBe('Nothing is drawn yet.');
  });

  it('is measured in all numbers of the embedding, whatever the flat view shows', () => {
    const { at, near } = model({ ...initial, network: 'space' });
    const [nearest] = near;
    expect(at).toHaveLength(16);
    const D = Math.sqrt((at ?? []).reduce((sum, v, k) => sum + (v - (nearest?.at[k] ?? 0)) ** 2, 0));
    expect(nearest?.D).toBeCloseTo(D, 12);
  });

  it('gives way to a held-out digit, whose right answer is known', () => {
    const values = { ...initial, input: 'held', picture: 3 } as const;
    const shown = model(values);
    expect(shown.truth).toBe('2');
    expect(definition.summary(values, shown)).toMatch(/^The held-out 2 is read as/);
  });

  it('is embedded by the network that the reader attached, among the digits that this one knows', () => {
    const { saved } = pretrainedNetwork('plane');
    const classes = [4, 9];
    const room = saved.weights.length - 10 * 2 + 2 * 2;
    const own = new Embedder({
      ...saved,
      settings: { ...saved.settings, classes },
      weights: saved.weights.slice(0, room),
    });
    const shown = model(initial, own);
    expect(shown.own).toBe(true);
    expect(new Set(shown.stored.map(({ name }) => name))).toEqual(new Set(['4', '9']));
    expect(shown.near[0]?.D).toBe(model(initial).near.find(({ name }) => '49'.includes(name))?.D);
  });
});

describe('a sign of the reader’s own', () => {
  const sign = [star(0.5), star(0.55), star(0.6)];

  it('is told from the digits by examples alone', () => {
    const shown = model({ ...initial, network: 'space', drawing: [star(0.57)], sign });
    expect(shown.name).toBe('your sign');
    expect(shown.score.found).toBe(3);
  });

  it('costs digits that are taken for it, and the count says so', () => {
    const { score } = model({ ...initial, sign });
    const without = model(initial).score;
    expect(score.taken).toBeGreaterThanOrEqual(0);
    expect(score.right).toBeGreaterThanOrEqual(without.right - score.taken);
    expect(without).toMatchObject({ found: 0, taken: 0, asked: 40 });
  });

  it('is asked for once per sign and k, with the same answer in any order', () => {
    const scores = () => [sign, [], sign.slice(0, 1)].map((some) => model({ ...initial, sign: some }).score);
    expect(scores()).toEqual(scores());
  });
});
