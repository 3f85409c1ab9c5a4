import { describe, expect, it } from 'vitest';
import {
  chopra2005,
  coSent,
  cosineDistance,
  cosineEmbedding,
  cosineMse,
  defaultParameters,
  doubleMargin,
  hingeEmbeddings,
  hingeEmbeddingLoss,
  linearContrastive,
  linearContrastiveBatch,
  onlineContrastive,
  squaredDistanceContrastive,
} from '../../src/lib/losses';

/** Pairs on a line, as far apart as said. */
const apart = (...D: number[]) => ({ x1: D.map(() => [0]), x2: D.map((distance) => [distance]) });

describe('a loss of one pair', () => {
  it('moves a charged pair by the same force however far it is, when it is linear', () => {
    for (const D of [0.1, 0.5, 0.9]) {
      expect(linearContrastive([0], [D], 1).gradient).toEqual({ x1: [1], x2: [-1] });
      expect(linearContrastive([0], [D], 0).gradient).toEqual({ x1: [-1], x2: [1] });
    }
  });

  it('has no gradient exactly at a linear hinge, a subgradient', () => {
    const none = { x1: [0], x2: [0] };
    expect(linearContrastive([0], [1], 1, { m: 1 }).gradient).toEqual(none);
    expect(linearContrastive([0], [0.25], 0, { mPositive: 0.25 }).gradient).toEqual(none);
    expect(squaredDistanceContrastive([0], [2], 1, { m: 4 }).gradient).toEqual(none);
  });

  it('lets a coincident dissimilar pair rest under the margin on the squared distance', () => {
    const { loss, gradient } = squaredDistanceContrastive([1, 2], [1, 2], 1, { m: 4 });
    expect(loss).toBe(2);
    expect(gradient).toEqual({ x1: [0, 0], x2: [0, 0] });
  });

  it('is free between the two margins of the double-margin loss', () => {
    const options = { mPositive: 0.75, m: 0.25 };
    for (const label of [0, 1]) expect(doubleMargin([0], [0.5], label, options).loss).toBe(0);
    expect(doubleMargin([0], [1.75], 0, options).loss).toBe(0.5);
  });

  it('never stops pushing in the form of 2005, where 2Q is the most that a pair costs', () => {
    expect(chopra2005([0], [0], 1, { Q: 3 }).loss).toBe(6);
    expect(chopra2005([0], [20], 1, { Q: 3 }).gradient.x1[0]).toBeGreaterThan(0);
    expect(chopra2005([0, 0], [3, 4], 0, { Q: 2 }).D).toBe(7);
  });

  it('does not depend on the lengths of embeddings when it sees their cosine', () => {
    const options = { m: 0.25, eps: 0 };
    const near = cosineEmbedding([1, 1], [1, 0], -1, options).loss;
    expect(cosineEmbedding([1e3, 1e3], [1e-6, 0], -1, options).loss).toBeCloseTo(near, 14);
    expect(near).toBeCloseTo(Math.SQRT1_2 - 0.25, 14);
  });

  it('takes parallel embeddings by their cosine distance, which rounding does not make negative', () => {
    for (let k = 1; k < 200; k++) {
      const x = [k * 0.1, 0.3, -0.7 * k];
      const longer = x.map((component) => 3 * component);
      expect(cosineDistance(x, longer).D).toBeGreaterThanOrEqual(0);
      for (const loss of [linearContrastive, doubleMargin]) {
        expect(loss(x, longer, 0, { distance: cosineDistance }).loss).toBeCloseTo(0, 14);
      }
    }
  });
});

describe('the hinge embedding loss', () => {
  it('is declared in the labels 0 = similar, and has ±1 as a function, as PyTorch does', () => {
    const declared = hingeEmbeddingLoss.evaluate(
      { x: [0.25, 0.25], y: [0, 1] },
      defaultParameters(hingeEmbeddingLoss),
    );
    expect(declared.items).toEqual([0.25, 0.75]);
    expect(hingeEmbeddings([0.25, 0.25], [1, -1])).toEqual(declared);
  });
});

describe('the linear contrastive loss of a batch', () => {
  it('averages similar and dissimilar pairs apart, each over those that are charged', () => {
    const { loss, items } = linearContrastiveBatch([[0], [0.5], [0.75], [9]], [0, 0, 1, 2]);
    expect(items).toEqual([0.5, 0.25, 0, 0.75, 0, 0]);
    expect(loss).toBe(0.5 + (0.25 + 0.75) / 2);
  });

  it('is zero in a part that has no pairs', () => {
    expect(linearContrastiveBatch([[0], [3]], [0, 0]).loss).toBe(3);
    expect(linearContrastiveBatch([[0], [3]], [0, 1]).loss).toBe(0);
    expect(linearContrastiveBatch([[7]], [0])).toEqual({ loss: 0, items: [], gradient: { x: [[0]] } });
  });

  it('turns its hinges round for a cosine, which is greater the nearer two embeddings are', () => {
    const x = [
      [1, 0],
      [0, 2],
      [3, 0],
    ];
    const options = { measure: 'cosine', mPositive: 1, m: 0.25 } as const;
    expect(linearContrastiveBatch(x, [0, 0, 1], options).items).toEqual([1, 0.75, 0]);
  });
});

describe('the online contrastive loss', () => {
  it('counts the pairs that are out of order alone', () => {
    const { x1, x2 } = apart(1, 3, 2, 4);
    expect(onlineContrastive(x1, x2, [0, 0, 1, 1], { m: 5 }).items).toEqual([0, 9, 9, 0]);
  });

  it('is zero, with no gradient, once every similar pair is nearer than every dissimilar one', () => {
    const { x1, x2 } = apart(1, 2, 3, 4);
    const { loss, gradient } = onlineContrastive(x1, x2, [0, 0, 1, 1], { m: 5 });
    expect([loss, ...gradient.x1.flat(), ...gradient.x2.flat()].map(Math.abs)).toEqual(Array(9).fill(0));
  });

  it('is 0.97 for one similar pair at 0.9 beside one dissimilar pair at 0.1, as its formula says', () => {
    const { x1, x2 } = apart(0.9, 0.1);
    const { loss, items, gradient } = onlineContrastive(x1, x2, [0, 1]);
    expect(items).toEqual([0.81, 0.16].map((item) => expect.closeTo(item, 14)));
    expect(loss).toBeCloseTo(0.97, 14);
    expect(gradient.x2.map(([component]) => component)).toEqual([
      expect.closeTo(1.8, 14),
      expect.closeTo(-0.8, 14),
    ]);
  });

  it('is nothing for that batch in the form before September 2026, which ignored the only pair of a kind', () => {
    const { x1, x2 } = apart(0.9, 0.1);
    expect(onlineContrastive(x1, x2, [0, 1], { ignoreSingle: true }).loss).toBe(0);
    const { x1: a, x2: b } = apart(9, 1, 3);
    expect(onlineContrastive(a, b, [0, 1, 1], { m: 5, ignoreSingle: true }).items).toEqual([81, 16, 0]);
    expect(onlineContrastive(a, b, [0, 1, 1], { m: 5 }).items).toEqual([81, 16, 4]);
  });

  it('takes the mean of the own kind for a bound where there is no pair of the other kind', () => {
    const { x1, x2 } = apart(9, 1, 3);
    expect(onlineContrastive(x1, x2, [0, 0, 0]).items).toEqual([81, 0, 0]);
    expect(onlineContrastive(x1, x2, [1, 1, 1], { m: 5 }).items).toEqual([0, 16, 4]);
  });

  it('refuses more or fewer labels than pairs', () => {
    const { x1, x2 } = apart(1, 2);
    for (const y of [[0], [0, 1, 1]]) {
      expect(() => onlineContrastive(x1, x2, y)).toThrow(`y has ${y.length} entries; 2 are needed`);
    }
  });
});

describe('a loss of scored pairs', () => {
  const a = [
    [1, 0],
    [1, 0],
  ];
  const b = [
    [0, 2],
    [5, 0],
  ];

  it('is zero where all scores are equal, and sees their order alone, in CoSENT', () => {
    expect(coSent(a, b, [0.5, 0.5]).loss).toBe(0);
    expect(coSent(a, b, [1, 2])).toEqual(coSent(a, b, [-3, 40]));
  });

  it('is log(1 + e^{k(cᵢ − cⱼ)}) for two pairs, without overflow', () => {
    expect(coSent(a, b, [0, 1], 1).loss).toBeCloseTo(Math.log1p(Math.exp(-1)), 14);
    expect(coSent(a, b, [1, 0], 1000).loss).toBe(1000);
  });

  it('is the squared error of the cosine, and pulls no parallel pair', () => {
    const { items, gradient } = cosineMse(a, b, [0.5, 0.5]);
    expect(items).toEqual([0.25, 0.25]);
    expect(gradient.a).toEqual(
      [
        [0, -0.5],
        [0, 0],
      ].map((row) => row.map((component) => expect.closeTo(component, 14))),
    );
  });

  it('leaves the zero vector where it is', () => {
    const zero = [[0, 0]];
    expect(cosineMse(zero, [[1, 2]], [1])).toEqual({ loss: 1, items: [1], gradient: { a: zero, b: zero } });
  });
});
