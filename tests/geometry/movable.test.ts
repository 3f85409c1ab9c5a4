import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/lib/geometry/frame';
import { along, keyStep, pick, within } from '../../src/lib/geometry/movable';

const span = { x: [-2, 2], y: [-1, 1] } as const;
const key = (name: string, held: { shiftKey?: boolean; altKey?: boolean } = {}) => ({
  key: name,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('an arrow key', () => {
  it('moves a point a fiftieth of the span, a tenth with Shift, a two-hundredth with Alt', () => {
    expect(keyStep(key('ArrowRight'), [0, 0], span, 'both')?.[0]).toBeCloseTo(0.08);
    expect(keyStep(key('ArrowRight', { shiftKey: true }), [0, 0], span, 'both')?.[0]).toBeCloseTo(0.4);
    expect(keyStep(key('ArrowRight', { altKey: true }), [0, 0], span, 'both')?.[0]).toBeCloseTo(0.02);
  });

  it('moves upwards what lies upwards', () => {
    expect(keyStep(key('ArrowUp'), [0, 0], span, 'both')?.[1]).toBeGreaterThan(0);
  });

  it('moves a point on one axis with either pair of arrows, as on a slider', () => {
    expect(keyStep(key('ArrowUp'), [0, 0.5], span, 'x')).toEqual([0.08, 0.5]);
    expect(keyStep(key('ArrowLeft'), [0, 0], span, 'y')?.[1]).toBeLessThan(0);
  });

  it('is left alone when it is not an arrow', () => {
    expect(keyStep(key('a'), [0, 0], span, 'both')).toBeNull();
  });

  it('never takes a point out of its span', () => {
    const names = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown');
    const inside = fc.tuple(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(names, inside, fc.boolean(), (name, at, shiftKey) => {
        const next = keyStep(key(name, { shiftKey }), at, span, 'both') as Point;
        expect(within(next, span)).toEqual(next);
      }),
      { seed: 3 },
    );
  });
});

describe('a drag', () => {
  it('keeps the coordinate that its axis does not move', () => {
    expect(along('x', [1, 1], [5, 5])).toEqual([5, 1]);
    expect(along('y', [1, 1], [5, 5])).toEqual([1, 5]);
  });
});

describe('a press', () => {
  const handles: Point[] = [
    [10, 10],
    [100, 100],
    [101, 100],
  ];

  it('takes the nearest handle within reach, and none beyond it', () => {
    expect(pick([14, 10], handles, 26, null)).toBe(0);
    expect(pick([50, 50], handles, 26, null)).toBeNull();
  });

  it('takes one after the other of handles that lie on each other', () => {
    expect(pick([100, 100], handles, 26, null)).toBe(1);
    expect(pick([100, 100], handles, 26, 1)).toBe(2);
    expect(pick([100, 100], handles, 26, 2)).toBe(1);
  });
});
