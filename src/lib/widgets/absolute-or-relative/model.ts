import { allTriplets, contrastiveBatch, contrastiveOfDistance, euclidean, tripletMined } from '../../losses';
import { Trajectory } from '../../state/descent';
import type { Cloud } from '../../state/parameters';
import { scatter } from '../../state/scatter';

/** The plane is the square [−EDGE, EDGE]²; no point leaves it. */
export const EDGE = 2;
export const CLASSES = 3;
/** Points of a seed, and the most that a state holds. */
export const N = 12;
/** Standard deviation of a coordinate of the seed's points. */
const SIGMA = 0.7;
/** The learning rate, for the mean force of the items that a point belongs to. */
const RATE = 0.2;
/** A side on which no force is above this is at rest, and stays. */
const REST = 1e-3;
/** An item below this counts as free: its loss shows as 0.000. */
const FREE = 0.0005;

export interface ComparisonValues {
  m: number;
  distances: 'squared' | 'plain';
  seed: number;
  start: Cloud | null;
  t: number;
}

/** The points under one loss at one step. */
export interface Step {
  xy: Float64Array;
  /** For each point, the mean of the forces of the items that it belongs to. */
  forces: Float64Array;
  /** Mean over all items: pairs or triplets. */
  loss: number;
  items: number;
  /** Items that cost something. */
  charged: number;
}

export interface Side extends Step {
  /** Mean distance of two points of one class. */
  within: number;
  settled: boolean;
}

export type Memory = Trajectory<Step>;
type Evaluate = (xy: Float64Array, labels: readonly number[], values: ComparisonValues) => Step;

const inside = (v: number) => Math.min(EDGE, Math.max(-EDGE, v));
const rowsOf = (xy: Float64Array) =>
  Array.from({ length: xy.length / 2 }, (_, i) => [xy[2 * i] as number, xy[2 * i + 1] as number]);

/** The points that both runs start from: those placed by hand, or else the seed's. */
function startOf({ seed, start }: Pick<ComparisonValues, 'seed' | 'start'>): Cloud {
  if (start) return start;
  const { xy, labels } = scatter(seed, N, CLASSES, SIGMA);
  return { xy: xy.map(inside), labels };
}

/** Each two points, once: whether they are dissimilar, and how far apart. */
function pairsOf(xy: Float64Array, labels: readonly number[]): { y: 0 | 1; D: number }[] {
  const x = rowsOf(xy);
  return x.flatMap((xi, i) =>
    x.slice(0, i).map((xj, j) => ({ y: labels[i] === labels[j] ? 0 : 1, D: euclidean(xi, xj).D }) as const),
  );
}

/** Hadsell, Chopra, LeCun (2006), eq. 4, over all pairs. */
const byPairs: Evaluate = (xy, labels, { m }) => {
  const { loss, gradient } = contrastiveBatch(xy, 2, labels, { m, reducer: 'mean' });
  const items = pairsOf(xy, labels).map(({ y, D }) => contrastiveOfDistance(D, y, { m }).loss);
  return {
    xy,
    // A point belongs to n − 1 of n(n − 1)/2 pairs.
    forces: gradient.map((g) => (-g * labels.length) / 2),
    loss,
    items: items.length,
    charged: items.filter((item) => item > FREE).length,
  };
};

/** The triplet loss over all triplets: squared, Schroff, Kalenichenko, Philbin (2015), eq. 3. */
const byTriplets: Evaluate = (xy, labels, { m, distances }) => {
  const { loss, items, gradient } = tripletMined(rowsOf(xy), labels, allTriplets, {
    m,
    squared: distances === 'squared',
  });
  return {
    xy,
    // A triplet has three points, so a point belongs to 3/n of all triplets in the mean.
    forces: Float64Array.from(gradient.x.flat(), (g) => (-g * labels.length) / 3),
    loss,
    items: items.length,
    charged: items.filter((item) => item > FREE).length,
  };
};

function atRest({ xy, forces }: Step): boolean {
  return xy.every((v, i) => Math.abs(inside(v + (forces[i] as number)) - v) < REST);
}

function withinOf(xy: Float64Array, labels: readonly number[]): number {
  const similar = pairsOf(xy, labels).filter(({ y }) => y === 0);
  return similar.reduce((sum, { D }) => sum + D, 0) / Math.max(1, similar.length);
}

/**
 * The same labelled points under the contrastive loss over all pairs and under the triplet loss over all triplets, each
 * after `t` steps of gradient descent.
 * @param memory what the caller keeps from one call to the next, to save steps already taken
 */
export function comparisonModel(
  values: ComparisonValues,
  memory: readonly [Memory, Memory] = [new Trajectory(), new Trajectory()],
) {
  const { m, distances, seed, start, t } = values;
  const { xy, labels } = startOf(values);
  const side = (evaluate: Evaluate, own: Memory): Side => {
    const { now } = own.run(
      [m, distances, seed, start],
      t,
      () => evaluate(xy, labels, values),
      (step) => {
        if (atRest(step)) return step;
        const next = step.xy.map((v, i) => inside(v + RATE * (step.forces[i] as number)));
        return evaluate(next, labels, values);
      },
    );
    return { ...now, within: withinOf(now.xy, labels), settled: atRest(now) };
  };
  const [pairs, triplets] = [side(byPairs, memory[0]), side(byTriplets, memory[1])];
  return { pairs, triplets, labels, settled: pairs.settled && triplets.settled };
}

export type ComparisonModel = ReturnType<typeof comparisonModel>;
