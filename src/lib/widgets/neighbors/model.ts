import {
  chanceOfHit,
  evaluateRanking,
  evaluateRankings,
  POINT_SETS,
  ranking,
  rightOf,
  squaredDistance,
  type Found,
  type PointSet,
  type PointSetName,
  type Retrieval,
} from '../../clustering';

/** The sets that can be searched here. */
export const SETS = [
  'untrained',
  'contrastive',
  'triplet',
  'infonce',
  'softmax',
  'unseen',
  'penguins',
] as const satisfies readonly PointSetName[];
export type SetName = (typeof SETS)[number];

export const MOST_NEIGHBOURS = 20;
/** Points of the largest set. */
export const MOST_POINTS = Math.max(...SETS.map((name) => POINT_SETS[name].labels.length));

export interface NeighborsValues {
  set: SetName;
  query: number;
  k: number;
}

/** What does not depend on the query: every ranking of a set, and what all queries find for each k from 1. */
interface Searched {
  orders: number[][];
  byK: Retrieval[];
  chance: number[];
}

/** The sets that one session has searched so far, so that a drag of the query searches none of them again. */
export type Memory = Map<SetName, Searched>;

function searched(name: SetName, memory: Memory): Searched {
  const known = memory.get(name);
  if (known) return known;
  const { points, labels } = POINT_SETS[name];
  const orders = labels.map((_, i) => ranking(points, i));
  const ks = Array.from({ length: MOST_NEIGHBOURS }, (_, k) => k + 1);
  const fellows = labels.map((own) => labels.filter((label) => label === own).length - 1);
  const found = {
    orders,
    byK: ks.map((k) => evaluateRankings(orders, labels, k)),
    chance: ks.map(
      (k) => fellows.reduce((sum, R) => sum + chanceOfHit(labels.length, R, k), 0) / labels.length,
    ),
  };
  memory.set(name, found);
  return found;
}

export interface NeighborsModel {
  set: PointSet;
  n: number;
  k: number;
  /** The query’s place among the points, from 0. */
  query: number;
  /** The k nearest, nearest first, with their distances. */
  near: { index: number; D: number; same: boolean }[];
  own: Found;
  all: Retrieval;
  chance: number;
  curves: Pick<Searched, 'byK' | 'chance'>;
}

/**
 * The k nearest to one of the points, and how well all of them would be found.
 * @param memory what the caller keeps from one call to the next, to save searches already made
 */
export function neighborsModel(
  { set: name, query: number, k }: NeighborsValues,
  memory: Memory = new Map(),
): NeighborsModel {
  const set: PointSet = POINT_SETS[name];
  const n = set.labels.length;
  const query = Math.min(number, n) - 1;
  const { orders, byK, chance } = searched(name, memory);
  const order = orders[query] as number[];
  const label = set.labels[query] as number;
  return {
    set,
    n,
    k,
    query,
    near: order.slice(0, k).map((index) => ({
      index,
      D: Math.sqrt(squaredDistance(set.points, query, set.points, index)),
      same: set.labels[index] === label,
    })),
    own: evaluateRanking(rightOf(order, set.labels, label), k),
    all: byK[k - 1] as Retrieval,
    chance: chance[k - 1] as number,
    curves: { byK, chance },
  };
}
