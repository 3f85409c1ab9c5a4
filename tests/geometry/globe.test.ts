import { describe, expect, it } from 'vitest';
import { frame } from '../../src/lib/geometry/frame';
import { areaWithin, capAround, globe, GRATICULE, lineThrough } from '../../src/lib/geometry/globe';
import { eyeAbove, fromDegrees, isNear, project, travel } from '../../src/lib/geometry/sphere';

const NO_INSETS = { left: 0, right: 0, top: 0, bottom: 0 };
/** A sphere 200 pixels wide in the middle of a picture. */
const picture = frame([-1.2, 1.2], [-1.2, 1.2], 240, 240, NO_INSETS);
const center = [20, 30] as const;
const { near, far } = globe(picture, center);
const eye = eyeAbove(center);
const antipode = [-160, -30] as const;

const places = (d: string) =>
  [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
const fromMiddle = (d: string) => places(d).map(([x, y]) => Math.hypot(x - 120, y - 120));
/** The area of a polygon, in pixels. */
const area = (d: string) =>
  Math.abs(
    places(d).reduce((sum, [x, y], i, all) => {
      const [u, v] = all[(i + 1) % all.length] ?? [0, 0];
      return sum + (x * v - y * u) / 2;
    }, 0),
  );

describe('a line on the sphere', () => {
  it('is drawn where its points are seen, on the side where they are', () => {
    for (const degrees of [
      [20, 30],
      [-30, 10],
      [150, -20],
      [200, 5],
    ] as const) {
      const p = fromDegrees(degrees);
      const side = isNear(eye, p) ? near : far;
      const [[x, y] = [NaN, NaN]] = places(side(lineThrough([p, travel(p, 0, 0.01)])));
      const [u, v] = project(eye, p);
      expect(x).toBeCloseTo(picture.toX(u), 0);
      expect(y).toBeCloseTo(picture.toY(v), 0);
    }
  });

  it('is cut at the rim, where the other side goes on', () => {
    const shape = lineThrough([fromDegrees(center), travel(fromDegrees(center), 0, 2)]);
    const [end, start] = [places(near(shape)).at(-1), places(far(shape))[0]];
    expect(Math.hypot((end?.[0] ?? 0) - 120, (end?.[1] ?? 0) - 120)).toBeCloseTo(100, 0);
    expect(end?.[0]).toBeCloseTo(start?.[0] ?? NaN, 0);
    expect(end?.[1]).toBeCloseTo(start?.[1] ?? NaN, 0);
  });

  it('never leaves the disc', () => {
    for (const r of [...fromMiddle(near(GRATICULE)), ...fromMiddle(far(GRATICULE))]) {
      expect(r).toBeLessThanOrEqual(100.1);
    }
  });
});

describe('an area of the sphere', () => {
  it('is all of a cap that lies in front, and nothing of one behind', () => {
    expect(Math.max(...fromMiddle(near(capAround(fromDegrees(center), 0.5))))).toBeCloseTo(
      100 * Math.sin(0.5),
      0,
    );
    expect(near(capAround(fromDegrees(antipode), 0.5))).toBe('');
    expect(far(capAround(fromDegrees(antipode), 0.5))).not.toBe('');
  });

  it('follows the rim where it goes on behind', () => {
    const beside = travel(fromDegrees(center), 0, Math.PI / 2);
    expect(area(near(capAround(beside, 0.5)))).toBeCloseTo(1e4 * (0.5 - Math.sin(0.5) * Math.cos(0.5)), -2);
  });

  it('lies on the left of its border, however large it is', () => {
    const around = (theta: number) =>
      Array.from({ length: 73 }, (_, i) => travel(fromDegrees(center), (i * Math.PI) / 36, theta));
    expect(area(near(areaWithin(around(0.5))))).toBeCloseTo(1e4 * Math.PI * Math.sin(0.5) ** 2, -2);
    expect(area(near(areaWithin(around(2))))).toBeCloseTo(1e4 * Math.PI, -3);
  });
});
