import { random } from '../state/random';
import { countOf, squaredDistance, type Points } from './points';

/** One half of an iteration: the points have just been given to their centres, or the centres moved to their points. */
export interface KMeansStep {
  did: 'start' | 'assign' | 'move';
  /** k·dim numbers. */
  centres: Float64Array;
  /** The centre of each point; −1 before the first assignment. */
  clusters: Int32Array;
  /** Sum over all points of the squared distance to their centre; to the nearest before the first assignment. */
  inertia: number;
}

/** Iterations after which a run is given up; on a few hundred points none has needed as many. */
const MOST = 100;

/**
 * The starting centres of k-means++ (Arthur, Vassilvitskii 2007, section 2.2): the first is any of the points, each further
 * one a point with a chance in proportion to its squared distance from the nearest centre so far.
 */
export function plusPlus(points: Points, k: number, seed: number): Float64Array {
  const uniform = random(seed);
  const n = countOf(points);
  const { dim } = points;
  const centres = new Float64Array(k * dim);
  const nearest = new Float64Array(n).fill(Infinity);
  for (let c = 0; c < k; c++) {
    const i = c === 0 ? Math.floor(uniform() * n) : weighted(nearest, uniform());
    for (let a = 0; a < dim; a++) centres[c * dim + a] = points.at[i * dim + a] as number;
    for (let j = 0; j < n; j++)
      nearest[j] = Math.min(nearest[j] as number, squaredDistance(points, j, points, i));
  }
  return centres;
}

/** The first place at which the running sum of the weights exceeds a share of all of it. */
function weighted(weights: Float64Array, share: number): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let left = share * all;
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i] as number;
    if (left < 0) return i;
  }
  return weights.length - 1;
}

/**
 * Lloyd's algorithm (Lloyd 1982) from given centres, every half iteration: k-means, until no point changes its centre.
 * A centre that has no point stays where it is. Of equally near centres the first is taken.
 */
export function kMeans(points: Points, start: Float64Array): KMeansStep[] {
  const n = countOf(points);
  const { dim } = points;
  const steps: KMeansStep[] = [];
  let centres = start;
  let clusters: Int32Array = new Int32Array(n).fill(-1);
  const note = (did: KMeansStep['did'], to: Int32Array) => {
    const own: Points = { at: centres, dim };
    let inertia = 0;
    for (let i = 0; i < n; i++) {
      const c = to[i] as number;
      inertia += squaredDistance(points, i, own, c < 0 ? nearestCentre(points, i, own) : c);
    }
    steps.push({ did, centres, clusters: to, inertia });
  };
  note('start', clusters);
  for (let iteration = 0; iteration < MOST; iteration++) {
    const own: Points = { at: centres, dim };
    const next = Int32Array.from({ length: n }, (_, i) => nearestCentre(points, i, own));
    if (next.every((c, i) => c === clusters[i])) break;
    clusters = next;
    note('assign', clusters);
    centres = means(points, clusters, centres);
    note('move', clusters);
  }
  return steps;
}

function nearestCentre(points: Points, i: number, centres: Points): number {
  let [best, least] = [0, Infinity];
  for (let c = 0; c < countOf(centres); c++) {
    const square = squaredDistance(points, i, centres, c);
    if (square < least) [best, least] = [c, square];
  }
  return best;
}

function means({ at, dim }: Points, clusters: Int32Array, before: Float64Array): Float64Array {
  const sums = new Float64Array(before.length);
  const sizes = new Float64Array(before.length / dim);
  clusters.forEach((c, i) => {
    sizes[c] = (sizes[c] as number) + 1;
    for (let a = 0; a < dim; a++)
      sums[c * dim + a] = (sums[c * dim + a] as number) + (at[i * dim + a] as number);
  });
  return sums.map((sum, p) => {
    const size = sizes[Math.floor(p / dim)] as number;
    return size > 0 ? sum / size : (before[p] as number);
  });
}
