import { describe, expect, it } from 'vitest';
import { shadesOf } from '../../src/lib/geometry/pixels';

describe('the shades of a picture', () => {
  it('join neighbouring pixels of a row into one line', () => {
    expect(shadesOf([0, 1, 1, 0, 0, 0, 1, 0, 1], 3)).toEqual([{ ink: 1, d: 'M1 0.5h2M0 2.5h1M2 2.5h1' }]);
  });

  it('are one path for each shade of ink, to the nearest fifth', () => {
    const shades = shadesOf([0.21, 0.61, 0.05, 0.6], 2);
    expect(shades).toEqual([
      { ink: 0.2, d: 'M0 0.5h1' },
      { ink: 0.6, d: 'M1 0.5h1M1 1.5h1' },
    ]);
  });

  it('are none where there is no ink', () => {
    expect(shadesOf(new Float32Array(784), 28)).toEqual([]);
  });
});
