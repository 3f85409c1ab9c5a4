import { describe, expect, it } from 'vitest';
import { Embedder } from '../../src/lib/learning/embedder';
import { evaluate } from '../../src/lib/learning/evaluate';
import { CHOICE, GALLERY, halved, SIDE, type Digit } from '../../src/lib/learning/pretrained/digits';
import { pretrainedNetwork } from '../../src/lib/learning/pretrained/networks';
import { digitPictures } from '../../scripts/digits/files';

describe('the digits that come with the pages', () => {
  it('are ten of each to compare with and four others, which come in turns', () => {
    expect(GALLERY.map(({ digit }) => digit)).toEqual(
      Array.from({ length: 100 }, (_, i) => Math.floor(i / 10)),
    );
    expect(CHOICE.map(({ digit }) => digit)).toEqual(Array.from({ length: 40 }, (_, i) => i % 10));
    const pictures = new Set([...GALLERY, ...CHOICE].map(({ pixels }) => pixels.join()));
    expect(pictures.size).toBe(140);
  });

  it('are held-out digits of the data, in sixteen greys', () => {
    const { held } = digitPictures(7, SIDE);
    const pixels = GALLERY[70]?.pixels ?? [];
    expect(pixels).toHaveLength(SIDE * SIDE);
    pixels.forEach((grey, k) => expect(Math.abs(grey - (held[k] as number) / 255)).toBeLessThan(0.034));
  });

  it('are halved from 28 × 28 by the means of 2 × 2 pixels', () => {
    const full = new Float32Array(784);
    full.set([1, 0.5], 0);
    full.set([0.5, 0], 28);
    full[783] = 1;
    const half = halved(full);
    expect(half[0]).toBe(0.5);
    expect(half[195]).toBe(0.25);
    expect(half.reduce((sum, grey) => sum + grey, 0)).toBe(0.75);
  });
});

describe('the networks that come with the pages', () => {
  it.each([
    ['plane', 2, 0.8],
    ['space', 16, 0.85],
  ] as const)(
    'embed in the %s of %d numbers, where five neighbours tell held-out digits',
    (name, dim, least) => {
      const network = pretrainedNetwork(name);
      const embedded = (digits: readonly Digit[]) => ({
        points: network.embed(digits.map(({ pixels }) => pixels)).flat(),
        labels: digits.map(({ digit }) => digit),
        dim,
      });
      expect(network.dim).toBe(dim);
      expect(evaluate(embedded(CHOICE), embedded(GALLERY)).knn).toBeGreaterThanOrEqual(least);
    },
  );

  it('embed a picture alone as they do among many', () => {
    const network = pretrainedNetwork('space');
    const pictures = GALLERY.map(({ pixels }) => pixels);
    const together = network.embed(pictures);
    expect(network.embed([pictures[77] as Float32Array])).toEqual([together[77]]);
  });

  it('of losses that compare directions embed on the unit sphere', () => {
    const { saved } = pretrainedNetwork('space');
    const rows = new Float32Array(saved.weights.length);
    rows.set(saved.weights);
    const network = new Embedder({
      ...saved,
      weights: rows,
      settings: { ...saved.settings, loss: 'arcface' },
    });
    const [at = []] = network.embed([GALLERY[0]?.pixels ?? []]);
    expect(Math.hypot(...at)).toBeCloseTo(1, 12);
  });
});
