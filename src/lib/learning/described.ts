import type { Said } from './names';
import { pixelsOf, type LabelledPictures } from './pictures';

/** How far a digit leans: pixels to the right for each pixel up, from its second moments. */
function leanOf(pixels: Float32Array): number {
  const side = Math.sqrt(pixels.length);
  let [sum, mx, my] = [0, 0, 0];
  pixels.forEach((grey, k) => {
    sum += grey;
    mx += grey * (k % side);
    my += grey * Math.floor(k / side);
  });
  [mx, my] = [mx / sum, my / sum];
  let [xy, yy] = [0, 0];
  pixels.forEach((grey, k) => {
    const [x, y] = [(k % side) - mx, Math.floor(k / side) - my];
    xy += grey * x * y;
    yy += grey * y * y;
  });
  return -xy / yy;
}

const inkOf = (pixels: Float32Array) => pixels.reduce((sum, grey) => sum + grey, 0);

/** The third of a list of numbers in which each lies: 0, 1 or 2. */
function thirds(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [1, 2].map((k) => sorted[Math.floor((k * sorted.length) / 3)] as number) as [
    number,
    number,
  ];
  return values.map((value) => (value < low ? 0 : value < high ? 1 : 2));
}

/**
 * What there is to say of each picture: its digit, and in which third of its digit its ink and its lean are.
 * @param data digits whose classes are the digits themselves
 */
export function described({ pictures, labels, sizes }: LabelledPictures): Said[] {
  const said = Array.from(labels, (digit): Said => ({ digit, thickness: 1, slant: 1 }));
  sizes.forEach((_, digit) => {
    const own = [...labels.keys()].filter((i) => labels[i] === digit);
    const ink = thirds(own.map((i) => inkOf(pixelsOf(pictures, i))));
    const lean = thirds(own.map((i) => leanOf(pixelsOf(pictures, i))));
    own.forEach((i, k) => (said[i] = { digit, thickness: ink[k] as number, slant: lean[k] as number }));
  });
  return said;
}
