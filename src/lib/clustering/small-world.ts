import { random } from '../state/random';
import { countOf, squaredDistance, type Points } from './points';

export interface GraphOptions {
  /** Neighbours that a new point is joined to, on each of its layers. */
  M: number;
  /** Candidates that are kept while a point is put in. */
  efConstruction: number;
  seed: number;
  /** Whether there are layers above the lowest: without them it is a plain navigable small world. */
  layered: boolean;
}

/** A hierarchical navigable small world: on layer l, `links[l][i]` are the points that point i knows. */
export interface SmallWorld {
  points: Points;
  /** The highest layer of each point. */
  levels: number[];
  links: number[][][];
  /** Where every search begins. */
  entry: number;
}

/** A point that was gone to, on the way from the entry, and the layer that it was gone to on. */
export interface Hop {
  point: number;
  layer: number;
}

export interface Search {
  /** The nearest that were found, nearest first. */
  found: number[];
  /** The points whose neighbours were looked at, in order. */
  hops: Hop[];
  /** Every point whose distance was computed, in order, once. */
  seen: number[];
}

interface Candidate {
  point: number;
  far: number;
}

const byDistance = (a: Candidate, b: Candidate) => a.far - b.far || a.point - b.point;

/** Puts a candidate where it belongs in a list from near to far. */
function insert(list: Candidate[], candidate: Candidate): void {
  let place = list.length;
  while (place > 0 && byDistance(candidate, list[place - 1] as Candidate) < 0) place--;
  list.splice(place, 0, candidate);
}

/** Computes distances from one query, each once, and remembers the order in which they were asked for. */
class Probe {
  readonly seen: number[] = [];
  readonly hops: Hop[] = [];
  #far = new Map<number, number>();
  #to: (i: number) => number;

  constructor(to: (i: number) => number) {
    this.#to = to;
  }

  candidate(point: number): Candidate {
    let far = this.#far.get(point);
    if (far === undefined) {
      far = this.#to(point);
      this.#far.set(point, far);
      this.seen.push(point);
    }
    return { point, far };
  }
}

/**
 * The ef nearest to the query that a greedy walk on one layer finds: always on from the nearest candidate, until that is
 * farther than the farthest of ef found. Malkov, Yashunin (2020), algorithm 2.
 */
function searchLayer(
  world: SmallWorld,
  probe: Probe,
  from: Candidate[],
  ef: number,
  layer: number,
): Candidate[] {
  const visited = new Set(from.map(({ point }) => point));
  const open = from.slice().sort(byDistance);
  const found = open.slice(0, ef);
  for (let next = open.shift(); next; next = open.shift()) {
    if (next.far > (found[found.length - 1] as Candidate).far) break;
    probe.hops.push({ point: next.point, layer });
    for (const neighbour of world.links[layer]?.[next.point] ?? []) {
      if (visited.has(neighbour)) continue;
      visited.add(neighbour);
      const candidate = probe.candidate(neighbour);
      if (found.length >= ef && candidate.far >= (found[found.length - 1] as Candidate).far) continue;
      insert(open, candidate);
      insert(found, candidate);
      if (found.length > ef) found.pop();
    }
  }
  return found;
}

/**
 * Of the candidates those M that point in different directions: one is taken if it is nearer to the new point than to
 * any taken before. Malkov, Yashunin (2020), algorithm 4, without its two options.
 */
function selectNeighbours({ points }: SmallWorld, candidates: readonly Candidate[], M: number): number[] {
  const taken: Candidate[] = [];
  for (const candidate of candidates.slice().sort(byDistance)) {
    if (taken.length >= M) break;
    if (taken.every(({ point }) => squaredDistance(points, candidate.point, points, point) > candidate.far)) {
      taken.push(candidate);
    }
  }
  return taken.map(({ point }) => point);
}

/** Points known from a layer on: twice as many on the lowest one, as the authors advise. */
const most = (layer: number, M: number) => (layer === 0 ? 2 * M : M);

/**
 * Builds the graph, one point after the other. The highest layer of a point is drawn with exponentially falling chance.
 * Malkov, Yashunin (2020), algorithm 1, with m_L = 1 / ln M.
 */
export function smallWorld(points: Points, options: GraphOptions): SmallWorld {
  const growth = growing(points, options);
  let next = growth.next();
  while (!next.done) next = growth.next();
  return next.value;
}

/** {@link smallWorld}, with a pause after each point, so that it can be spread over time. */
export function* growing(
  points: Points,
  { M, efConstruction, seed, layered }: GraphOptions,
): Generator<number, SmallWorld> {
  const uniform = random(seed);
  const n = countOf(points);
  const levels = Array.from({ length: n }, () => {
    const level = Math.floor(-Math.log(1 - uniform()) / Math.log(M));
    return layered ? level : 0;
  });
  const world: SmallWorld = { points, levels, links: [], entry: 0 };
  for (let i = 0; i < n; i++) {
    put(world, i, M, efConstruction);
    yield i;
  }
  return world;
}

function put(world: SmallWorld, i: number, M: number, ef: number): void {
  const { points, levels, links } = world;
  const level = levels[i] as number;
  const highest = links.length - 1;
  for (let layer = 0; layer <= level; layer++) (links[layer] ??= [])[i] = [];
  if (i === 0) return;
  const probe = new Probe((j) => squaredDistance(points, i, points, j));
  let from = [probe.candidate(world.entry)];
  for (let layer = highest; layer >= 0; layer--) {
    from = searchLayer(world, probe, from, layer > level ? 1 : ef, layer);
    if (layer > level) continue;
    for (const j of selectNeighbours(world, from, M)) {
      (links[layer]?.[i] as number[]).push(j);
      const theirs = links[layer]?.[j] as number[];
      theirs.push(i);
      if (theirs.length <= most(layer, M)) continue;
      const candidates = theirs.map((point) => ({ point, far: squaredDistance(points, j, points, point) }));
      (links[layer] as number[][])[j] = selectNeighbours(world, candidates, most(layer, M));
    }
  }
  if (level > highest) world.entry = i;
}

/**
 * The k nearest that the graph finds to a place: greedily down the layers with one candidate, and with ef of them on the
 * lowest. Malkov, Yashunin (2020), algorithm 5.
 */
export function search(world: SmallWorld, query: readonly number[], k: number, ef: number): Search {
  const place: Points = { at: query, dim: world.points.dim };
  const probe = new Probe((j) => squaredDistance(place, 0, world.points, j));
  let from = [probe.candidate(world.entry)];
  for (let layer = world.links.length - 1; layer > 0; layer--)
    from = searchLayer(world, probe, from, 1, layer);
  const found = searchLayer(world, probe, from, Math.max(ef, k), 0);
  return { found: found.slice(0, k).map(({ point }) => point), hops: probe.hops, seen: probe.seen };
}

/** The k nearest to a place among all points, each of them compared: brute force. */
export function exhaustive(points: Points, query: readonly number[], k: number): number[] {
  const place: Points = { at: query, dim: points.dim };
  return Array.from({ length: countOf(points) }, (_, point) => ({
    point,
    far: squaredDistance(place, 0, points, point),
  }))
    .sort(byDistance)
    .slice(0, k)
    .map(({ point }) => point);
}
