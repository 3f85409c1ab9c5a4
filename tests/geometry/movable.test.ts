import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/lib/geometry/frame';
import { constrain, keyNumber, keyStep, opposite, type Axis } from '../../src/lib/geometry/movable';

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

  it('goes far as Page Up and Page Down, upwards or along the axis, and to the ends of the axis as Home and End', () => {
    const names = ['PageUp', 'PageDown', 'Home', 'End'];
    const takesTo = (axis: Axis) => names.map((name) => keyStep(key(name), [1, 0.5], span, axis));
    const rounded = (points: (Point | null)[]) =>
      points.map((point) => point?.map((value) => Number(value.toFixed(9))));
    expect(rounded(takesTo('both'))).toEqual([
      [1, 0.7],
      [1, 0.3],
      [-2, 0.5],
      [2, 0.5],
    ]);
    expect(rounded(takesTo('x'))).toEqual([
      [1.4, 0.5],
      [0.6, 0.5],
      [-2, 0.5],
      [2, 0.5],
    ]);
    expect(rounded(takesTo('y'))).toEqual([
      [1, 0.7],
      [1, 0.3],
      [1, -1],
      [1, 1],
    ]);
  });

  it('goes by the number where that falls along the axis, but an arrow where it points', () => {
    const names = ['Home', 'End', 'PageUp', 'PageDown', 'ArrowUp'];
    expect(names.map((name) => opposite(key(name)).key)).toEqual([
      'End',
      'Home',
      'PageDown',
      'PageUp',
      'ArrowUp',
    ]);
  });

  it('changes a number by a step, a fine one with Alt, a coarse one with Shift, and goes to its ends', () => {
    const steps = { plain: 2, fine: 1, coarse: 10 };
    const change = (name: string, held = {}) => keyNumber(key(name, held), 5, [0, 20], steps);
    expect([change('ArrowUp'), change('ArrowLeft')]).toEqual([7, 3]);
    expect([change('ArrowRight', { altKey: true }), change('ArrowDown', { shiftKey: true })]).toEqual([
      6, -5,
    ]);
    expect(['PageUp', 'PageDown', 'Home', 'End', 'a'].map((name) => change(name))).toEqual([
      15,
      -5,
      0,
      20,
      null,
    ]);
  });
});

describe('every hand', () => {
  const anywhere = fc.double({ min: -9, max: 9, noNaN: true });
  const place = fc.tuple(anywhere, anywhere);

  it('leaves a point in its span, and where it was asked to go if that lies there', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        const [x, y] = constrain('both', from, to, span);
        expect(Math.abs(x)).toBeLessThanOrEqual(2);
        expect(Math.abs(y)).toBeLessThanOrEqual(1);
        if (Math.abs(to[0]) <= 2 && Math.abs(to[1]) <= 1) expect([x, y]).toEqual(to);
      }),
      { seed: 3 },
    );
  });

  it('keeps the coordinate that its axis does not move', () => {
    expect(constrain('x', [1, 1], [1.5, 5], span)).toEqual([1.5, 1]);
    expect(constrain('y', [1, 1], [5, 0.5], span)).toEqual([1, 0.5]);
  });
});
