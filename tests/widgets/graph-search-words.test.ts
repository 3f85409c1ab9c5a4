import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeWords, smallWorld } from '../../src/lib/clustering';
import { definition } from '../../src/lib/widgets/graph-search/definition';
import { graphSearchModel, observed } from '../../src/lib/widgets/graph-search/model';
import {
  measurementsOf,
  nearestWords,
  resultOf,
  searchWord,
  STORED,
} from '../../src/lib/widgets/graph-search/words';

const file = new Uint8Array(readFileSync('static/words/glove.bin'));
const words = decodeWords(file);
const place = (word: string) => words.words.indexOf(word);

describe('the stored words', () => {
  it('are three thousand different ones, with a hundred numbers each', () => {
    expect(new Set(words.words).size).toBe(STORED);
    expect(words.points.at).toHaveLength(100 * STORED);
  });

  it('have vectors of length 1, but for rounding', () => {
    for (const i of [0, 700, 2999]) {
      const vector = Array.from(words.points.at).slice(100 * i, 100 * i + 100);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 2);
    }
  });

  it('have words of like use for neighbours', () => {
    const near = nearestWords(words, place('monday'), 5).map((i) => words.words[i]);
    expect(near).toEqual(expect.arrayContaining(['tuesday', 'wednesday', 'thursday', 'friday']));
    expect(near).not.toContain('monday');
  });

  it.each([
    [
      'a file that is cut off',
      file.subarray(0, file.length - 1),
      /^the words have 299999 numbers; 300000 are expected$/,
    ],
    ['something else', new TextEncoder().encode('{"a": 1}\n'), /^these are no words/],
    ['nothing', new Uint8Array(0), /^these are no words/],
  ])('are refused from %s, with the reason', (_, bytes, why) => {
    expect(() => decodeWords(bytes)).toThrow(why);
  });
});

describe('a walk to the neighbours of a word', () => {
  const some = {
    words: words.words.slice(0, 300),
    points: { at: Array.from(words.points.at).slice(0, 30_000), dim: 100 },
  };
  const world = smallWorld(some.points, { M: 8, efConstruction: 40, seed: 1, layered: true });
  const truth = nearestWords(some, 17, 5);

  it('finds all of them with enough candidates, and not the word itself', () => {
    const { found, missed, recall, computed } = searchWord(some, world, 17, 60, truth);
    expect(found.map(({ word }) => word)).toEqual(truth.map((i) => some.words[i]));
    expect([missed, recall]).toEqual([[], 1]);
    expect(computed).toBeLessThan(300);
  });

  it('finds and misses five of the nearest together, whatever it is given', () => {
    for (const ef of [6, 10]) {
      const { found, missed, recall } = searchWord(some, world, 17, ef, truth);
      expect(found.filter(({ isTrue }) => isTrue).length + missed.length).toBe(5);
      expect(recall).toBeCloseTo(1 - missed.length / 5, 12);
    }
  });
});

describe('a figure of words', () => {
  it('says that nothing was searched until something was', () => {
    const model = graphSearchModel({ of: 'words', q: [0, 0], ef: 5, M: 4, n: 50, graph: 'layers', seed: 1 });
    const { computed, meanRecall } = definition.outputs;
    expect(computed?.value(model)).toBe('not yet searched');
    const result = { computed: 90, recall: 0.8, layers: 5 };
    const after = observed(model, measurementsOf(result));
    expect(after.words).toEqual(result);
    expect(computed?.value(after)).toBe(90);
    expect(meanRecall?.value(after)).toBe('not yet searched');
    expect(resultOf({ computed: 3 })).toBeUndefined();
  });
});
