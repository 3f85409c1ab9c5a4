import { untrack } from 'svelte';
import { growing, type SmallWorld, type Words } from '../../clustering';
import { loadWords } from './load-words';
import { EF_CONSTRUCTION, K } from './model';
import type { GraphSearchSession } from './session';
import { ASKED, measurementsOf, nearestWords, searchWord, type WordSearch } from './words';

export type IndexStatus =
  { at: 'rest' | 'ready' } | { at: 'busy'; what: string; share: number } | { at: 'failed'; message: string };

/** How long it works before it lets the page have a turn, in milliseconds. */
const SLICE = 8;

/** What a graph is made by. */
type Made = Pick<GraphSearchSession['values'], 'M' | 'graph' | 'seed'>;

/** The words of a figure, once they are asked for, and the graph over them. All of it is made in slices, beside the page's work. */
export class WordIndex {
  status = $state.raw<IndexStatus>({ at: 'rest' });
  words = $state.raw<Words>();
  found = $state.raw<WordSearch>();

  #session: GraphSearchSession;
  #world: { key: string; world: SmallWorld } | undefined;
  /** The true neighbours of words that were asked for. */
  #truths: (number[] | undefined)[] = [];
  /** Grows with each change, so that what was begun before comes to nothing. */
  #turn = 0;

  constructor(session: GraphSearchSession) {
    this.#session = session;
  }

  /** Searches by the present values, and then measures the mean of many searches. */
  async follow(): Promise<void> {
    const turn = ++this.#turn;
    const { of, word, ef, M, graph, seed } = this.#session.values;
    if (of !== 'words') return untrack(() => this.#rest());
    const isStale = () => turn !== this.#turn;
    try {
      const words = untrack(() => this.words) ?? (await this.#load());
      if (isStale()) return;
      this.words = words;
      const world = await this.#grow(words, { M, graph, seed }, isStale);
      if (!world) return;
      const query = Math.min(word, words.words.length) - 1;
      const found = searchWord(words, world, query, ef, this.#truth(words, query));
      this.found = found;
      this.status = { at: 'ready' };
      const result = { computed: found.computed, recall: found.recall, layers: world.links.length };
      this.#session.report(measurementsOf(result));
      const means = await this.#means(words, world, ef, isStale);
      if (means) this.#session.report(measurementsOf({ ...result, means }));
    } catch (error) {
      if (isStale()) return;
      this.status = { at: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Ends what is under way. */
  end(): void {
    this.#turn++;
    this.#rest();
  }

  #rest(): void {
    this.status = { at: 'rest' };
    this.found = undefined;
    this.#session.report(null);
  }

  #load(): Promise<Words> {
    this.status = { at: 'busy', what: 'Loading the words', share: 0 };
    return loadWords(this.#session.readFile);
  }

  async #grow(words: Words, made: Made, isStale: () => boolean): Promise<SmallWorld | undefined> {
    const key = JSON.stringify(made);
    if (this.#world?.key === key) return this.#world.world;
    const { M, graph, seed } = made;
    const growth = growing(words.points, {
      M,
      seed,
      efConstruction: EF_CONSTRUCTION,
      layered: graph === 'layers',
    });
    const pause = slices();
    let next = growth.next();
    for (; !next.done; next = growth.next()) {
      const wait = pause();
      if (!wait) continue;
      this.status = {
        at: 'busy',
        what: 'Joining the words to a graph',
        share: next.value / words.words.length,
      };
      await wait;
      if (isStale()) return undefined;
    }
    this.#world = { key, world: next.value };
    return next.value;
  }

  async #means(words: Words, world: SmallWorld, ef: number, isStale: () => boolean) {
    const pause = slices();
    let [computed, recall] = [0, 0];
    for (let i = 0; i < ASKED; i++) {
      const query = Math.floor((i * words.words.length) / ASKED);
      const found = searchWord(words, world, query, ef, this.#truth(words, query));
      computed += found.computed / ASKED;
      recall += found.recall / ASKED;
      await pause();
      if (isStale()) return undefined;
    }
    return { computed, recall };
  }

  #truth(words: Words, query: number): number[] {
    return (this.#truths[query] ??= nearestWords(words, query, K));
  }
}

/** Asked often: where it is time to let others work, a promise to wait for. */
function slices(): () => Promise<void> | undefined {
  let started = performance.now();
  return () => {
    if (performance.now() - started < SLICE) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        started = performance.now();
        resolve();
      });
    });
  };
}
