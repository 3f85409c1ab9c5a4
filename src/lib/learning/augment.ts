/** What two views of one digit may differ in. */
interface Differences {
  rotate: 'none' | 'little' | 'any';
  shift: boolean;
  thick: boolean;
}

/** Sets of differences, from none to any turn. */
export const DIFFERENCES = {
  none: { rotate: 'none', shift: false, thick: false },
  shift: { rotate: 'none', shift: true, thick: false },
  little: { rotate: 'little', shift: true, thick: true },
  any: { rotate: 'any', shift: true, thick: true },
} as const satisfies Record<string, Differences>;

export type Augmentation = keyof typeof DIFFERENCES;

/** Degrees that a view is turned at most, to either side. */
const TURNS = { none: 0, little: 25, any: 180 };
/** How far it is shifted at most, as a share of its side: one and a half of 14 pixels. */
const SHIFT = 1.5 / 14;

type Pixels = ArrayLike<number>;

const sideOf = (pixels: Pixels) => Math.sqrt(pixels.length);

const at = (pixels: Pixels, side: number, x: number, y: number) =>
  x < 0 || y < 0 || x >= side || y >= side ? 0 : (pixels[y * side + x] ?? 0);

/** The grey at a place between pixels. */
function between(pixels: Pixels, side: number, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [x - left, y - top];
  return (
    (1 - v) * ((1 - u) * at(pixels, side, left, top) + u * at(pixels, side, left + 1, top)) +
    v * ((1 - u) * at(pixels, side, left, top + 1) + u * at(pixels, side, left + 1, top + 1))
  );
}

/** The darkest or the lightest of a pixel and its four neighbours. */
function extreme(pixels: Pixels, of: (...greys: number[]) => number): Float32Array {
  const side = sideOf(pixels);
  return Float32Array.from({ length: pixels.length }, (_, k) => {
    const [x, y] = [k % side, Math.floor(k / side)];
    return of(
      at(pixels, side, x, y),
      at(pixels, side, x - 1, y),
      at(pixels, side, x + 1, y),
      at(pixels, side, x, y - 1),
      at(pixels, side, x, y + 1),
    );
  });
}

/** Strokes made thicker, for an amount above 0 up to 1, or thinner, below 0. */
function thickened(pixels: Pixels, amount: number): Float32Array {
  const other = extreme(pixels, amount > 0 ? Math.max : Math.min);
  const share = Math.abs(amount);
  return other.map((grey, k) => (1 - share) * (pixels[k] ?? 0) + share * grey);
}

/**
 * One view of a digit: turned, shifted, and thicker or thinner by random amounts, as far as these differences are allowed.
 * It draws four numbers, whatever is allowed.
 *
 * @param pixels side² greys from 0 for paper to 1 for ink
 */
export function viewOf(
  pixels: Pixels,
  { rotate, shift, thick }: Differences,
  uniform: () => number,
): Float32Array {
  const symmetric = () => 2 * uniform() - 1;
  const angle = (TURNS[rotate] * symmetric() * Math.PI) / 180;
  const side = sideOf(pixels);
  const reach = shift ? SHIFT * side : 0;
  const [dx, dy] = [reach * symmetric(), reach * symmetric()];
  const amount = (thick ? 0.7 : 0) * symmetric();
  const source = thick ? thickened(pixels, amount) : pixels;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = (side - 1) / 2;
  return Float32Array.from({ length: pixels.length }, (_, k) => {
    const [x, y] = [(k % side) - middle - dx, Math.floor(k / side) - middle - dy];
    return between(source, side, middle + cos * x + sin * y, middle - sin * x + cos * y);
  });
}
