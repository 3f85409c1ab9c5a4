import { describe, expect, it } from 'vitest';
import {
  circle,
  clip,
  cosineSimilarity,
  infoNce,
  informative,
  informativePairs,
  multiSimilarity,
  ntXent,
  sigLip,
  softHinge,
  supCon,
} from '../../src/lib/losses';
import { normal, random } from '../../src/lib/state/random';

const rows = (seed: number, count: number, d = 3): number[][] => {
  const uniform = random(seed);
  return Array.from({ length: count }, () => Array.from({ length: d }, () => normal(uniform)));
};
const basis = (d: number) =>
  Array.from({ length: d }, (_, i) => Array.from({ length: d }, (_, k) => (i === k ? 1 : 0)));
const cos = (a: readonly number[] = [], b: readonly number[] = []) => cosineSimilarity()(a, b).D;
const close = (actual: readonly (readonly number[])[], expected: readonly (readonly number[])[]) => {
  const [ours, theirs] = [actual.flat(), expected.flat()];
  expect(ours).toHaveLength(theirs.length);
  theirs.forEach((value, k) => expect(ours[k]).toBeCloseTo(value, 10));
};

describe('the soft hinge', () => {
  it('is zero for nothing, log 2 for a zero, and the largest where that is far above zero', () => {
    expect(softHinge([])).toEqual({ value: 0, gradient: [] });
    expect(softHinge([0]).value).toBeCloseTo(Math.LN2, 15);
    expect(softHinge([800, 3])).toEqual({ value: 800, gradient: [1, 0] });
  });

  it('keeps the digits of a value near zero', () => {
    expect(softHinge([-60]).value / Math.exp(-60)).toBeCloseTo(1, 12);
  });
});

describe('InfoNCE', () => {
  it('costs log B where all embeddings coincide, and nothing in a batch of one', () => {
    const same = Array.from({ length: 5 }, () => [1, 2]);
    expect(infoNce(same, same).loss).toBeCloseTo(Math.log(5), 12);
    expect(infoNce([[1, 2]], [[3, -1]])).toEqual({
      loss: 0,
      items: [0],
      gradient: { a: [[0, 0]], b: [[0, 0]] },
    });
  });

  it('keeps the digits of a loss near zero', () => {
    const { loss } = infoNce(basis(3), basis(3), { temperature: 0.02 });
    expect(loss / (2 * Math.exp(-50))).toBeCloseTo(1, 12);
  });

  it('becomes, times the temperature, the lead of the nearest negative as the temperature falls', () => {
    const [a, b] = [rows(1, 6), rows(2, 6)];
    const { items } = infoNce(a, b, { temperature: 1e-3 });
    items.forEach((item, i) => {
      const nearest = Math.max(...b.flatMap((row, j) => (j === i ? [] : [cos(a[i], row)])));
      expect(1e-3 * item).toBeCloseTo(Math.max(0, nearest - cos(a[i], b[i])), 2);
    });
  });

  it('refuses another number of positives, and a temperature that is not above zero', () => {
    expect(() => infoNce(rows(1, 3), rows(2, 4))).toThrow('b has 4 rows; 3 are needed');
    expect(() => infoNce(rows(1, 3), rows(2, 3), { temperature: 0 })).toThrow(
      'temperature is 0; a finite number > 0 is allowed',
    );
  });
});

describe('CLIP', () => {
  const [img, txt] = [rows(3, 4), rows(4, 4)];

  it('is the mean of InfoNCE both ways, at one over the temperature', () => {
    const [there, back] = [
      infoNce(img, txt, { temperature: 1 / 7 }),
      infoNce(txt, img, { temperature: 1 / 7 }),
    ];
    const { loss, gradient } = clip(img, txt, 7);
    expect(loss).toBeCloseTo((there.loss + back.loss) / 2, 12);
    const half = (one: number[][], other: number[][]) =>
      one.map((row, i) => row.map((g, k) => (g + (other[i]?.[k] ?? NaN)) / 2));
    close(gradient.img, half(there.gradient.a, back.gradient.b));
    close(gradient.txt, half(there.gradient.b, back.gradient.a));
  });

  it('asks for a larger scale where every pair is the best of its row and column', () => {
    expect(clip(img, img, 5).gradient.scale).toBeLessThan(0);
    expect(clip(img, img.toReversed(), 5).gradient.scale).toBeGreaterThan(0);
  });
});

describe('SigLIP', () => {
  it('divides by the images and not by the pairs', () => {
    const { loss, items } = sigLip(basis(3), basis(3), 10, -10);
    expect(items).toHaveLength(9);
    expect(loss).toBeCloseTo((3 * Math.LN2 + 6 * Math.log1p(Math.exp(-10))) / 3, 12);
  });

  it('is the logistic loss of each pair on its own', () => {
    const { loss, gradient } = sigLip([[1, 0]], [[1, 0]], 2, -1);
    expect(loss).toBeCloseTo(Math.log1p(Math.exp(-1)), 12);
    expect(gradient.b).toBeCloseTo(-1 / (1 + Math.E), 12);
    expect(gradient.t).toBeCloseTo(-1 / (1 + Math.E), 12);
  });

  it('stays finite where a logit is a million', () => {
    const { loss, gradient } = sigLip([[1e3]], [[-1e3]], 1, 0, { normalise: false });
    expect(loss).toBe(1e6);
    expect(gradient.img).toEqual([[1e3]]);
  });
});

describe('NT-Xent', () => {
  it('is the supervised contrastive loss where every class has two rows', () => {
    const [x, labels] = [rows(5, 8), [0, 1, 2, 3, 0, 1, 2, 3]];
    const ours = ntXent(x, labels, { temperature: 0.3 });
    const theirs = supCon(x, labels, { temperature: 0.3, baseTemperature: 0.3 });
    expect(ours.loss).toBeCloseTo(theirs.loss, 12);
    close(ours.gradient.x, theirs.gradient.x);
  });

  it('is SupCon’s mean in classes of one size, with every other row in the denominator as eq. 1 has it', () => {
    const [x, labels] = [rows(5, 9), [0, 0, 0, 1, 1, 1, 2, 2, 2]];
    const ours = ntXent(x, labels, { temperature: 0.3, denominator: 'all-others' });
    const theirs = supCon(x, labels, { temperature: 0.3, baseTemperature: 0.3 });
    expect(ours.loss).toBeCloseTo(theirs.loss, 12);
    close(ours.gradient.x, theirs.gradient.x);
  });

  it('leaves the other positives out of the denominator by default', () => {
    const x = [
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
    ];
    const { items } = ntXent(x, [0, 0, 0, 1], { temperature: 1 });
    expect(items).toHaveLength(6);
    items.forEach((item) => expect(item).toBeCloseTo(Math.log1p(Math.exp(-1)), 12));
  });

  it('costs nothing without positives, or without negatives', () => {
    expect(ntXent(rows(6, 3), [0, 1, 2])).toMatchObject({ loss: 0, items: [] });
    expect(ntXent(rows(6, 3), [4, 4, 4])).toMatchObject({ loss: 0, items: [0, 0, 0, 0, 0, 0] });
  });

  it('knows no direction between rows that coincide, by minus the distance', () => {
    const { gradient } = ntXent(
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
      [0, 0, 1],
      { distance: 'euclidean' },
    );
    expect(gradient.x.flat()).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('the supervised contrastive loss', () => {
  const x = rows(7, 6);

  it('is log of the others’ number where all embeddings coincide', () => {
    const same = Array.from({ length: 6 }, () => [1, 2]);
    expect(supCon(same, [0, 0, 0, 1, 1, 1]).loss).toBeCloseTo(Math.log(5), 12);
  });

  it('is multiplied by the temperature over the base temperature', () => {
    const labels = [0, 0, 1, 1, 1, 0];
    const [one, other] = [0.1, 0.2].map(
      (baseTemperature) => supCon(x, labels, { temperature: 0.2, baseTemperature }).loss,
    );
    expect(one).toBeCloseTo(2 * (other ?? NaN), 12);
  });

  it('counts anchors without positives in the mean, but not in the mean of those above zero', () => {
    const labels = [0, 0, 1, 2, 3, 4];
    const [mean, active] = (['mean', 'mean-active'] as const).map(
      (reducer) => supCon(x, labels, { reducer }).loss,
    );
    expect(active).toBeCloseTo(3 * (mean ?? NaN), 12);
  });

  it('has the first views alone as anchors in the contrast mode one', () => {
    const labels = [0, 1, 2, 0, 1, 2];
    const all = supCon(x, labels);
    const one = supCon(x, labels, { contrastMode: 'one', views: 2 });
    expect(one.items).toEqual(all.items.slice(0, 3));
  });

  it('refuses views that do not divide the rows', () => {
    expect(() => supCon(x, [0, 0, 0, 0, 0, 0], { contrastMode: 'one', views: 4 })).toThrow(
      'views is 4; a divisor of the number of rows, 6, is allowed',
    );
  });

  it('costs something in a batch of one class, unless negatives are needed', () => {
    const labels = [3, 3, 3, 3, 3, 3];
    expect(supCon(x, labels).loss).toBeGreaterThan(0);
    const { loss, gradient } = supCon(x, labels, { needsNegatives: true });
    expect(loss).toBe(0);
    expect(gradient.x.flat().every((g) => g === 0)).toBe(true);
  });
});

describe('the mining of the multi-similarity loss', () => {
  const partners = { positive: [1, 2], negative: [3, 4] };

  it('keeps positives below the nearest negative and negatives above the farthest positive', () => {
    expect(informative([1, 0.9, 0.4, 0.6, 0.2], partners, 0)).toEqual({ positive: [2], negative: [3] });
  });

  it('keeps more with slack, but none that is only just at its limit', () => {
    const s = [1, 0.75, 0.5, 0.5, 0.25];
    expect(informative(s, partners, 0.25)).toEqual({ positive: [2], negative: [3] });
    expect(informative(s, partners, 0.26)).toEqual(partners);
  });

  it('keeps nothing for an anchor without positives or without negatives', () => {
    const none = { positive: [], negative: [] };
    expect(informative([1, 0.5], { positive: [1], negative: [] }, 0.1)).toEqual(none);
    expect(informative([1, 0.5], { positive: [], negative: [1] }, 0.1)).toEqual(none);
  });

  it('lists the pairs of a batch by their anchors', () => {
    const x = [
      [1, 0],
      [0, 1],
      [1, 0.1],
    ];
    expect(informativePairs(x, [0, 0, 1], 0)).toEqual({
      positive: [
        [0, 1],
        [1, 0],
      ],
      negative: [
        [0, 2],
        [1, 2],
      ],
    });
  });
});

describe('the multi-similarity loss', () => {
  it('is the sum of two soft hinges, each over its own scale', () => {
    const { items } = multiSimilarity(
      [
        [1, 0],
        [1, 0],
        [0, 1],
      ],
      [0, 0, 1],
      {
        alpha: 2,
        beta: 10,
        lambda: 0.5,
        mined: false,
      },
    );
    const [pull, push] = [Math.log1p(Math.exp(-1)) / 2, Math.log1p(Math.exp(-5)) / 10];
    expect(items[0]).toBeCloseTo(pull + push, 12);
    expect(items[2]).toBeCloseTo(Math.log1p(2 * Math.exp(-5)) / 10, 12);
  });

  it('costs nothing with one pair of either kind, where two are needed', () => {
    const [x, labels] = [
      [
        [1, 0],
        [0, 1],
        [1, 0.1],
      ],
      [0, 0, 1],
    ];
    const options = { epsilon: 0 };
    expect(multiSimilarity(x, labels, { ...options, leastPairs: 2 }).loss).toBeGreaterThan(0);
    expect(multiSimilarity(x, labels, { ...options, leastPairs: 3 })).toMatchObject({
      loss: 0,
      items: [0, 0, 0],
    });
  });
});

describe('the circle loss', () => {
  const [m, gamma] = [0.25, 4];
  const [x, labels] = [
    [
      [1, 0.2],
      [0.3, 1],
      [0.9, -0.4],
    ],
    [0, 0, 1],
  ];
  const options = { m, gamma, over: 'batch' } as const;
  const [sp, sn, sn2] = [cos(x[0], x[1]), cos(x[0], x[2]), cos(x[1], x[2])];
  const weigh = (s: number, optimum: number) => Math.max(0, Math.abs(optimum - s));

  it('is one softplus over all pairs of the batch, or one for each anchor', () => {
    const p = Math.exp(-gamma * weigh(sp, 1 + m) * (sp - 1 + m));
    const n = [sn, sn2].map((s) => Math.exp(gamma * Math.max(0, s + m) * (s - m)));
    const [n0 = NaN, n1 = NaN] = n;
    expect(circle(x, labels, options).items).toHaveLength(1);
    expect(circle(x, labels, options).loss).toBeCloseTo(Math.log1p(p * (n0 + n1)), 12);
    const { items } = circle(x, labels, { ...options, over: 'anchor' });
    expect(items).toHaveLength(3);
    expect(items[0]).toBeCloseTo(Math.log1p(p * n0), 12);
    expect(items[2]).toBe(0);
  });

  it('holds the weights constant in its gradient', () => {
    const [alphaP, alphaN, alphaN2] = [1 + m - sp, sn + m, Math.max(0, sn2 + m)];
    const frozen = (moved: readonly number[][]) => {
      const [p, n, n2] = [cos(moved[0], moved[1]), cos(moved[0], moved[2]), cos(moved[1], moved[2])];
      return Math.log1p(
        Math.exp(-gamma * alphaP * (p - 1 + m)) *
          (Math.exp(gamma * alphaN * (n - m)) + Math.exp(gamma * alphaN2 * (n2 - m))),
      );
    };
    const { gradient } = circle(x, labels, options);
    x.forEach((row, i) => {
      row.forEach((_, k) => {
        const at = (h: number) =>
          frozen(x.map((r, j) => r.map((value, l) => (i === j && k === l ? value + h : value))));
        expect(gradient.x[i]?.[k]).toBeCloseTo((at(1e-6) - at(-1e-6)) / 2e-6, 7);
      });
    });
  });

  it('has another gradient as its derivative, and the same value', () => {
    const [held, moving] = [true, false].map((detached) => circle(x, labels, { ...options, detached }));
    expect(held?.loss).toBe(moving?.loss);
    expect(held?.gradient.x).not.toEqual(moving?.gradient.x);
  });

  it('stays finite at the scale of faces, for opposite and for equal rows', () => {
    const { loss, gradient } = circle(
      [
        [1, 0],
        [-1, 0],
        [1, 0],
      ],
      [0, 0, 1],
      { m: 0.25, gamma: 256 },
    );
    expect(Number.isFinite(loss)).toBe(true);
    expect(gradient.x.flat().every(Number.isFinite)).toBe(true);
  });

  it('costs nothing in a batch of one class', () => {
    expect(circle(x, [0, 0, 0])).toMatchObject({ loss: 0, items: [0, 0, 0] });
  });
});

describe('a zero vector', () => {
  it('has cosines and a gradient of zero', () => {
    const x = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ];
    const labels = [0, 1, 0, 1];
    const zero = [0, 0];
    for (const loss of [ntXent, supCon, multiSimilarity, circle]) {
      expect(loss(x, labels).gradient.x[0]).toEqual(zero);
    }
    expect(infoNce(x, x).gradient.a[0]).toEqual(zero);
    expect(clip(x, x, 10).gradient.img[0]).toEqual(zero);
    expect(sigLip(x, x, 10, -10).gradient.txt[0]).toEqual(zero);
  });
});
