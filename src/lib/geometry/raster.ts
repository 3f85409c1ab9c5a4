import { boxOf, type Drawing } from './strokes';

/** Pixels along a side of the picture, and of the box that the ink is made to fit. */
export const SIDE = 28;
const BOX = 20;
/** Where the ink's centre of mass comes to lie: the middle of the pixel with index 14, as in the digits of MNIST. */
const CENTRE = 14.5;
/** The pen's width in pixels, the median of MNIST's strokes. */
const PEN = 2.3;

/**
 * The ink of each pixel, from 0 to 1, of lines drawn with a round pen; pixel i is the square from i to i + 1.
 * A pixel's ink falls from 1 to 0 over one pixel at the edge of the pen, which smooths the edge.
 */
function ink(drawing: Drawing): Float32Array {
  const pixels = new Float32Array(SIDE * SIDE);
  const reach = PEN / 2 + 0.5;
  const clip = (value: number) => Math.min(SIDE, Math.max(0, value));
  for (const stroke of drawing) {
    stroke.forEach(([ax, ay], i) => {
      const [bx, by] = stroke[i + 1] ?? [ax, ay];
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const [left, right] = [clip(Math.floor(Math.min(ax, bx) - reach)), clip(Math.max(ax, bx) + reach)];
      const [top, bottom] = [clip(Math.floor(Math.min(ay, by) - reach)), clip(Math.max(ay, by) + reach)];
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++) {
          const [px, py] = [column + 0.5 - ax, row + 0.5 - ay];
          const along = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
          const distance = Math.hypot(px - along * dx, py - along * dy);
          const at = row * SIDE + column;
          pixels[at] = Math.max(pixels[at] as number, Math.min(1, Math.max(0, reach - distance)));
        }
      }
    });
  }
  return pixels;
}

/** A drawing enlarged by `scale` about the origin and then shifted. */
const placed = (drawing: Drawing, scale: number, x: number, y: number): Drawing =>
  drawing.map((stroke) => stroke.map(([px, py, t]) => [scale * px + x, scale * py + y, t] as const));

/**
 * A drawing as a picture of 28 × 28 pixels, row by row, ink 1 on paper 0, prepared as the digits of MNIST were: the ink
 * fitted into a box of 20 × 20 pixels without changing its proportions, smoothed at the edges, and its centre of mass
 * put at the centre of the picture. Nothing drawn gives an empty picture. (LeCun, Cortes and Burges 1998.)
 */
export function rasterise(drawing: Drawing): Float32Array {
  const box = boxOf(drawing);
  if (box === null) return new Float32Array(SIDE * SIDE);
  const size = Math.max(box.width, box.height);
  const scale = size > 0 ? (BOX - PEN) / size : 1;
  const x = SIDE / 2 - scale * (box.left + box.width / 2);
  const y = SIDE / 2 - scale * (box.top + box.height / 2);
  const [mx, my] = centreOfMass(ink(placed(drawing, scale, x, y)));
  return ink(placed(drawing, scale, x + CENTRE - mx, y + CENTRE - my));
}

/** Where the ink balances: x, y in pixels from the upper left corner. The middle of an empty picture. */
export function centreOfMass(pixels: Float32Array): [number, number] {
  let [mass, x, y] = [0, 0, 0];
  pixels.forEach((value, at) => {
    mass += value;
    x += value * ((at % SIDE) + 0.5);
    y += value * (Math.floor(at / SIDE) + 0.5);
  });
  return mass > 0 ? [x / mass, y / mass] : [SIDE / 2, SIDE / 2];
}
