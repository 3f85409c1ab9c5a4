import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import WidgetFrame from '../../src/lib/controls/WidgetFrame.svelte';
import type { Parameters, Values } from '../../src/lib/state/parameters';
import { interpolateValues } from '../../src/lib/state/interpolate';
import { decode, encode } from '../../src/lib/state/query';
import { Session } from '../../src/lib/state/session.svelte';
import { loadView } from '../../src/lib/widgets/load';
import { definitions } from '../../src/lib/widgets/registry';
import { arbitraryValues } from './arbitrary';

const RUNS = { numRuns: 25, seed: 20061 };

it('has every widget registered under its own name', () => {
  expect(Object.values(definitions).map(({ id }) => id)).toEqual(Object.keys(definitions));
});

describe.each(Object.entries(definitions))('the widget %s', (id, definition) => {
  const { parameters } = definition;
  const states = arbitraryValues(parameters) as fc.Arbitrary<Values<Parameters>>;

  it('says in its title what to do and in a sentence what it shows', () => {
    expect(definition.title).not.toMatch(/\.$/);
    expect(definition.about).toMatch(/^[A-Z].*\.$/s);
  });

  it('has defaults that its own declaration allows', () => {
    for (const parameter of Object.values(parameters)) {
      const text = parameter.format(parameter.default as never);
      expect(parameter.format(parameter.parse(text) as never)).toBe(text);
      expect(parameter.format(parameter.clamp(parameter.default as never) as never)).toBe(text);
    }
  });

  it('can show whatever it glides through from one state to another', () => {
    fc.assert(
      fc.property(states, states, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
        const between = interpolateValues(parameters, from, to)?.(share) ?? to;
        const model = (definition.createModel?.() ?? definition).model(between);
        for (const output of Object.values(definition.outputs)) expect(output.value(model)).not.toBeNaN();
        for (const [name, parameter] of Object.entries(parameters)) {
          const text = parameter.format(between[name] as never);
          expect(parameter.format(parameter.parse(text) as never)).toBe(text);
        }
      }),
      RUNS,
    );
  });

  it('reads every state back from its own query', () => {
    fc.assert(
      fc.property(states, (values) => {
        const query = encode(parameters, values);
        const back = decode(parameters, query);
        expect(back.notices).toEqual([]);
        expect(encode(parameters, back.values)).toBe(query);
      }),
      RUNS,
    );
  });

  it('has outputs and a summary without NaN or Infinity in every state, and the same for the same values', () => {
    fc.assert(
      fc.property(states, (values) => {
        const [model, again] = [definition.model(values), definition.model(values)];
        for (const [name, output] of Object.entries(definition.outputs)) {
          const value = output.value(model);
          expect(output.value(again), name).toEqual(value);
          expect(typeof value === 'string' || Number.isFinite(value), `${name} is ${value}`).toBe(true);
          expect(String(value)).not.toMatch(/NaN|Infinity/);
        }
        expect(definition.summary(values, model)).toMatch(/^[A-Z0-9].*\.$/s);
        expect(definition.summary(values, model)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      RUNS,
    );
  });

  const measures = definition.observe !== undefined;
  it.runIf(measures)('has outputs and a summary without NaN or Infinity whatever a session measures', () => {
    const names = Object.keys(definition.outputs);
    const measured = fc.dictionary(
      fc.constantFrom(...names, ...names.flatMap((name) => [`${name}1`, `${name}2`]), 'unknown'),
      fc.double({ noNaN: true, min: -1e300, max: 1e300 }),
    );
    fc.assert(
      fc.property(states, measured, (values, measurements) => {
        const session = new Session(definition);
        session.set(values);
        session.report(measurements);
        for (const name of names) expect(String(session.output(name))).not.toMatch(/NaN|Infinity|undefined/);
        expect(session.summary).not.toMatch(/NaN|Infinity|undefined/);
        session.report(null);
        expect(names.map((name) => session.output(name))).toEqual(
          names.map((name) => definition.outputs[name]?.value(definition.model(session.values))),
        );
      }),
      RUNS,
    );
  });

  it('draws itself completely on the server, with a picture, a title and a spoken state', async () => {
    const View = await loadView(id);
    const session = new Session(definition);
    const { body } = await render(WidgetFrame, { props: { session, View } });
    expect(body).toContain('<svg');
    expect(body).toContain(definition.title);
    // The numbers of a sentence stand in elements of their own.
    expect(body.replace(/<[^>]*>/g, '')).toContain(session.summary.slice(0, 20));
    expect(body).not.toMatch(/NaN|Infinity|undefined<|\[object/);
  });

  it('has no button that does nothing where the reader may change nothing', async () => {
    const View = await loadView(id);
    const session = new Session(definition, '', {
      locked: Object.keys(parameters),
      hidden: ['toolbar'],
    });
    const { body } = await render(WidgetFrame, { props: { session, View } });
    const open = body.replace(/<fieldset disabled.*?<\/fieldset>/gs, '');
    const buttons = [...open.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)]
      // A symbol of a formula explains itself and changes nothing.
      .filter(([, attributes = '']) => !/ (aria-)?disabled|class="term /.test(attributes));
    // A run whose steps are no parameter, such as a training, changes none.
    const runs = 't' in parameters ? [] : ['Play', 'Step'];
    const texts = buttons.map(([, , text = '']) => text.replace(/<!--.*?-->/g, ''));
    expect(texts.filter((text) => !runs.includes(text))).toEqual([]);
  });

  it('has no handle that looks or speaks as if it could be moved where the reader may change nothing', async () => {
    const View = await loadView(id);
    const drawn = async (locked: string[]) => {
      const session = new Session(definition, '', { locked });
      const { body } = await render(WidgetFrame, { props: { session, View } });
      const tags = (pattern: RegExp) => (body.match(pattern) ?? []).length;
      return { handles: tags(/<g[^>]* role="slider"/g), fixed: tags(/aria-label="[^"]*, fixed\b/g) };
    };
    const free = await drawn([]);
    const locked = await drawn(Object.keys(parameters));
    expect(free.fixed).toBe(0);
    expect(locked.handles).toBe(0);
    expect(locked.fixed).toBeGreaterThanOrEqual(free.handles);
  });

  it('keeps working and names the field when a query makes no sense', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, value) => {
        const session = new Session(definition);
        session.setQuery(new URLSearchParams([[key, value]]).toString());
        expect(session.summary).not.toMatch(/NaN|Infinity/);
      }),
      RUNS,
    );
  });
});
