import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf, resample, strokesPath, thinOut, type PenPoint } from '../../src/lib/geometry/strokes';

const pen = fc.tuple(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 9 }),
);
/** Strokes whose time goes on. */
const strokes = fc.array(pen, { minLength: 1, maxLength: 40 }).map((steps) => {
  let clock = 0;
  return steps.map(([x, y, passed]): PenPoint => [x, y, (clock += passed)]);
});

describe('a simplified stroke', () => {
  it('keeps its ends and invents no point', () => {
    fc.assert(
      fc.property(strokes, (stroke) => {
        const simple = thinOut(stroke, 2);
        expect(simple[0]).toEqual(stroke[0]);
        expect(simple.at(-1)).toEqual(stroke.at(-1));
        for (const point of simple) expect(stroke).toContain(point);
      }),
    );
  });

  it('passes no point at more than the tolerance', () => {
    const away = ([px, py]: PenPoint, [ax, ay]: PenPoint, [bx, by]: PenPoint) => {
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const share = length > 0 ? Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length)) : 0;
      return Math.hypot(px - ax - share * dx, py - ay - share * dy);
    };
    fc.assert(
      fc.property(strokes, (stroke) => {
        const simple = thinOut(stroke, 2);
        for (const point of stroke) {
          const nearest = Math.min(...simple.map((start, i) => away(point, start, simple[i + 1] ?? start)));
          expect(nearest).toBeLessThanOrEqual(2 + 1e-9);
        }
      }),
    );
  });

  it('loses the points of a straight line, unless the pen changed its speed there', () => {
    const line: PenPoint[] = [
      [0, 0, 0],
      [10, 0, 50],
      [20, 0, 60],
    ];
    expect(thinOut(line, 1)).toHaveLength(2);
    expect(thinOut(line, 1, 1)).toHaveLength(3);
  });
});

describe('a resampled drawing', () => {
  it('has the places of the pen at evenly spaced times', () => {
    const moments = resample(
      [
        [
          [0, 0, 0],
          [10, 0, 10],
          [10, 30, 40],
        ],
      ],
      5,
    );
    expect(moments.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
      [10, 20],
      [10, 30],
    ]);
  });

  it('knows that the pen was lifted between two strokes', () => {
    const moments = resample(
      [
        [
          [0, 0, 0],
          [10, 0, 10],
        ],
        [
          [30, 0, 30],
          [40, 0, 40],
        ],
      ],
      5,
    );
    expect(moments.map(({ x }) => x)).toEqual([0, 10, 20, 30, 40]);
    expect(moments.map(({ down }) => down)).toEqual([true, true, false, false, true]);
  });

  it('is finite and as long as asked for any strokes, even without time or length', () => {
    fc.assert(
      fc.property(fc.array(strokes, { minLength: 1, maxLength: 3 }), (drawing) => {
        const still = drawing.map((stroke) => stroke.map(([x, y]): PenPoint => [x, y, 0]));
        for (const moments of [resample(drawing, 17), resample(still, 17)]) {
          expect(moments).toHaveLength(17);
          expect(moments.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
        }
      }),
    );
    expect(resample([[[3, 4, 0]]], 3)).toEqual(Array(3).fill({ x: 3, y: 4, down: true }));
    expect(resample([], 3)).toEqual([]);
  });
});

describe('strokes', () => {
  it('have the smallest box around all of their points, and none without points', () => {
    const drawing: PenPoint[][] = [[[3, 9, 0]], [[7, 4, 1]]];
    expect(boxOf(drawing)).toEqual({ left: 3, top: 4, width: 4, height: 5 });
    expect(boxOf([])).toBeNull();
  });

  it('are a path with a piece for each stroke, a dot for a stroke of one point', () => {
    expect(
      strokesPath([
        [[1, 2, 0]],
        [
          [3, 4, 0],
          [5, 6, 0],
        ],
        [],
      ]),
    ).toBe('M1 2h0M3 4L5 6');
  });
});
