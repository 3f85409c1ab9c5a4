import { defineWidget } from '../../state/define';
import { formatFixed } from '../../state/format';
import { choice, number, point } from '../../state/parameters';
import { WORDS_FILE } from '../../clustering/words';
import { graphSearchModel, K, newMemory, observed, type GraphSearchModel } from './model';
import { REACH } from './points';
import { STORED, type WordResult } from './words';

/** What is said of words that were not loaded. */
const NOT_YET = 'not yet searched';

const either =
  (plane: (model: GraphSearchModel) => number, words: (result: WordResult) => number | undefined) =>
  (model: GraphSearchModel): number | string => {
    if (model.of === 'points') return plane(model);
    return (model.words && words(model.words)) ?? NOT_YET;
  };

export const definition = defineWidget({
  id: 'graph-search',
  name: 'Approximate search: HNSW',
  topic: 'Networks at work',
  title: 'Drag the query, and count the distances',
  about:
    `A search for the ${K} nearest of many stored points by a greedy walk on a graph, as HNSW does it, beside brute force: ` +
    'how many distances it computes and how many of the nearest it finds.',
  compact: { controls: ['ef'], parts: ['numbers'], more: ['M', 'n', 'graph', 'seed', 'means', 'of', 'word'] },
  parameters: {
    q: point({
      label: 'query',
      symbol: 'q',
      default: [0.45, -0.35],
      min: [-REACH, -REACH],
      max: [REACH, REACH],
    }),
    ef: number({ label: 'candidates kept', symbol: 'ef', default: 5, min: K, max: 60, step: 1 }),
    M: number({ label: 'neighbours of a new point', symbol: 'M', default: 4, min: 2, max: 12, step: 1 }),
    n: number({ label: 'stored points', symbol: 'n', default: 400, min: 50, max: 1000, step: 1 }),
    graph: choice({
      label: 'Graph',
      default: 'layers',
      options: [
        { value: 'layers', label: 'in layers' },
        { value: 'flat', label: 'one layer' },
      ],
    }),
    of: choice({
      label: 'Stored are',
      default: 'points',
      options: [
        { value: 'points', label: 'points of the plane' },
        { value: 'words', label: '3,000 English words' },
      ],
    }),
    word: number({ label: 'word, by its rank', default: 641, min: 1, max: STORED, step: 1 }),
    seed: number({ label: 'seed of the points', default: 1, min: 1, max: 99, step: 1 }),
  },
  files: [WORDS_FILE],
  model: (values) => graphSearchModel(values),
  createModel() {
    const memory = newMemory();
    return { model: (values) => graphSearchModel(values, memory) };
  },
  observe: observed,
  outputs: {
    computed: {
      label: 'distances computed',
      digits: 0,
      value: either(
        ({ seen }) => seen.length,
        ({ computed }) => computed,
      ),
    },
    bruteForce: { label: 'by brute force', digits: 0, value: ({ n }) => n },
    found: {
      label: `of the ${K} nearest found`,
      digits: 0,
      value: either(
        ({ recall }) => Math.round(K * recall),
        ({ recall }) => Math.round(K * recall),
      ),
    },
    meanComputed: {
      label: 'distances, mean of many queries',
      digits: 0,
      value: either(
        ({ means }) => means.computed,
        ({ means }) => means?.computed,
      ),
    },
    meanRecall: {
      label: 'nearest found, mean of many queries',
      unit: ' %',
      digits: 1,
      value: either(
        ({ means }) => 100 * means.recall,
        ({ means }) => means && 100 * means.recall,
      ),
    },
    layers: {
      label: 'layers',
      digits: 0,
      value: either(
        ({ layers }) => layers,
        ({ layers }) => layers,
      ),
    },
    hops: { label: 'points visited', digits: 0, value: ({ hops }) => hops.length },
  },
  summary({ ef }, { of, words, seen, n, recall, layers, means }) {
    if (of === 'words') {
      const what = `${STORED} English words, each a vector of 100 numbers`;
      if (!words) return `${what}, which are not loaded.`;
      return (
        `${what}. With ${ef} candidates kept, the walk computes ${words.computed} distances where brute force computes ` +
        `${n}, and finds ${Math.round(K * words.recall)} of the ${K} nearest.`
      );
    }
    return (
      `With ${ef} candidates kept, the walk over ${layers} ${layers === 1 ? 'layer' : 'layers'} computes ` +
      `${seen.length} distances where brute force computes ${n}, and finds ${Math.round(K * recall)} of the ${K} nearest; ` +
      `over 200 queries ${formatFixed(means.computed, 0)} distances and ${formatFixed(100 * means.recall, 1)} %.`
    );
  },
});
