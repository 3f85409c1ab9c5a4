import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { round1, round1Text } from '../../src/lib/geometry/round1';

describe('a place in pixels', () => {
  it('is rounded to the tenth', () => {
    expect([12.34, -0.06, 7].map(round1)).toEqual([12.3, -0.1, 7]);
  });

  it('is written as the rounded number is', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (pixels) => {
        expect(round1Text(pixels)).toBe(String(round1(pixels)));
      }),
    );
    expect([-0.04, 0.04, -0.96, 99.96].map(round1Text)).toEqual(['0', '0', '-1', '100']);
  });
});
