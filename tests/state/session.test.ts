import { describe, expect, it } from 'vitest';
import { defineWidget } from '../../src/lib/state/define';
import { number } from '../../src/lib/state/parameters';
import { Session } from '../../src/lib/state/session.svelte';

const definition = defineWidget({
  id: 'sum',
  name: 'A sum',
  topic: 'One pair',
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

  it('gives a gesture up without a trace, also one that changes something only by its end', () => {
    const session = new Session(definition);
    session.set({ a: 4 });
    session.set({ a: 7 }, { commit: false });
    session.giveUp(() => session.set({ b: 9 }));
    expect(session.values).toEqual({ a: 4, b: 2 });
    session.giveUp(() => session.set({ b: 9 }));
    expect(session.values).toEqual({ a: 4, b: 2 });
    session.undo();
    expect(session.values).toEqual({ a: 1, b: 2 });
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

describe('what a session lets the reader change', () => {
  it('is what the author neither locked nor hid', () => {
    const session = new Session(definition, '', { locked: ['a'], hidden: ['toolbar'] });
    expect(session.isFree('a')).toBe(false);
    expect(session.isFree('b')).toBe(true);
    expect(session.isFree('a', 'b')).toBe(false);
    expect(new Session(definition, '', { hidden: ['b'] }).isFree('b')).toBe(false);
  });
});

describe('what a session measures', () => {
  const { title, about, parameters } = definition;
  const measuring = defineWidget({
    id: 'measuring',
    name: 'Measuring',
    topic: 'One pair',
    title,
    about,
    parameters,
    model: ({ a }) => ({ sum: a, seen: 0 }),
    observe: (model, { seen = 0 }) => ({ ...model, seen }),
    outputs: { seen: { label: 'seen', value: (model) => model.seen } },
    summary: (_, model) => `${model.seen} seen.`,
  });

  it('is laid over the model, is no part of the state, and can be taken back', () => {
    const session = new Session(measuring);
    session.report({ seen: 3 });
    expect(session.output('seen')).toBe(3);
    expect(session.summary).toBe('3 seen.');
    expect(session.model.sum).toBe(1);
    expect([session.fullQuery, session.isInitial, session.canUndo]).toEqual(['', true, false]);
    session.report(null);
    expect(session.output('seen')).toBe(0);
  });

  it('is refused by name when it is no finite number', () => {
    const session = new Session(measuring);
    expect(() => session.report({ seen: NaN })).toThrow('seen is NaN; a finite number is needed');
    expect(session.output('seen')).toBe(0);
  });

  it('changes nothing in a widget that does not measure', () => {
    const session = new Session(definition);
    session.report({ sum: 100 });
    expect(session.output('sum')).toBe(3);
  });
});

describe('what a reader brings', () => {
  const scaled = defineWidget({
    ...definition,
    model: ({ a, b }: { a: number; b: number }, attached?: unknown) => ({
      sum: (a + b) * (typeof attached === 'number' ? attached : 1),
    }),
  });

  it('goes to the model beside the values, and into no address', () => {
    const session = new Session(scaled);
    session.attach(10);
    expect(session.output('sum')).toBe(30);
    expect(session.fullQuery).toBe('');
    expect(session.isInitial).toBe(false);
  });

  it('is taken back by undo and by reset, and the reset can be undone', () => {
    const session = new Session(scaled);
    session.set({ a: 2 });
    session.attach(10);
    session.undo();
    expect(session.output('sum')).toBe(4);
    session.attach(100);
    session.reset();
    expect(session.output('sum')).toBe(3);
    session.undo();
    expect(session.output('sum')).toBe(400);
  });
});
