import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  allTriplets,
  crossEntropy,
  marginTarget,
  nearestSemiHard,
  ntXent,
  tripletOfDistances,
} from '../../src/lib/losses';
import { normal, random } from '../../src/lib/state/random';
import results from '../../src/lib/widgets/train/results.json';

const textOf = (page: string) => readFileSync(`content/pages/${page}.md`, 'utf8').replace(/\s+/g, ' ');

/** The numbers that a sentence of a page gives, where its groups say. */
function written(page: string, sentence: RegExp): number[] {
  const found = sentence.exec(textOf(page));
  if (!found) throw new Error(`the page ${page} does not say ${sentence.source}`);
  return found.slice(1).map(Number);
}

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Rows of length 1 in random directions. */
function directions(uniform: () => number, count: number, d: number): Float64Array[] {
  return Array.from({ length: count }, () => {
    const row = Float64Array.from({ length: d }, () => normal(uniform));
    const length = Math.sqrt(dot(row, row));
    return row.map((v) => v / length);
  });
}

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
};

describe('an embedding that is spread and knows nothing of the classes', () => {
  const labels = Array.from({ length: 72 }, (_, i) => Math.floor(i / 4));
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);
  const squares = seeds.map((seed) => {
    const x = directions(random(seed), 72, 512);
    return x.map((a) => x.map((b) => 2 - 2 * dot(a, b)));
  });
  const level = (miner: typeof allTriplets, squared: boolean) =>
    mean(
      squares.map((D2) => {
        const D = squared ? D2 : D2.map((row) => row.map((v) => Math.sqrt(Math.max(0, v))));
        const distance = (i: number, j: number) => D[i]?.[j] ?? NaN;
        return mean(
          miner(D, labels).map(
            ([a, p, n]) => tripletOfDistances(distance(a, p), distance(a, n), { m: 0.5 }).loss,
          ),
        );
      }),
    );

  it('rests at the margin under a triplet loss, as the page on misconceptions says', () => {
    const [all, squared, plain] = written(
      'misconceptions',
      /the mean over all triplets is ([\d.]+) as well, and with the nearest semi-hard negative for each pair ([\d.]+) for squared distances and ([\d.]+) for plain ones/,
    );
    expect(level(allTriplets, true)).toBeCloseTo(all as number, 2);
    expect(level(allTriplets, false)).toBeCloseTo(all as number, 2);
    expect(level(nearestSemiHard, true)).toBeCloseTo(squared as number, 3);
    expect(level(nearestSemiHard, false)).toBeCloseTo(plain as number, 3);
  });
});

describe('the first step of ArcFace in random directions', () => {
  /** The mean loss of a batch of random embeddings, n random weights being common to all of it. */
  function simulated(n: number, d: number, s: number): number {
    const uniform = random(5);
    const [weights, embeddings] = [directions(uniform, n, d), directions(uniform, 96, d)];
    const target = marginTarget('arcface', { m1: 1, m2: 0.5, m3: 0, past: 'guard' });
    const losses = embeddings.map((x) => {
      const logits = weights.map((w) => s * dot(w, x));
      const own = (logits.shift() as number) / s;
      // Either sign of the own cosine is as likely, and taking both leaves less to chance.
      return mean([own, -own].map((c) => crossEntropy([s * target(Math.acos(c)).value, ...logits], 0).loss));
    });
    return mean(losses);
  }

  it('costs what the page says of 512 dimensions and of 128', () => {
    const [wide] = written('arcface-loss', /draws the directions at random pays ([\d.]+) on average/);
    const [narrow] = written('arcface-loss', /and the program pays ([\d.]+)\./);
    expect(Math.abs(simulated(10000, 512, 64) - (wide as number))).toBeLessThan(0.3);
    expect(Math.abs(simulated(10000, 128, 64) - (narrow as number))).toBeLessThan(0.5);
  });
});

describe('two formulas under the name NT-Xent', () => {
  it('cost the most even picture of three classes what the page of the family says', () => {
    const labels = [0, 0, 0, 1, 1, 1, 2, 2, 2];
    const x = labels.map((c) => [Math.cos((2 * Math.PI * c) / 3), Math.sin((2 * Math.PI * c) / 3)]);
    const [library, paper] = written('loss-family', /([\d.]+) for an ideal one, against ([\d.]+) here/);
    expect(ntXent(x, labels, { temperature: 0.2 }).loss).toBeCloseTo(library as number, 3);
    const { loss } = ntXent(x, labels, { temperature: 0.2, denominator: 'all-others' });
    expect(loss).toBeCloseTo(paper as number, 3);
  });
});

describe('the five seeds of the softmax on the circle', () => {
  it('hold one that went wrong, and four whose mean the page gives', () => {
    const { knnOfSeeds } = results['classes=0,1,2,3,4,5,6,7,8,9&loss=softmax'];
    const [fourth] = written('training', /the four others reach ([\d.]+) % on average/);
    const others = [...knnOfSeeds].sort((a, b) => a - b).slice(1);
    expect(100 * mean(others)).toBeCloseTo(fourth as number, 1);
    expect(Math.min(...knnOfSeeds)).toBeLessThan(0.5);
  });
});
