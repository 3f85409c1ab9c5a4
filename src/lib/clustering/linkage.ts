/** Two clusters that become one. Points are the clusters 0 to n − 1; the merge number m, from 0, makes cluster n + m. */
export interface Merge {
  first: number;
  second: number;
  /** How far apart they were, by the linkage: the height of the bracket that joins them. */
  height: number;
  size: number;
}

export const LINKAGES = ['ward', 'average', 'complete', 'single'] as const;
export type Linkage = (typeof LINKAGES)[number];

interface Sizes {
  i: number;
  j: number;
  k: number;
}

/**
 * The distance from cluster k to the union of i and j, from the three distances before (Lance, Williams 1967). Ward's is
 * written for distances that are not squared, as in SciPy: on single points it begins with the Euclidean distance.
 */
const UPDATES: Record<Linkage, (ki: number, kj: number, ij: number, size: Sizes) => number> = {
  single: (ki, kj) => Math.min(ki, kj),
  complete: (ki, kj) => Math.max(ki, kj),
  average: (ki, kj, _ij, { i, j }) => (i * ki + j * kj) / (i + j),
  ward: (ki, kj, ij, { i, j, k }) =>
    Math.sqrt(((i + k) * ki * ki + (j + k) * kj * kj - k * ij * ij) / (i + j + k)),
};

/**
 * Agglomerative clustering: all merges from n single points to one cluster, the nearest two at a time; of equally near
 * ones those that come first. It takes some n³ / 6 comparisons: a few milliseconds for hundreds of points.
 * @param D n × n distances, row after row; they are left as they are
 */
export function agglomerate(D: ArrayLike<number>, n: number, linkage: Linkage): Merge[] {
  const apart = Float64Array.from(D);
  const update = UPDATES[linkage];
  const ids = Array.from({ length: n }, (_, i) => i);
  const sizes = new Array<number>(n).fill(1);
  const alive = ids.slice();
  const merges: Merge[] = [];
  while (alive.length > 1) {
    const [i, j] = nearestTwo(apart, n, alive);
    const ij = apart[i * n + j] as number;
    const [si, sj] = [sizes[i] as number, sizes[j] as number];
    for (const k of alive) {
      if (k === i || k === j) continue;
      const size = { i: si, j: sj, k: sizes[k] as number };
      const next = update(apart[k * n + i] as number, apart[k * n + j] as number, ij, size);
      apart[k * n + i] = apart[i * n + k] = next;
    }
    merges.push({ first: ids[i] as number, second: ids[j] as number, height: ij, size: si + sj });
    ids[i] = n + merges.length - 1;
    sizes[i] = si + sj;
    alive.splice(alive.indexOf(j), 1);
  }
  return merges;
}

function nearestTwo(apart: Float64Array, n: number, alive: readonly number[]): [number, number] {
  let [best, other, least] = [alive[0] as number, alive[1] as number, Infinity];
  for (let a = 0; a < alive.length; a++) {
    const row = (alive[a] as number) * n;
    for (let b = a + 1; b < alive.length; b++) {
      const d = apart[row + (alive[b] as number)] as number;
      if (d < least) [best, other, least] = [alive[a] as number, alive[b] as number, d];
    }
  }
  return [best, other];
}

/** The cluster of each point, from 0 in the order of their first points, where the tree is cut so that k are left. */
export function cutInto(merges: readonly Merge[], n: number, k: number): Int32Array {
  const parent = Int32Array.from({ length: n + merges.length }, (_, id) => id);
  merges.slice(0, Math.max(0, n - k)).forEach(({ first, second }, m) => {
    parent[first] = parent[second] = n + m;
  });
  const names = new Map<number, number>();
  return Int32Array.from({ length: n }, (_, i) => {
    let id = i;
    while (parent[id] !== id) id = parent[id] as number;
    if (!names.has(id)) names.set(id, names.size);
    return names.get(id) as number;
  });
}

/** How many clusters are left where the tree is cut at a height. */
export const clustersAt = (merges: readonly Merge[], height: number): number =>
  merges.filter((merge) => merge.height > height).length + 1;

/** The points in the order in which a dendrogram without crossing lines has them. */
export function leafOrder(merges: readonly Merge[], n: number): number[] {
  const order: number[] = [];
  const left = [n + merges.length - 1];
  while (left.length > 0) {
    const id = left.pop() as number;
    const merge = merges[id - n];
    if (id < n || !merge) order.push(id);
    else left.push(merge.second, merge.first);
  }
  return order;
}
