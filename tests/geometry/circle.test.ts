import { describe, expect, it } from 'vitest';
import { arcPoints, degreesOf, keyTurn, onCircle, wrapDegrees } from '../../src/lib/geometry/circle';

const key = (name: string, { shiftKey = false, altKey = false } = {}) => ({ key: name, shiftKey, altKey });

describe('angles on a circle', () => {
  it.each([-179, -90, 0, 45.5, 180])('come back from the place at %s degrees', (degrees) => {
    expect(degreesOf(onCircle(degrees, 0.3))).toBeCloseTo(degrees, 12);
  });

  it.each([
    [190, -170],
    [-180, 180],
    [540, 180],
    [-725, -5],
    [180, 180],
  ])('of %s degrees are %s', (given, same) => {
    expect(wrapDegrees(given)).toBeCloseTo(same, 12);
  });
});

describe('an arc', () => {
  it('goes the way of its numbers, past 180 degrees too', () => {
    const points = arcPoints(170, 200, 2);
    expect(degreesOf(points[0] ?? [0, 0])).toBeCloseTo(170, 9);
    expect(degreesOf(points.at(-1) ?? [0, 0])).toBeCloseTo(-160, 9);
    for (const [x, y] of points) expect(Math.hypot(x, y)).toBeCloseTo(2, 12);
  });
});

describe('a key', () => {
  it('turns counter-clockwise to the right and upwards, and goes on past 180', () => {
    expect(keyTurn(key('ArrowRight'), 10)).toBe(12);
    expect(keyTurn(key('ArrowUp', { shiftKey: true }), 175)).toBe(-175);
  });

  it('turns by a whole degree with Alt, which is as fine as an angle is kept', () => {
    expect(keyTurn(key('ArrowLeft', { altKey: true }), 0)).toBe(-1);
  });

  it('turns by ten degrees as Page Up and Page Down, and to the ends of the range as Home and End', () => {
    const turn = (name: string) => keyTurn(key(name), 5);
    expect(['PageUp', 'PageDown', 'Home', 'End'].map(turn)).toEqual([15, -5, -180, 180]);
  });

  it('that is no arrow does nothing', () => {
    expect(keyTurn(key('Tab'), 10)).toBeNull();
  });
});
