import { describe, expect, it } from 'vitest';
import { Trajectory } from '../../src/lib/state/descent';

/** A run that counts upwards from 0, and what it cost to be asked for step after step of it. */
function counted() {
  const run = new Trajectory<{ at: number }, number>();
  let cost = 0;
  const next = ({ at }: { at: number }) => (cost++, { at: at + 1 });
  return (t: number, key = 'a') => {
    cost = 0;
    const { now, notes } = run.run(
      [key],
      t,
      () => ({ at: 0 }),
      next,
      ({ at }) => at,
    );
    return { at: now.at, notes, cost, now };
  };
}

describe('a run of gradient descent', () => {
  it('costs one step to go on by one, and none to stay', () => {
    const at = counted();
    expect(at(10)).toMatchObject({ at: 10, cost: 10 });
    expect(at(11)).toMatchObject({ at: 11, cost: 1 });
    expect(at(11)).toMatchObject({ at: 11, cost: 0 });
  });

  it('goes back to any step, at the cost of a few', () => {
    const at = counted();
    at(2000);
    for (const t of [1999, 1000, 1049, 1050, 7, 0]) {
      const back = at(t);
      expect(back.at).toBe(t);
      expect(back.cost).toBeLessThan(50);
    }
    expect(at(2000)).toMatchObject({ at: 2000, cost: 0 });
  });

  it('has a note of each step up to the one asked for, whichever way it came there', () => {
    const at = counted();
    at(130);
    expect(at(3).notes).toEqual([0, 1, 2, 3]);
    expect(at(131).notes).toEqual(Array.from({ length: 132 }, (_, t) => t));
  });

  it('begins again when what it depends on is another', () => {
    const at = counted();
    at(10);
    expect(at(2, 'b')).toMatchObject({ at: 2, cost: 2, notes: [0, 1, 2] });
  });

  it('keeps few of its states', () => {
    const at = counted();
    const seen = new Set(Array.from({ length: 2001 }, (_, t) => at(t).now));
    const kept = Array.from({ length: 2001 }, (_, t) => at(t).now).filter((state) => seen.has(state));
    expect(kept.length).toBeLessThanOrEqual(42);
  });
});
