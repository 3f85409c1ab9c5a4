import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/lib/geometry/frame';
import { simplify } from '../../src/lib/geometry/simplify';

/** How far a place is from a stretch of a line. */
function away([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / square));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/** How far the furthest place of a line is from another line. */
function furthest(places: readonly Point[], line: readonly Point[]): number {
  const stretches = line.slice(1).map((end, i) => [line[i] as Point, end] as const);
  return Math.max(0, ...places.map((place) => Math.min(...stretches.map(([a, b]) => away(place, a, b)))));
}

const curve = (count: number, at: (t: number) => Point) =>
  Array.from({ length: count + 1 }, (_, i) => at(i / count));

describe('a simplified line', () => {
  it('keeps the ends of a straight line, and nothing between', () => {
    expect(simplify(curve(100, (t) => [300 * t, 20 - 40 * t]))).toEqual([
      [0, 20],
      [300, -20],
    ]);
  });

  it('keeps a corner where it is, and where a line turns back', () => {
    const corner = curve(100, (t) => [400 * t, Math.max(0, 100 - 400 * t)]);
    expect(simplify(corner)).toEqual([
      [0, 100],
      [100, 0],
      [400, 0],
    ]);
    expect(
      simplify([
        [0, 0],
        [50, 0],
        [20, 0],
      ]),
    ).toEqual([
      [0, 0],
      [50, 0],
      [20, 0],
    ]);
  });

  it('is as it was where there is nothing to leave out', () => {
    expect(simplify([])).toEqual([]);
    expect(simplify([[1, 2]])).toEqual([[1, 2]]);
  });

  it('takes a fraction of the places of a curve', () => {
    const circle = curve(360, (t) => [200 * Math.cos(2 * Math.PI * t), 200 * Math.sin(2 * Math.PI * t)]);
    expect(simplify(circle).length).toBeLessThan(150);
    expect(simplify(circle).length).toBeGreaterThan(40);
  });

  it('is nowhere further than a tenth of a pixel from a place that was left out', () => {
    const step = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(step, step), { minLength: 2, maxLength: 60 }), (steps) => {
        const places: Point[] = [[0, 0]];
        for (const [dx, dy] of steps) {
          const [x, y] = places.at(-1) ?? [0, 0];
          places.push([x + dx, y + dy]);
        }
        expect(furthest(places, simplify(places))).toBeLessThanOrEqual(0.1 + 1e-9);
      }),
      { seed: 5 },
    );
    const wave = curve(200, (t) => [400 * t, 100 * Math.sin(9 * t)]);
    expect(furthest(wave, simplify(wave))).toBeLessThanOrEqual(0.1 + 1e-9);
  });
});
