import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { settingsFrom, type Snapshot } from '../../src/lib/learning';
import { Engine, EVALUATE_EVERY } from '../../src/lib/learning/engine';
import { readReport, type Report } from '../../src/lib/learning/messages';
import { digitServer } from './support/server';

const base = 'https://example.org/';
const settings = settingsFrom({ hidden: 8, batch: 8 });

beforeEach(() => void digitServer());
afterEach(() => void vi.unstubAllGlobals());

function start(yieldToEventLoop?: () => Promise<void> | undefined) {
  const reports: Report[] = [];
  const engine = new Engine((report) => reports.push(report), yieldToEventLoop);
  let ticket = 0;
  const ask = async (command: Record<string, unknown>): Promise<Report> => {
    ticket++;
    await engine.handle({ ticket, ...command });
    return reports.findLast((report) => 'ticket' in report && report.ticket === ticket) as Report;
  };
  const snapshot = async (command: Record<string, unknown>): Promise<Snapshot> => {
    const report = await ask(command);
    if (!('snapshot' in report)) throw new Error(JSON.stringify(report));
    return report.snapshot;
  };
  return { ask, snapshot, reports, open: () => snapshot({ type: 'open', settings, base }) };
}

describe('an engine', () => {
  it('opens a run at step 0 with the held-out pictures, embedded and evaluated', async () => {
    const { ask, reports } = start();
    const opened = await ask({ type: 'open', settings, base });
    if (opened.type !== 'opened') throw new Error(opened.type);
    const { held, snapshot } = opened;
    expect(held.grey).toHaveLength(held.labels.length * 196);
    expect(snapshot.embeddings).toHaveLength(2 * held.labels.length);
    expect(snapshot).toMatchObject({ steps: 0, dim: 2, reports: [] });
    expect(snapshot.evaluations.map(({ step }) => step)).toEqual([0]);
    expect(reports[0]).toMatchObject({ type: 'progress', what: 'digits' });
  });

  it('reports every step, and an evaluation after every hundred however they are asked for', async () => {
    const { open, snapshot } = start();
    await open();
    const parts = [
      await snapshot({ type: 'advance', steps: 150 }),
      await snapshot({ type: 'advance', steps: 60 }),
    ];
    expect(parts.map((part) => part.reports.length)).toEqual([150, 60]);
    expect(parts.flatMap((part) => part.evaluations.map(({ step }) => step))).toEqual([
      EVALUATE_EVERY,
      2 * EVALUATE_EVERY,
    ]);
    expect(parts[1]?.steps).toBe(210);
  });

  it('comes to the same numbers in slices as at once, and again after a rewind', async () => {
    const [whole, sliced] = [start(), start(() => new Promise((resolve) => setImmediate(resolve)))];
    await Promise.all([whole.open(), sliced.open()]);
    const one = await whole.snapshot({ type: 'advance', steps: 20 });
    const other = await sliced.snapshot({ type: 'advance', steps: 20 });
    expect(other.embeddings).toEqual(one.embeddings);
    expect((await sliced.snapshot({ type: 'rewind' })).steps).toBe(0);
    expect((await sliced.snapshot({ type: 'advance', steps: 20 })).embeddings).toEqual(one.embeddings);
  });

  it('goes on by other rules, and finds neighbours when they are first needed', async () => {
    const { open, ask, snapshot, reports } = start();
    await open();
    await snapshot({ type: 'advance', steps: 5 });
    await snapshot({ type: 'change', change: { pairs: 'neighbours', margin: 2 } });
    expect(reports.some((report) => report.type === 'progress' && report.what === 'neighbours')).toBe(true);
    expect((await snapshot({ type: 'advance', steps: 5 })).steps).toBe(10);
    expect(await ask({ type: 'change', change: { loss: 'arcface' } })).toMatchObject({ type: 'snapshot' });
  });

  it('gives its network away and takes it back', async () => {
    const { open, ask, snapshot } = start();
    await open();
    const later = await snapshot({ type: 'advance', steps: 12 });
    const report = await ask({ type: 'network' });
    if (report.type !== 'network') throw new Error(report.type);
    expect(report.network).toMatchObject({ steps: 12, settings });
    await snapshot({ type: 'rewind' });
    const { weights, steps } = report.network;
    const back = await snapshot({ type: 'restore', weights, steps });
    expect(back).toMatchObject({ steps: 12, embeddings: later.embeddings });
  });

  it('embeds a picture that is no part of the data', async () => {
    const { open, ask } = start();
    await open();
    const report = await ask({ type: 'embed', grey: new Uint8Array(2 * 196).fill(80, 0, 196) });
    if (report.type !== 'embedded') throw new Error(report.type);
    expect(report.embeddings).toHaveLength(4);
    expect(report.embeddings.every(Number.isFinite)).toBe(true);
  });

  it('says that the digits cannot be reached, and opens when it is asked again', async () => {
    const { ask } = start();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    expect(await ask({ type: 'open', settings, base })).toMatchObject({
      type: 'failed',
      reason: 'unreachable',
    });
    digitServer();
    expect(await ask({ type: 'open', settings, base })).toMatchObject({ type: 'opened' });
  });

  test.each([
    ['a step before a run is open', { type: 'advance', steps: 1 }, 'no run is open'],
    ['a kind that there is not', { type: 'fly' }, 'type is fly; one of open'],
    ['no steps', { type: 'advance', steps: 0 }, 'steps is 0; a whole number from 1'],
    ['settings that cannot be', { type: 'open', settings: { side: 3 }, base }, 'side is 3'],
    ['no address', { type: 'open', settings, base: 'here' }, 'base is here; an address is needed'],
    ['another shape while it learns', { type: 'change', change: { hidden: 9 } }, 'hidden cannot change'],
    ['text for a picture', { type: 'embed', grey: 'a 4' }, 'grey is no Uint8Array'],
  ])('refuses %s, and says why', async (_, command, message) => {
    const { ask } = start();
    const report = await ask(command);
    expect(report).toMatchObject({ type: 'failed', reason: 'refused' });
    expect('message' in report && report.message).toContain(message);
  });

  it('answers what is no command at all', async () => {
    const { reports } = start();
    const engine = new Engine((report) => reports.push(report));
    await engine.handle('hello?');
    expect(reports).toEqual([
      expect.objectContaining({ type: 'failed', message: 'the message has no ticket' }),
    ]);
  });
});

test('a page reads only what is a report', () => {
  expect(readReport({ type: 'hello' })).toEqual({ type: 'hello' });
  expect(readReport({ type: 'snapshot', ticket: 3 })).toMatchObject({ ticket: 3 });
  for (const other of [null, 'text', { type: 'snapshot' }, { type: 'webpackOk', ticket: 1 }]) {
    expect(readReport(other)).toBeUndefined();
  }
});

describe('an engine with two towers', () => {
  const towers = settingsFrom({
    classes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    loss: 'siglip',
    hidden: 4,
    dim: 4,
    batch: 4,
  });

  it('looks at them when it opens and at every hundredth step, and after a rewind again', async () => {
    const { ask, snapshot } = start();
    const opened = await ask({ type: 'open', settings: towers, base });
    if (opened.type !== 'opened') throw new Error(opened.type);
    expect(opened.snapshot.looks.map(({ step }) => step)).toEqual([0]);
    const later = await snapshot({ type: 'advance', steps: 150 });
    expect(later.looks.map(({ step }) => step)).toEqual([100]);
    expect(later.reports).toHaveLength(150);
    const again = await snapshot({ type: 'rewind' });
    expect(again.looks).toEqual(opened.snapshot.looks);
  });

  it('refuses what can only be asked of one network, and makes none of the two of the other', async () => {
    const { ask, open } = start();
    await open();
    expect(await ask({ type: 'change', change: { loss: 'clip' } })).toMatchObject({
      type: 'failed',
      message: 'one network cannot become two towers, which clip asks for',
    });
    await ask({ type: 'open', settings: towers, base });
    for (const command of [{ type: 'network' }, { type: 'change', change: { rate: 0.01 } }]) {
      expect(await ask(command)).toMatchObject({
        type: 'failed',
        reason: 'refused',
        message: 'the open run is of two towers; that of one network is needed',
      });
    }
  });
});
