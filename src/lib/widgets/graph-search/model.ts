import { exhaustive, search, smallWorld, type Search, type SmallWorld } from '../../clustering';
import { memoizeLast } from '../../state/memoize-last';
import type { Measurements } from '../../state/define';
import type { Vec2 } from '../../state/parameters';
import { random } from '../../state/random';
import { EDGE, storedPoints } from './points';
import { resultOf, STORED, type WordResult } from './words';

/** Neighbours that every search asks for. */
export const K = 5;
/** Random queries of which the means are taken. */
const QUERIES = 200;
/** Candidates that are kept while a point is put in. */
export const EF_CONSTRUCTION = 40;

export interface GraphSearchValues {
  /** What is stored: points of the plane, or words, which a view loads. */
  of: 'points' | 'words';
  q: Vec2;
  ef: number;
  M: number;
  n: number;
  graph: 'layers' | 'flat';
  seed: number;
}

/** What 200 random queries come to. */
interface Means {
  recall: number;
  computed: number;
}

const shareOf = (found: readonly number[], truth: readonly number[]) =>
  truth.filter((point) => found.includes(point)).length / truth.length;

function worldOf({ n, seed, M, graph }: GraphSearchValues): SmallWorld {
  const points = storedPoints(n, seed);
  return smallWorld(points, { M, efConstruction: EF_CONSTRUCTION, seed, layered: graph === 'layers' });
}

function meansOf(world: SmallWorld, { ef }: GraphSearchValues): Means {
  const uniform = random(99);
  let [recall, computed] = [0, 0];
  for (let i = 0; i < QUERIES; i++) {
    const place = [EDGE * (2 * uniform() - 1), EDGE * (2 * uniform() - 1)];
    const { found, seen } = search(world, place, K, ef);
    recall += shareOf(found, exhaustive(world.points, place, K)) / QUERIES;
    computed += seen.length / QUERIES;
  }
  return { recall, computed };
}

/** What a session keeps: the graph, which a drag of the query leaves as it is, and the means. */
export const newMemory = () => ({
  world: memoizeLast(worldOf, ({ n, seed, M, graph }) => [n, seed, M, graph]),
  means: memoizeLast(meansOf, (world, { ef }) => [world, ef]),
});

export interface GraphSearchModel extends Search {
  of: 'points' | 'words';
  /** What a search among words came to, where there was one. */
  words: WordResult | undefined;
  world: SmallWorld;
  n: number;
  /** The nearest, by brute force. */
  truth: number[];
  /** The share of them that the walk has found. */
  recall: number;
  layers: number;
  means: Means;
}

/** A greedy walk on a graph to the neighbours of a query, beside a comparison with every stored point. */
export function graphSearchModel(values: GraphSearchValues, memory = newMemory()): GraphSearchModel {
  const world = memory.world(values);
  const found = search(world, values.q, K, values.ef);
  const truth = exhaustive(world.points, values.q, K);
  return {
    ...found,
    of: values.of,
    words: undefined,
    world,
    n: values.of === 'words' ? STORED : values.n,
    truth,
    recall: shareOf(found.found, truth),
    layers: world.links.length,
    means: memory.means(world, values),
  };
}

/** The model with what a search among words came to. */
export const observed = (model: GraphSearchModel, measured: Measurements): GraphSearchModel =>
  model.of === 'words' ? { ...model, words: resultOf(measured) } : model;
