import { describe, expect, it } from 'vitest';
import { defineWidget } from '../../src/lib/state/define';
import { number } from '../../src/lib/state/parameters';
import { Session } from '../../src/lib/state/session.svelte';

const definition = defineWidget({
  id: 'sum',
  title: 'Change a number',
  about: 'Adds two numbers.',
  parameters: {
    a: number({ label: 'a', default: 1, min: 0, max: 10, step: 0.5 }),
    b: number({ label: 'b', default: 2, min: 0, max: 10, step: 0.5 }),
  },
  model: ({ a, b }) => ({ sum: a + b }),
  outputs: { sum: { label: 'sum', value: (model) => model.sum } },
  summary: ({ a, b }, model) => `${a} and ${b} make ${model.sum}.`,
});

describe('a session', () => {
  it('starts in the author’s state and computes the outputs from it', () => {
    const session = new Session(definition, 'a=3');
    expect(session.output('sum')).toBe(5);
    expect(session.summary).toBe('3 and 2 make 5.');
    expect(session.isInitial).toBe(true);
  });

  it('brings every change into its range', () => {
    const session = new Session(definition);
    session.set({ a: 99 });
    expect(session.values.a).toBe(10);
  });

  it('undoes a whole gesture at once', () => {
    const session = new Session(definition);
    session.set({ a: 2 }, { commit: false });
    session.set({ a: 3 }, { commit: false });
    session.set({ a: 4 });
    session.set({ b: 7 });
    session.undo();
    expect(session.values).toEqual({ a: 4, b: 2 });
    session.undo();
    expect(session.values).toEqual({ a: 1, b: 2 });
    expect(session.canUndo).toBe(false);
  });

  it('keeps no step of history for a gesture that ends where it began', () => {
    const session = new Session(definition);
    session.set({ a: 5 }, { commit: false });
    session.set({ a: 1 });
    expect(session.canUndo).toBe(false);
  });

  it('resets to the author’s state, and the reset can be undone', () => {
    const session = new Session(definition, 'a=3');
    session.set({ a: 6, b: 0 });
    session.reset();
    expect(session.values).toEqual({ a: 3, b: 2 });
    session.undo();
    expect(session.values).toEqual({ a: 6, b: 0 });
  });

  it('describes the state as the difference from the author’s state', () => {
    const session = new Session(definition, 'a=3');
    expect(session.query).toBe('');
    session.set({ a: 1, b: 5 });
    expect(session.query).toBe('a=1&b=5');
    const copy = new Session(definition, 'a=3');
    copy.setQuery(session.query);
    expect(copy.values).toEqual(session.values);
  });

  it('keeps its state and says why when a query cannot be read', () => {
    const session = new Session(definition);
    session.setQuery('a=eleven');
    expect(session.values).toEqual({ a: 1, b: 2 });
    expect(session.notices[0]?.message).toBe('a: a number from 0 to 10 is expected, not “eleven”');
  });

  it('shares nothing with another session of the same widget', () => {
    const [one, two] = [new Session(definition), new Session(definition)];
    one.set({ a: 9 });
    expect(two.values.a).toBe(1);
  });

  it('names the output that does not exist', () => {
    expect(() => new Session(definition).output('product')).toThrow('no output “product” in widget “sum”');
  });
});
