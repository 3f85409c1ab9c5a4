import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { namesApart } from '../../src/lib/geometry/names-apart';

const LINE = 0.1;

describe('names beside their places', () => {
  it('stay where they are as long as none covers another', () => {
    const names = [
      { at: [0, 0], width: 1 },
      { at: [0, 0.2], width: 1 },
      { at: [2, 0.01], width: 1 },
    ] as const;
    expect(namesApart(names, LINE)).toEqual([0, 0.2, 0.01]);
  });

  it('give way to each other by no more than a line needs', () => {
    const names = [
      { at: [0, 0.04], width: 1 },
      { at: [0.5, 0], width: 1 },
    ] as const;
    expect(namesApart(names, LINE)).toEqual([0.1, 0]);
  });

  it('never cover each other, wherever their places are', () => {
    const place = fc.record({
      at: fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
      width: fc.double({ min: 0.1, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (names) => {
        const heights = namesApart(names, LINE);
        for (const [i, a] of names.entries())
          for (const [j, b] of names.entries()) {
            const besides = a.at[0] >= b.at[0] + b.width || b.at[0] >= a.at[0] + a.width;
            const apart = Math.abs((heights[i] ?? NaN) - (heights[j] ?? NaN)) >= LINE - 1e-6;
            expect(i === j || besides || apart).toBe(true);
          }
      }),
      { seed: 7 },
    );
  });
});
