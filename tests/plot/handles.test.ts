import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame, type Point } from '../../src/lib/geometry/frame';
import { pick, pointsNear } from '../../src/lib/plot/handles';

describe('a press among handles', () => {
  const handles: Point[] = [
    [10, 10],
    [100, 100],
    [101, 100],
  ];
  const [first, second, third] = handles as [Point, Point, Point];
  const take = (press: Point, last: Point | null = null) => pick(press, handles, (handle) => handle, last);

  it('takes the nearest, and none where there are none', () => {
    expect(take([14, 10])).toBe(first);
    expect(take([80, 90])).toBe(second);
    expect(pick([0, 0], [], (handle: Point) => handle, null)).toBeNull();
  });

  it('takes one after the other of handles that lie on each other', () => {
    expect(take([100, 100])).toBe(second);
    expect(take([100, 100], second)).toBe(third);
    expect(take([100, 100], third)).toBe(second);
  });
});

describe('points near a press', () => {
  const plane = frame([-2, 2], [-2, 2], 400, 400, { left: 0, right: 0, top: 0, bottom: 0 });

  it('are those within reach of it, in pixels, in their order', () => {
    const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
    const places = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 40 });
    const pixel = fc.double({ min: 0, max: 400, noNaN: true });
    fc.assert(
      fc.property(places, fc.tuple(pixel, pixel), (points, press) => {
        const within = points.flatMap(([x, y], i) =>
          Math.hypot(plane.toX(x) - press[0], plane.toY(y) - press[1]) <= 60 ? [i] : [],
        );
        expect(pointsNear(points.flat(), plane)(press, 60)).toEqual(within);
      }),
      { seed: 5 },
    );
  });

  it('are all of those that lie on each other', () => {
    expect(pointsNear([0, 0, 1, 1, 0, 0], plane)([200, 200], 10)).toEqual([0, 2]);
  });
});
