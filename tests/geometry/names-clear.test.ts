import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesClear, type Box } from '../../src/lib/geometry/names-clear';

const LINE = 0.1;
const ROOM: Box = [-1, -1, 1, 1];
const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) *
  Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));

describe('names beside their places', () => {
  it('stand right beside them where nothing is in the way', () => {
    const [name] = namesClear([{ at: [0, 0], width: 0.3 }], LINE, [], ROOM);
    expect(name?.box.map((value) => value.toFixed(2))).toEqual(['0.03', '-0.05', '0.33', '0.05']);
    expect(name?.end[0]).toBeCloseTo(0.03);
  });

  it('give way to what should not be covered', () => {
    const other: Box = [0.05, -0.1, 0.4, 0.1];
    const [name] = namesClear([{ at: [0, 0], width: 0.3 }], LINE, [other], ROOM);
    expect(overlap(name?.box ?? other, other)).toBe(0);
  });

  it('stay in the picture', () => {
    const [name] = namesClear([{ at: [0.9, 0.98], width: 0.3 }], LINE, [], ROOM);
    const [, , right = NaN, high = NaN] = name?.box ?? [];
    expect(Math.max(right, high)).toBeLessThanOrEqual(1);
  });

  it('cover next to nothing of each other, even ten that belong to one place', () => {
    const coordinate = fc.double({ min: -0.3, max: 0.3, noNaN: true });
    const place = fc.record({
      at: fc.tuple(coordinate, coordinate),
      width: fc.double({ min: 0.1, max: 0.3, noNaN: true }),
    });
    const places = fc.oneof(
      fc.array(place, { maxLength: 10 }),
      place.map((one) => Array.from({ length: 10 }, () => one)),
    );
    fc.assert(
      fc.property(places, (names) => {
        const boxes = namesClear(names, LINE, [], ROOM).map(({ box }) => box);
        expect(boxes).toHaveLength(names.length);
        for (const [i, a] of boxes.entries())
          for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBeLessThan(0.05 * LINE ** 2);
      }),
      { seed: 7 },
    );
  });
});
