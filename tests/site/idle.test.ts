import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenIdle } from '../../src/lib/browser/idle';

/** Steps of some milliseconds each, as many as there is time for; answers with their number. */
const take = (ms: number) => (hasTime: () => boolean) => {
  do {
    steps += 1;
    vi.advanceTimersByTime(ms);
  } while (hasTime());
};
let steps: number;

beforeEach(() => {
  steps = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(['with', 'without'])('an idle moment of a browser %s idle callbacks', (has) => {
  beforeEach(() => {
    if (has === 'with')
      vi.stubGlobal('requestIdleCallback', (run: () => void, { timeout = 0 }) => setTimeout(run, timeout));
    else expect('requestIdleCallback' in globalThis).toBe(false);
    return () => vi.unstubAllGlobals();
  });

  it('does not come at once, so that what is under way goes first', () => {
    whenIdle(take(1));
    expect(steps).toBe(0);
  });

  it('has time for several short steps, and not for all that there may be', () => {
    whenIdle(take(1));
    vi.advanceTimersByTime(500);
    expect(steps).toBe(8);
  });

  it('has time for one step at least, however long', () => {
    whenIdle(take(100));
    vi.advanceTimersByTime(500);
    expect(steps).toBe(1);
  });
});
