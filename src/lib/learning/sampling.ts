import type { LabelledPictures } from './pictures';

/** Numbers in [0, 1): the one stream that a run draws from. */
export type Uniform = () => number;

/** Pairs of pictures with their labels, y = 0 for a similar pair. */
export interface Pairs {
  first: Uint32Array;
  second: Uint32Array;
  y: Uint8Array;
}

/** A whole number from 0 to n − 1. */
const below = (uniform: Uniform, n: number): number => Math.floor(uniform() * n);

const noPairs = (count: number): Pairs => ({
  first: new Uint32Array(count),
  second: new Uint32Array(count),
  y: Uint8Array.from({ length: count }, (_, k) => k % 2),
});

const pick = (data: LabelledPictures, c: number, i: number): number => (data.firsts[c] as number) + i;
const sizeOf = (data: LabelledPictures, c: number): number => data.sizes[c] as number;

/** A picture of class c other than its i-th. */
function another(data: LabelledPictures, c: number, i: number, uniform: Uniform): number {
  const j = below(uniform, sizeOf(data, c) - 1);
  return pick(data, c, j >= i ? j + 1 : j);
}

/**
 * Pairs by class, in turns two pictures of one class and two of different classes: every class is as likely as any
 * other, whatever its size.
 */
export function pairsByClass(data: LabelledPictures, count: number, uniform: Uniform): Pairs {
  const pairs = noPairs(count);
  const classes = data.sizes.length;
  for (let k = 0; k < count; k++) {
    const c = below(uniform, classes);
    const i = below(uniform, sizeOf(data, c));
    pairs.first[k] = pick(data, c, i);
    if (pairs.y[k] === 0) {
      pairs.second[k] = another(data, c, i, uniform);
    } else {
      const other = below(uniform, classes - 1);
      const c2 = other >= c ? other + 1 : other;
      pairs.second[k] = pick(data, c2, below(uniform, sizeOf(data, c2)));
    }
  }
  return pairs;
}

/**
 * Pairs without labels, by the rule of Hadsell, Chopra and LeCun: a picture is similar to each of its nearest neighbours
 * in pixel space, and dissimilar to every picture that is not a neighbour of it, nor it of that. In turns one of each.
 *
 * @param neighbours count × k pictures, as `nearestNeighbours` finds them
 * @see Hadsell, Chopra, LeCun (2006), section 3.1
 */
export function pairsByNeighbours(
  neighbours: Uint32Array,
  k: number,
  count: number,
  uniform: Uniform,
): Pairs {
  const pairs = noPairs(count);
  const all = neighbours.length / k;
  const near = (i: number, j: number) => neighbours.subarray(i * k, (i + 1) * k).includes(j);
  for (let p = 0; p < count; p++) {
    const i = below(uniform, all);
    let j = pairs.y[p] === 0 ? (neighbours[i * k + below(uniform, k)] as number) : below(uniform, all);
    if (pairs.y[p] === 1) while (j === i || near(i, j) || near(j, i)) j = below(uniform, all);
    pairs.first[p] = i;
    pairs.second[p] = j;
  }
  return pairs;
}

/** The first `taken` of the numbers 0 to n − 1, shuffled (Fisher and Yates). */
function distinct(taken: number, n: number, uniform: Uniform): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let t = 0; t < taken; t++) {
    const r = t + below(uniform, n - t);
    [order[t], order[r]] = [order[r] as number, order[t] as number];
  }
  return order.slice(0, taken);
}

/**
 * P classes with K different pictures of each: all classes in their order where there are no more than P.
 * @see Hermans, Beyer, Leibe (2017), section 2
 */
export function classesByPictures(
  data: LabelledPictures,
  P: number,
  K: number,
  uniform: Uniform,
): Uint32Array {
  const n = data.sizes.length;
  const classes = n <= P ? data.sizes.map((_, c) => c) : distinct(P, n, uniform);
  return Uint32Array.from(
    classes.flatMap((c) => distinct(K, sizeOf(data, c), uniform).map((i) => pick(data, c, i))),
  );
}

/** Pictures, every class being as likely as any other. */
export function picturesByClass(data: LabelledPictures, count: number, uniform: Uniform): Uint32Array {
  return Uint32Array.from({ length: count }, () => {
    const c = below(uniform, data.sizes.length);
    return pick(data, c, below(uniform, sizeOf(data, c)));
  });
}

/** Pictures, each as likely as any other. */
export const anyPictures = ({ labels }: LabelledPictures, count: number, uniform: Uniform): Uint32Array =>
  Uint32Array.from({ length: count }, () => below(uniform, labels.length));

/**
 * One pair of different pictures of each class: anchors, and their positives in the same order. So no positive of one
 * anchor is of another anchor's class.
 */
export function onePairAClass(
  data: LabelledPictures,
  uniform: Uniform,
): { anchors: number[]; positives: number[] } {
  const anchors: number[] = [];
  const positives: number[] = [];
  data.sizes.forEach((size, c) => {
    const i = below(uniform, size);
    anchors.push(pick(data, c, i));
    positives.push(another(data, c, i, uniform));
  });
  return { anchors, positives };
}
