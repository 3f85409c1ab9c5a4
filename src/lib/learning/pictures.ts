/** Single precision for speed, double to follow a reference to its last digits. */
export type Numbers = Float32Array | Float64Array;

/** Which of the two arrays to make. */
export type Precision = 'single' | 'double';

/** An array of zeros. */
export const zeros = (precision: Precision, length: number): Numbers =>
  precision === 'single' ? new Float32Array(length) : new Float64Array(length);

/**
 * Pictures without their empty pixels, which are most of them: picture i has the grey `values[k]` at the pixel
 * `index[k]` for `starts[i]` ≤ k < `starts[i + 1]`, and 0 everywhere else.
 */
export interface Pictures {
  /** How many there are. */
  count: number;
  /** Pixels of each, side². */
  pixels: number;
  /** count + 1 numbers. */
  starts: Uint32Array;
  index: Uint16Array;
  values: Numbers;
}

/**
 * @param grey count · pixels numbers, picture after picture
 * @param pixels of each picture, at most 65,536
 * @param scale what each number is multiplied by: 1/255 for bytes
 * @throws RangeError for a length that is no multiple of `pixels`
 */
export function picturesOf(
  grey: ArrayLike<number>,
  pixels: number,
  { scale = 1, precision = 'single' }: { scale?: number; precision?: Precision } = {},
): Pictures {
  const count = grey.length / pixels;
  if (!Number.isInteger(count)) {
    throw new RangeError(`grey has ${grey.length} numbers; a multiple of ${pixels} is allowed`);
  }
  let filled = 0;
  for (let k = 0; k < grey.length; k++) if (grey[k] !== 0) filled++;
  const starts = new Uint32Array(count + 1);
  const index = new Uint16Array(filled);
  const values = zeros(precision, filled);
  let end = 0;
  for (let i = 0; i < count; i++) {
    for (let p = 0; p < pixels; p++) {
      const value = grey[i * pixels + p] as number;
      if (value === 0) continue;
      index[end] = p;
      values[end++] = value * scale;
    }
    starts[i + 1] = end;
  }
  return { count, pixels, starts, index, values };
}

/** Picture i with its empty pixels. */
export function pixelsOf({ pixels, starts, index, values }: Pictures, i: number): Float32Array {
  const out = new Float32Array(pixels);
  const end = starts[i + 1] as number;
  for (let k = starts[i] as number; k < end; k++) out[index[k] as number] = values[k] as number;
  return out;
}

/** Pictures of known classes, class after class. */
export interface LabelledPictures {
  pictures: Pictures;
  /** The class of each, from 0. */
  labels: Uint8Array;
  /** How many pictures each class has. */
  sizes: readonly number[];
  /** The first picture of each class. */
  firsts: readonly number[];
}

/** Joins the pictures of each class, in the order of the classes. */
export function labelled(
  classes: readonly ArrayLike<number>[],
  pixels: number,
  options: { scale?: number; precision?: Precision } = {},
): LabelledPictures {
  const sizes = classes.map((grey) => grey.length / pixels);
  let end = 0;
  const firsts = sizes.map((size) => (end += size) - size);
  const all = new Float64Array(end * pixels);
  const labels = new Uint8Array(end);
  classes.forEach((grey, c) => {
    const first = firsts[c] as number;
    all.set(grey, first * pixels);
    labels.fill(c, first, first + (sizes[c] as number));
  });
  return { pictures: picturesOf(all, pixels, options), labels, sizes, firsts };
}

/** Some of the pictures, by their places in ascending order. */
export function someOf(
  { pictures, labels, sizes }: LabelledPictures,
  kept: readonly number[],
): LabelledPictures {
  const { pixels, starts, index, values } = pictures;
  const own = Uint8Array.from(kept, (i) => labels[i] as number);
  const counts = sizes.map((_, c) => own.filter((label) => label === c).length);
  const spans = kept.map((i) => [starts[i] as number, starts[i + 1] as number] as const);
  const filled = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  const some: Pictures = {
    count: kept.length,
    pixels,
    starts: new Uint32Array(kept.length + 1),
    index: new Uint16Array(filled),
    values: values instanceof Float64Array ? new Float64Array(filled) : new Float32Array(filled),
  };
  let end = 0;
  spans.forEach(([from, to], k) => {
    some.index.set(index.subarray(from, to), end);
    some.values.set(values.subarray(from, to), end);
    some.starts[k + 1] = end += to - from;
  });
  let first = 0;
  return {
    pictures: some,
    labels: own,
    sizes: counts,
    firsts: counts.map((count) => (first += count) - count),
  };
}

/** The pictures as bytes, from black to white. */
export function greysOf(pictures: Pictures): Uint8Array {
  const out = new Uint8Array(pictures.count * pictures.pixels);
  for (let i = 0; i < pictures.count; i++)
    out.set(
      pixelsOf(pictures, i).map((grey) => Math.round(255 * grey)),
      i * pictures.pixels,
    );
  return out;
}
