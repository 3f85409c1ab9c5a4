/** Which points are of one class. */
export interface ClassGroups {
  /** For each point its class, numbered from 0 in the order of appearance. */
  of: Int32Array;
  /** How many points each class has. */
  sizes: number[];
  /** The points, class after class. */
  order: Uint32Array;
}

/** Groups points by their labels, any finite numbers. */
export function groupByClass(labels: ArrayLike<number>): ClassGroups {
  const numbers = new Map<number, number>();
  const sizes: number[] = [];
  const of = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    sizes[number] = (sizes[number] ?? 0) + 1;
    of[i] = number;
  }
  let end = 0;
  const next = sizes.map((size) => (end += size) - size);
  const order = new Uint32Array(labels.length);
  of.forEach((number, i) => {
    const place = next[number] as number;
    order[place] = i;
    next[number] = place + 1;
  });
  return { of, sizes, order };
}

/** How many unordered pairs k things have. */
export const pairsOf = (k: number) => (k * (k - 1)) / 2;

/** How many pairs of one class are at the same place. */
export function coincidentPairs(x: Float64Array, d: number, { sizes, order }: ClassGroups): number {
  const compare = (i: number, j: number) => {
    for (let k = 0; k < d; k++) {
      const difference = (x[i * d + k] as number) - (x[j * d + k] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  let pairs = 0;
  let start = 0;
  for (const size of sizes) {
    const members = order.slice(start, start + size).sort(compare);
    let run = 0;
    for (let r = 1; r < size; r++) {
      run = compare(members[r - 1] as number, members[r] as number) === 0 ? run + 1 : 0;
      pairs += run;
    }
    start += size;
  }
  return pairs;
}
