import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowPoints, arrowsPath } from '../../src/lib/geometry/arrow';
import { equalHeight, frame } from '../../src/lib/geometry/frame';
import { pathOf, polylines } from '../../src/lib/geometry/polyline';
import { niceEnd } from '../../src/lib/geometry/nice';
import { dotsPaths, SHAPE_NAMES } from '../../src/lib/geometry/shapes';
import { formatPoint } from '../../src/lib/geometry/format-point';

const insets = { left: 40, right: 10, top: 20, bottom: 30 };
const x = [-2, 2] as const;
const y = [-1, 3] as const;
const plane = frame(x, y, 480, equalHeight(x, y, 480, insets), insets);

describe('a frame', () => {
  it('has equal scales where a circle must be a circle', () => {
    expect(plane.toX(1) - plane.toX(0)).toBeCloseTo(plane.toY(0) - plane.toY(1));
  });

  it('lets y grow upwards', () => {
    expect(plane.toY(1)).toBeLessThan(plane.toY(0));
  });

  it('finds a place back from its pixels', () => {
    const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, (a, b) => {
        const [u, v] = plane.fromPixel(plane.toX(a), plane.toY(b));
        expect(u).toBeCloseTo(a, 9);
        expect(v).toBeCloseTo(b, 9);
      }),
      { seed: 4 },
    );
  });
});

describe('a line', () => {
  it('is interrupted at a point without a place, and none where a place is alone', () => {
    const broken = [
      [0, 0],
      [0, 1],
      [1, NaN],
      [1, 1],
      [2, 1],
      [2, NaN],
      [0, 1],
    ] as const;
    const pieces = polylines(plane, broken);
    expect(pieces).toHaveLength(2);
    expect(pieces.join()).not.toMatch(/NaN/);
    expect(pathOf(pieces)).toBe(`M${pieces[0]}M${pieces[1]}`);
    expect(polylines(plane, [])).toEqual([]);
  });

  it('has its places in pixels', () => {
    const corner = plane.fromPixel(100.123, 50);
    expect(polylines(plane, [corner, plane.fromPixel(7, 8)])).toEqual(['100.1,50 7,8']);
  });

  it('ends far out where a place is farther than a browser can read', () => {
    const [line = ''] = polylines(plane, [
      [0, 0],
      [0, 1e60],
    ]);
    expect(line.split(/[ ,]/).map(Number).every(Number.isFinite)).toBe(true);
    expect(line).toMatch(/,-100000$/);
  });

  it('of an arrow goes to the tip, to both ends of the head, and is empty without a length', () => {
    expect(arrowPoints([5, 5], [5, 5])).toBe('');
    expect(arrowPoints([5, 5], [NaN, 5])).toBe('');
    expect(arrowPoints([0, 0], [30, 0])).toMatch(/^0,0 30,0 \S+ 30,0 \S+$/);
  });

  it('of an arrow has a head of eleven pixels, half as wide as it is long and smaller on a short one', () => {
    const head = (length: number) => {
      const [, , [x, y] = [NaN, NaN], , [u, v] = [NaN, NaN]] = arrowPoints([0, 0], [length, 0])
        .split(' ')
        .map((place) => place.split(',').map(Number));
      expect([u, v]).toEqual([x, -(y ?? NaN)]);
      return { along: length - (x ?? NaN), across: Math.abs(y ?? NaN) };
    };
    expect(Math.hypot(head(30).along, head(30).across)).toBeCloseTo(11, 1);
    expect(head(30).across / head(30).along).toBeCloseTo(0.48, 1);
    expect(Math.hypot(head(10).along, head(10).across)).toBeCloseTo(6, 1);
  });
});

describe('a path', () => {
  it('of many arrows has its places to a tenth of a pixel', () => {
    const [[x = NaN, y = NaN] = []] = [plane.fromPixel(100.123, 50)];
    expect(arrowsPath(plane, [x, y], [0.5, 0])).toMatch(/^M100\.1,50L/);
    expect(arrowsPath(plane, [x, y], [0, 0])).toBe('');
  });

  it('differs in shape for each class, so that colour is not needed to tell them', () => {
    const classes = SHAPE_NAMES.map((_, label) => label);
    const outlines = dotsPaths(plane, new Float64Array(2 * classes.length), classes, 5);
    expect(new Set(outlines).size).toBe(SHAPE_NAMES.length);
    expect(dotsPaths(plane, [0, 0], [2], 5)).toMatchObject(['', '', /^M/]);
  });
});

describe('a place in words', () => {
  it('has a real minus sign, and no minus before zero', () => {
    expect(formatPoint([-0.3, -0.001])).toBe('−0.30, 0.00');
  });
});

describe('the end of an axis', () => {
  it('is 1, 2 or 5 times a power of ten', () => {
    expect([0, 50, 51, 120, 501].map((value) => niceEnd(value, 50))).toEqual([50, 50, 100, 200, 1000]);
    expect([0, 0.4, 0.6].map((value) => niceEnd(value, 0.01))).toEqual([0.01, 0.5, 1]);
  });
});
