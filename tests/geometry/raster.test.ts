import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreOfMass, rasterise, SIDE } from '../../src/lib/geometry/raster';
import type { PenPoint } from '../../src/lib/geometry/strokes';

const point = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.constant(0));
const drawings = fc.array(fc.array(point, { minLength: 2, maxLength: 12 }), { minLength: 1, maxLength: 3 });

/** Rows and columns with any ink. */
function extent(pixels: Float32Array): { columns: number; rows: number } {
  const inked = [...pixels.keys()].filter((at) => (pixels[at] as number) > 0.02);
  const range = (places: number[]) => Math.max(...places) - Math.min(...places) + 1;
  return {
    columns: range(inked.map((at) => at % SIDE)),
    rows: range(inked.map((at) => Math.floor(at / SIDE))),
  };
}

/** The square of a pad's corner, as one stroke. */
const square: PenPoint[] = [
  [10, 10, 0],
  [40, 10, 0],
  [40, 40, 0],
  [10, 40, 0],
  [10, 10, 0],
];

describe('the picture of a drawing, prepared as the digits of MNIST were', () => {
  it('has 28 × 28 pixels with ink from 0 to 1', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const pixels = rasterise(drawing);
        expect(pixels).toHaveLength(784);
        expect(pixels.every((value) => value >= 0 && value <= 1)).toBe(true);
      }),
    );
  });

  it('fits the ink into a box of 20 pixels, which its longer side fills', () => {
    const { columns, rows } = extent(rasterise([square]));
    expect([columns, rows]).toEqual([21, 21]);
    const flat = extent(
      rasterise([
        [
          [0, 50, 0],
          [100, 70, 0],
        ],
      ]),
    );
    expect(flat.columns).toBeLessThanOrEqual(22);
    expect(flat.rows).toBeLessThan(9);
  });

  it('has its centre of mass at the middle of the pixel with index 14', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const [x, y] = centreOfMass(rasterise(drawing));
        expect(x).toBeCloseTo(14.5, 0);
        expect(y).toBeCloseTo(14.5, 0);
      }),
    );
  });

  it('is the same wherever on the pad and however large the drawing is', () => {
    const moved = square.map(([x, y, t]): PenPoint => [2 * x + 15, 2 * y + 5, t]);
    const [a, b] = [rasterise([square]), rasterise([moved])];
    expect(Math.max(...a.map((value, k) => Math.abs(value - (b[k] as number))))).toBeLessThan(1e-6);
  });

  it('draws a line as wide as a pen of 2.3 pixels', () => {
    const pixels = rasterise([
      [
        [0, 0, 0],
        [0, 100, 0],
      ],
    ]);
    const row = pixels.slice(14 * SIDE, 15 * SIDE);
    expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(2.3, 1);
  });

  it('is empty where nothing is drawn, and a dot where one point is', () => {
    expect(rasterise([]).every((value) => value === 0)).toBe(true);
    const dot = rasterise([[[70, 20, 0]]]);
    expect(dot[14 * SIDE + 14]).toBe(1);
    expect(dot.reduce((sum, value) => sum + value, 0)).toBeLessThan(9);
  });
});
