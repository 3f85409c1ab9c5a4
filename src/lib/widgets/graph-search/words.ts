import { search, type SmallWorld, type Words } from '../../clustering';
import type { Measurements } from '../../state/define';

/** Words that are stored: those of `scripts/words.mjs`. */
export const STORED = 3000;
/** Stored words that are asked for, evenly spread over all, of which the means are taken. */
export const ASKED = 100;

/** A word that was found or missed, with the cosine of its angle to the query. */
export interface Neighbour {
  word: string;
  cos: number;
  /** Whether it is one of the nearest by brute force. */
  isTrue: boolean;
}

/** What a search for the neighbours of a stored word comes to. */
export interface WordSearch {
  query: string;
  /** The k nearest that the walk has found, nearest first. */
  found: Neighbour[];
  /** Those of the true nearest that it has not found. */
  missed: Neighbour[];
  /** Distances computed. */
  computed: number;
  /** The share of the true nearest that was found. */
  recall: number;
}

const vectorOf = ({ points: { at, dim } }: Words, i: number): number[] =>
  Array.from({ length: dim }, (_, k) => at[dim * i + k] as number);

const cosine = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, k) => sum + value * (b[k] as number), 0) / (Math.hypot(...a) * Math.hypot(...b));

/** The k nearest of a stored word by brute force, without itself. */
export function nearestWords({ points: { at, dim } }: Words, query: number, k: number): number[] {
  const far = (i: number) => {
    let sum = 0;
    for (let c = 0; c < dim; c++) sum += ((at[dim * i + c] as number) - (at[dim * query + c] as number)) ** 2;
    return sum;
  };
  return Array.from({ length: at.length / dim }, (_, i) => ({ i, far: far(i) }))
    .filter(({ i }) => i !== query)
    .sort((a, b) => a.far - b.far || a.i - b.i)
    .slice(0, k)
    .map(({ i }) => i);
}

/**
 * Walks to the neighbours of a stored word. The word itself is found as well, and left out: it is asked for one more.
 * @param truth what {@link nearestWords} finds
 */
export function searchWord(
  words: Words,
  world: SmallWorld,
  query: number,
  ef: number,
  truth: readonly number[],
): WordSearch {
  const k = truth.length;
  const place = vectorOf(words, query);
  const walk = search(world, place, k + 1, ef);
  const found = walk.found.filter((i) => i !== query).slice(0, k);
  const neighbour = (i: number): Neighbour => ({
    word: words.words[i] ?? '',
    cos: cosine(place, vectorOf(words, i)),
    isTrue: truth.includes(i),
  });
  const missed = truth.filter((i) => !found.includes(i));
  return {
    query: words.words[query] ?? '',
    found: found.map(neighbour),
    missed: missed.map(neighbour),
    computed: walk.seen.length,
    recall: (k - missed.length) / Math.max(1, k),
  };
}

/** What a search among words came to, as it is told a session, with the means of many where they are known. */
export interface WordResult {
  computed: number;
  recall: number;
  layers: number;
  means?: { computed: number; recall: number };
}

export const measurementsOf = ({ computed, recall, layers, means }: WordResult): Measurements => ({
  computed,
  recall,
  layers,
  ...(means && { meanComputed: means.computed, meanRecall: means.recall }),
});

/** The result of measurements that are whole; else nothing. */
export function resultOf({
  computed,
  recall,
  layers,
  meanComputed,
  meanRecall,
}: Measurements): WordResult | undefined {
  if (computed === undefined || recall === undefined || layers === undefined) return undefined;
  const hasMeans = meanComputed !== undefined && meanRecall !== undefined;
  return {
    computed,
    recall,
    layers,
    ...(hasMeans && { means: { computed: meanComputed, recall: meanRecall } }),
  };
}
