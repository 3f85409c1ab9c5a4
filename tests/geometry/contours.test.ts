import { describe, expect, it } from 'vitest';
import {
  contoursOf,
  descentPath,
  directionField,
  landscapeOf,
  levelsOf,
  planeField,
} from '../../src/lib/geometry/contours';
import type { Point } from '../../src/lib/geometry/frame';

const span = { x: [-2, 2], y: [-1.5, 1.5] } as const;
const bowl = (x: number, y: number) => (x - 0.5) ** 2 + y ** 2;
const isInside = ([x, y]: Point) => Math.abs(x) < 2 && Math.abs(y) < 1.5;

describe('a field of the plane', () => {
  it('has about 2,500 cells, all of the rectangle and one cell beyond it', () => {
    const { columns, rows, place } = planeField(span, bowl);
    expect((columns - 2) * (rows - 2)).toBeGreaterThan(2300);
    expect((columns - 2) * (rows - 2)).toBeLessThan(2700);
    expect(place(1, 1)).toEqual([-2, -1.5]);
    expect(place(columns - 1, rows - 1)).toEqual([2, 1.5]);
  });

  it('has its values in the middle of the cells', () => {
    const { columns, values, place } = planeField(span, bowl);
    const [column, row] = [17, 5];
    expect(values[row * columns + column]).toBeCloseTo(bowl(...place(column + 0.5, row + 0.5)), 12);
  });
});

describe('the levels', () => {
  it('are evenly spaced round numbers above the lowest and up to the highest value, or powers of such', () => {
    expect(levelsOf([0, 1.1], 2)).toEqual([0.01, 0.04, 0.09, 0.16, 0.25, 0.36, 0.49, 0.64, 0.81, 1]);
    expect(levelsOf([0, 1.1], 1)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1]);
    expect(levelsOf([1, 4], 2)[0]).toBeGreaterThan(1);
  });

  it('are none where the land is flat', () => {
    expect(levelsOf([0, 0], 2)).toEqual([]);
    expect(levelsOf([2, 2], 1)).toEqual([]);
  });
});

describe('a line of equal value', () => {
  const landscape = landscapeOf(planeField(span, bowl));

  it('has the value of its level at each of its places', () => {
    const lines = contoursOf(landscape);
    expect(lines.map(({ level }) => level)).toEqual(landscape.levels);
    for (const { level, rings } of lines) {
      const inside = rings.flat().filter(isInside);
      expect(inside.length).toBeGreaterThan(5);
      for (const [x, y] of inside) expect(bowl(x, y)).toBeCloseTo(level, 2);
    }
  });

  it('is perpendicular to the gradient', () => {
    for (const { rings } of contoursOf(landscape)) {
      for (const ring of rings) {
        ring.slice(1).forEach((b, i) => {
          const a = ring[i] as Point;
          if (!isInside(a) || !isInside(b) || Math.hypot(b[0] - a[0], b[1] - a[1]) < 0.01) return;
          const [mx, my] = [(a[0] + b[0]) / 2 - 0.5, (a[1] + b[1]) / 2];
          const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
          const cosine = (mx * dx + my * dy) / (Math.hypot(mx, my) * Math.hypot(dx, dy));
          expect(Math.abs(cosine)).toBeLessThan(0.25);
        });
      }
    }
  });

  it('is a ray where the value depends on the direction alone', () => {
    const { field, levels, ...rest } = landscapeOf(
      directionField(2, (degrees) => 1 - Math.cos((degrees * Math.PI) / 180)),
    );
    const lines = contoursOf({ field, levels, ...rest });
    expect(lines.length).toBeGreaterThan(5);
    for (const { level, rings } of lines) {
      const away = rings.flat().filter(([x, y]) => Math.hypot(x, y) > 0.01 && Math.hypot(x, y) < 1.9);
      expect(away.length).toBeGreaterThan(0);
      for (const [x, y] of away) expect(1 - x / Math.hypot(x, y)).toBeCloseTo(level, 2);
    }
  });
});

describe('what is said of a landscape', () => {
  it('is where it is lowest and highest', () => {
    const { lowest, highest, free } = landscapeOf(planeField(span, bowl));
    expect(lowest.at[0]).toBeCloseTo(0.5, 1);
    expect(lowest.at[1]).toBeCloseTo(0, 1);
    expect(highest.at[0]).toBeLessThan(-1.9);
    expect(free).toBe(0);
  });

  it('is how much of it costs nothing', () => {
    const { free } = landscapeOf(planeField(span, (x) => Math.max(0, x)));
    expect(free).toBeCloseTo(0.5, 2);
  });

  it('takes what lies below zero for zero', () => {
    const { lowest, levels, free } = landscapeOf(planeField(span, (x) => x));
    expect(lowest.value).toBe(0);
    expect(Math.min(...levels)).toBeGreaterThan(0);
    expect(free).toBeCloseTo(0.5, 2);
  });
});

describe('the way of steepest descent', () => {
  const rules = { step: 0.05, most: 400, inside: (at: Point) => at };
  const slopeAt = ([x, y]: Point) => ({ value: x * x + 4 * y * y, gradient: [2 * x, 8 * y] as const });

  it('goes down at every step, to the lowest place', () => {
    const path = descentPath([1, 1], slopeAt, rules);
    path.slice(1).forEach((at, i) => expect(slopeAt(at).value).toBeLessThan(slopeAt(path[i] as Point).value));
    expect(Math.hypot(...(path.at(-1) as Point))).toBeLessThan(0.02);
  });

  it('begins along the gradient', () => {
    const [[x, y] = [0, 0], [u, v] = [0, 0]] = descentPath([1, 1], slopeAt, rules);
    expect((v - y) / (u - x)).toBeCloseTo(4, 9);
  });

  it('stays where the land is flat', () => {
    expect(descentPath([1, 1], () => ({ value: 0, gradient: [0, 0] }), rules)).toEqual([[1, 1]]);
  });
});
