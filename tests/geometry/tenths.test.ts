import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tenths, tenthsText } from '../../src/lib/geometry/tenths';

describe('a place in pixels', () => {
  it('is rounded to the tenth', () => {
    expect([12.34, -0.06, 7].map(tenths)).toEqual([12.3, -0.1, 7]);
  });

  it('is written as the rounded number is', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (pixels) => {
        expect(tenthsText(pixels)).toBe(String(tenths(pixels)));
      }),
    );
    expect([-0.04, 0.04, -0.96, 99.96].map(tenthsText)).toEqual(['0', '0', '-1', '100']);
  });
});
