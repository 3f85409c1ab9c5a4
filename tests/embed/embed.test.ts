import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNEL } from '../../src/lib/embed/message-channel';
import { readEmbedOptions } from '../../src/lib/embed/embed-options';
import { answer, idOf, sent } from '../../src/lib/embed/messages';
import { readRequest, type Request } from '../../src/lib/embed/requests';
import { Session } from '../../src/lib/state/session.svelte';
import { definitions } from '../../src/lib/widgets/registry';

const pair = definitions.pair;
if (!pair) throw new Error('the pair is registered');
const read = (search: string) => readEmbedOptions(pair, search);
const request = (fields: object) => ({ channel: CHANNEL, version: 1, ...fields });

describe('the address of an embed', () => {
  it('holds the state beside what the reader does not get', () => {
    expect(read('?m=1.2&hide=toolbar,m&lock=y&theme=dark&fit=1&title=Try+it&v=1')).toEqual({
      query: 'm=1.2',
      hidden: ['toolbar', 'm'],
      free: [],
      locked: ['y'],
      theme: 'dark',
      fit: true,
      title: 'Try it',
      notices: [],
    });
  });

  it('reports what it cannot read with the nearest name, and goes on', () => {
    const { hidden, notices } = read('?hide=tolbar,m&theme=pink&v=99');
    expect(hidden).toEqual(['m']);
    expect(notices.map(({ message }) => message)).toEqual([
      'hide: no part “tolbar”; the nearest is “toolbar”',
      'theme: light or dark is expected, not “pink”',
      'v: a whole number from 1 to 1 is expected, not “99”',
    ]);
  });

  it('says nothing of fields that only tell who followed it', () => {
    const search =
      '?m=2&fbclid=IwAR0x&utm_source=mail&utm_campaign=a%20b&gclid=1&msclkid=2&mc_eid=3&_gl=4&v=1';
    expect(read(search)).toMatchObject({ query: 'm=2', notices: [] });
    expect(read('?clid=1').query).toBe('clid=1');
  });

  it('is read whole where its ampersands were escaped once too often', () => {
    expect(read('?m=2&amp;hide=toolbar&#038;lock=y')).toMatchObject({
      query: 'm=2',
      hidden: ['toolbar'],
      locked: ['y'],
      notices: [],
    });
  });

  it('never throws, whatever it is, for any widget', () => {
    const fields = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(definitions)), fields, (definition, pairs) => {
        const options = readEmbedOptions(definition, new URLSearchParams(pairs).toString());
        const session = new Session(definition, options.query, options);
        expect(session.summary).not.toMatch(/NaN|Infinity/);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('a locked parameter', () => {
  it('stays as it is when the reader would change it, and not when the host does', () => {
    const session = new Session(pair, 'm=1', { locked: ['m'] });
    session.set({ m: 2, y: '0' });
    expect(session.fullQuery).toBe('y=0&m=1');
    session.setQuery('m=2');
    expect(session.values.m).toBe(2);
  });
});

describe('a hidden parameter', () => {
  it('stays as it is when the reader would change it in the figure', () => {
    const session = new Session(pair, 'm=1', { hidden: ['m', 'toolbar'] });
    session.set({ m: 2, y: '0' });
    expect(session.fullQuery).toBe('y=0&m=1');
    expect(session.locked).toEqual(['m']);
  });

  it('can be changed in the figure, without a control, where that is said', () => {
    const { hidden, free } = readEmbedOptions(pair, 'hide=x1,x2&free=x1');
    const session = new Session(pair, '', { hidden, free });
    session.set({ x1: [0, 0], x2: [1, 1] });
    expect(session.fullQuery).toBe('x1=0,0');
  });

  it('may be a readout, the formula or the code as well', () => {
    expect(readEmbedOptions(pair, 'hide=readouts,formula,code')).toMatchObject({
      hidden: ['readouts', 'formula', 'code'],
      notices: [],
    });
  });
});

describe('a message of the host page', () => {
  it('is read when it is ours and well formed', () => {
    expect(readRequest(request({ type: 'setState', state: 'm=2', id: 'a' }))).toEqual({
      request: request({ type: 'setState', state: 'm=2', id: 'a' }),
    });
  });

  it('is passed over when it is not ours', () => {
    for (const data of [null, 3, 'x', {}, { channel: 'other' }, []])
      expect(readRequest(data)).toBeUndefined();
  });

  it('is refused with the field that is wrong', () => {
    const problemOf = (data: object) => readRequest(request(data));
    expect(problemOf({ type: 'setState', state: 5 })).toEqual({ problem: expect.stringContaining('state') });
    expect(problemOf({ type: 'run' })).toEqual({ problem: expect.stringContaining('type') });
    expect(problemOf({ type: 'reset', version: 2 })).toEqual({ problem: expect.stringContaining('version') });
  });

  it('is answered with the state, the outputs and what could not be read', () => {
    const session = new Session(pair);
    const report = answer(session, request({ type: 'setState', state: 'm=2&x=1' }) as Request);
    expect(report).toMatchObject({ type: 'state', state: 'm=2', notices: [expect.stringContaining('“x”')] });
    expect(report && sent(report, 'q')).toMatchObject({ channel: CHANNEL, version: 1, id: 'q' });
  });

  it('can be answered by its id when it is refused', () => {
    expect(idOf({ id: 'a', type: 'run' })).toBe('a');
    for (const message of [null, 3, {}, { id: 5 }]) expect(idOf(message)).toBeUndefined();
  });

  it('leaves a working widget, whatever it asks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(definitions)), fc.string(), (definition, state) => {
        const session = new Session(definition);
        answer(session, request({ type: 'setState', state }) as Request);
        expect(session.summary).not.toMatch(/NaN|Infinity/);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
