/** @vitest-environment jsdom */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEmbedOptions } from '../../src/lib/embed/embed-options';
import { statesIn } from '../../src/lib/hydration/figure';
import { CHANNEL } from '../../src/lib/embed/message-channel';
import { answer } from '../../src/lib/embed/messages';
import { readRequest } from '../../src/lib/embed/requests';
import { decode, type Notice } from '../../src/lib/state/query';
import { Session } from '../../src/lib/state/session.svelte';
import { definitions } from '../../src/lib/widgets/registry';
import { hostileMessage, hostileQuery } from '../support/hostile';

/** Of each kind, over all widgets together; `npm run fuzz` asks for 10,000. */
const numRuns = Math.ceil(Number(process.env.FUZZ_RUNS ?? 1000) / Object.keys(definitions).length);
/** A loaded machine is no failure. */
const TIMEOUT = 600_000;

/** A notice is for a reader: it names the field, and is no longer than can be read. */
function expectReadable(notices: readonly Notice[]) {
  for (const { message } of notices) {
    expect(message.length).toBeGreaterThan(10);
    expect(message.length).toBeLessThan(600);
  }
}

function expectWorking(session: Session) {
  const { definition } = session;
  for (const name of Object.keys(definition.outputs)) {
    const value = session.output(name);
    expect(typeof value === 'string' || Number.isFinite(value), `${name} is ${value}`).toBe(true);
  }
  expect(session.summary).toMatch(/\.$/);
  expect(session.summary).not.toMatch(/NaN|Infinity|undefined/);
  expect(decode(definition.parameters, session.fullQuery).notices).toEqual([]);
  expectReadable(session.notices);
}

describe.each(Object.entries(definitions))('the widget %s', (_id, definition) => {
  test(
    'works in whatever state an address asks for, and says what it could not read',
    () => {
      fc.assert(
        fc.property(hostileQuery(definition.parameters), (search) => {
          const options = readEmbedOptions(definition, search);
          const session = new Session(definition, options.query, options);
          expectReadable(options.notices);
          expectWorking(session);
        }),
        { seed: 41, numRuns, endOnFailure: true },
      );
    },
    TIMEOUT,
  );

  test(
    'works after whatever messages, and answers those that it understands',
    () => {
      const session = new Session(definition);
      fc.assert(
        fc.property(hostileMessage(definition.parameters, CHANNEL), (message) => {
          const read = readRequest(message);
          if (read === undefined) return;
          if ('problem' in read) {
            expect(read.problem.length).toBeGreaterThan(5);
            return;
          }
          const report = answer(session, read.request);
          expect(report === undefined).toBe(read.request.type === 'unobserve');
          expectWorking(session);
        }),
        { seed: 42, numRuns, endOnFailure: true },
      );
    },
    TIMEOUT,
  );
});

test('the address of a page is sorted by figure, whatever it holds', () => {
  const query = hostileQuery({ ...definitions.pair?.parameters });
  fc.assert(
    fc.property(query, (search) => {
      for (const [name, state] of statesIn(search)) {
        expect(name).not.toBe('');
        expect(typeof state).toBe('string');
      }
    }),
    { seed: 43, numRuns: 1000 },
  );
});
