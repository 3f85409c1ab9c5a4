import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timespan } from '../../src/lib/scorm/interaction';
import { MOST, readWork, writeWork, type Work } from '../../src/lib/scorm/suspend-data';

const attempt = fc.record({
  solved: fc.boolean(),
  tries: fc.nat(500),
  hint: fc.boolean(),
  explanation: fc.boolean(),
  score: fc.nat(10_000).map((points) => points / 10_000),
  answer: fc.option(fc.string({ minLength: 1, maxLength: 30 }), { nil: undefined }),
});
/** A state as its query is written. */
const state = fc.string({ maxLength: 200 }).map((text) => `x=${encodeURIComponent(text)}`);

describe('the work that a platform keeps', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(state, fc.option(attempt, { nil: undefined }), (query, record) => {
        const work: Work = record ? { state: query, attempt: record } : { state: query };
        expect(readWork(writeWork(work) ?? '')).toEqual(work);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('is the query alone where nothing is asked, as it always was', () => {
    expect(writeWork({ state: 'm=1.55' })).toBe('m=1.55');
  });

  it('is made shorter where it is long, in ASCII, and never cut', () => {
    const long = `points=${Array.from({ length: 1500 }, (_, i) => (i % 97) / 10).join(',')}`;
    const text = writeWork({ state: long }) ?? '';
    expect(long.length).toBeGreaterThan(MOST);
    expect(text.length).toBeLessThanOrEqual(MOST);
    expect(text).toMatch(/^[\x20-\x7e]+$/);
    expect(readWork(text)).toEqual({ state: long });
  });

  it('is left out where it is damaged', () => {
    expect(readWork('*not compressed')).toEqual({ state: '' });
    expect(readWork('#s1:%|m=2')).toEqual({ state: '' });
  });
});

describe('a time as SCORM 1.2 writes it', () => {
  it.each([
    [0, '0000:00:00.00'],
    [59_999, '0000:01:00.00'],
    [3_723_450, '0001:02:03.45'],
  ])('%i ms is %s', (milliseconds, text) => {
    expect(timespan(milliseconds)).toBe(text);
  });
});
