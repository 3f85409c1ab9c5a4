import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digitPictures } from '../../scripts/digits/files';
import { evaluate } from '../../src/lib/learning/evaluate';
import { nearestNeighbours } from '../../src/lib/learning/top-k';
import { NEIGHBOURS } from '../../src/lib/learning/objective';
import { settingsFrom } from '../../src/lib/learning/settings';
import { shapeOf, weightCount } from '../../src/lib/learning/shape';
import { pretrainedNetwork } from '../../src/lib/learning/pretrained/networks';
import reference from '../fixtures/training/accuracy.json';
import { digitsFor } from '../learning/support/data';

const textOf = (page: string) => readFileSync(`content/pages/${page}.md`, 'utf8').replace(/\s+/g, ' ');

/** The numbers that a sentence of a page gives, where its groups say. */
function written(page: string, sentence: RegExp): number[] {
  const found = sentence.exec(textOf(page));
  if (!found) throw new Error(`the page ${page} does not say ${sentence.source}`);
  return found.slice(1).map((text) => Number(text.replaceAll(',', '')));
}

/** Greys of digits, 196 a picture, from 0 to 1. */
function greysOf(digits: readonly number[], part: 'train' | 'held') {
  const pictures = digits.map((digit) => digitPictures(digit, 14)[part]);
  return {
    points: pictures.flatMap((bytes) => Array.from(bytes, (byte) => byte / 255)),
    labels: pictures.flatMap((bytes, c) => Array<number>(bytes.length / 196).fill(digits[c] as number)),
    dim: 196,
  };
}

describe('what a page counts and no widget shows', () => {
  it('is true of the neighbours of fours and nines', () => {
    const { train } = digitsFor([4, 9]);
    const search = nearestNeighbours(train.pictures, NEIGHBOURS);
    let next = search.next();
    while (!next.done) next = search.next();
    const same = Array.from(
      next.value,
      (j, k) => train.labels[j] === train.labels[Math.floor(k / NEIGHBOURS)],
    );
    const share = same.filter(Boolean).length / same.length;
    expect(written('training', /(\d+) of 100 neighbours in pixel space show the same digit/)).toEqual([
      Math.round(100 * share),
    ]);
  });

  it('is true of the pixels themselves', () => {
    const { knn } = evaluate(greysOf([4, 9], 'held'), greysOf([4, 9], 'train'));
    expect(written('training', /among the 196 greys themselves recognise (\d+) % of the held-out/)).toEqual([
      Math.round(100 * knn),
    ]);
  });

  it('is true of the networks’ weights', () => {
    // The rows of classes are there for losses that have them.
    const count = (settings: object) => weightCount({ ...shapeOf(settingsFrom(settings)), classes: 0 });
    expect(written('training', /that makes ([\d,]+) weights/)).toEqual([count({})]);
    expect(written('training', /\[x\] ([\d,]+): each hidden unit/)).toEqual([
      count({ side: 28, hidden: 128 }),
    ]);
  });

  it('is true of the runs in PyTorch', () => {
    const { 'c10-196-64-2': plane, 'c10-196-64-16': space } = reference.runs;
    expect(
      written(
        'training',
        /with (\d+) outputs instead of two, .* reached ([\d.]+) ± ([\d.]+) % .* with ([\d,]+) digits to learn from; with two outputs it was ([\d.]+) ± ([\d.]+) %/,
      ),
    ).toEqual([space.outputs, space.mean, space.sd, space.trained, plane.mean, plane.sd]);
  });

  it('is true of the networks to draw for, among all stored digits', () => {
    const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    const [held, stored] = [greysOf(all, 'held'), greysOf(all, 'train')];
    const right = (['plane', 'space'] as const).map((name) => {
      const network = pretrainedNetwork(name);
      const embedded = ({ points, labels }: typeof held) => ({
        points: network
          .embed(labels.map((_, i) => Float32Array.from(points.slice(196 * i, 196 * (i + 1)))))
          .flat(),
        labels,
        dim: network.dim,
      });
      return Math.round(100 * evaluate(embedded(held), embedded(stored)).knn);
    });
    expect(
      written(
        'handwriting',
        /the network of two numbers reads (\d+) % of ([\d,]+) held-out digits correctly, and that of sixteen (\d+)\./,
      ),
    ).toEqual([right[0], held.labels.length, right[1]]);
  });
});
