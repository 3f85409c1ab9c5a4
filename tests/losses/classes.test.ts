import { describe, expect, it } from 'vitest';
import {
  angleOf,
  arcFace,
  arcFaceTarget,
  center,
  combinedMarginTarget,
  cosFaceTarget,
  crossEntropy,
  crossEntropyOfOthers,
  movedCenters,
  normalizedSoftmax,
  normalizedSoftmaxTarget,
  proxyAnchor,
  proxyNca,
  sphereFace,
  sphereFaceTarget,
  subCenterArcFace,
  type TargetOfAngle,
} from '../../src/lib/losses';

const ANGLES = [0.1, 0.5, 1, 1.4, 1.8, 2.3, 2.55, 3];
const at = (theta: number) => [Math.cos(theta), Math.sin(theta)];

/** Three classes in the plane, none of them along another. */
const W = [
  [1, 0],
  [-1, 1.5],
  [-0.5, -2],
];

describe('the angle of a cosine', () => {
  it('is from 0 to π even where rounding has carried the cosine beyond 1', () => {
    expect(angleOf(1 + 1e-15)).toBe(0);
    expect(angleOf(-1 - 1e-15)).toBe(Math.PI);
    expect(angleOf(0)).toBe(Math.PI / 2);
  });
});

describe('the cross-entropy of logits', () => {
  it('is log C for C equal logits, and nothing for a single one', () => {
    expect(crossEntropy([7, 7, 7], 1).loss).toBeCloseTo(Math.log(3), 14);
    expect(crossEntropy([7], 0)).toEqual({ loss: 0, gradient: [0] });
  });

  it('keeps the digits of a loss near zero, and of its gradient', () => {
    const { loss, gradient } = crossEntropy([0, 50], 1);
    expect(loss / Math.exp(-50)).toBeCloseTo(1, 12);
    expect((gradient[1] ?? 0) / -Math.exp(-50)).toBeCloseTo(1, 12);
  });

  it('is the softplus of what it is without the true class in the denominator', () => {
    const z = [0.3, 2, -1];
    expect(crossEntropy(z, 0).loss).toBeCloseTo(Math.log1p(Math.exp(crossEntropyOfOthers(z, 0).loss)), 14);
    expect(crossEntropyOfOthers(z, 1).loss).toBeLessThan(0);
  });

  it('has others only where there are two logits', () => {
    expect(() => crossEntropyOfOthers([1], 0)).toThrow('z has length 1; two at least are needed');
  });
});

describe('a target', () => {
  const targets: [string, TargetOfAngle][] = [
    ['normalised softmax', normalizedSoftmaxTarget],
    ['CosFace', (theta) => cosFaceTarget(theta, 0.35)],
    ['ArcFace', (theta) => arcFaceTarget(theta)],
    ['ArcFace without a guard', (theta) => arcFaceTarget(theta, { past: 'none' })],
    ['ArcFace with the easy margin', (theta) => arcFaceTarget(theta, { past: 'easy' })],
    ['the combined margin', (theta) => combinedMarginTarget(theta, { m1: 0.9, m2: 0.4, m3: 0.15 })],
    ['SphereFace', (theta) => sphereFaceTarget(theta, 4)],
  ];

  it.each(targets)('has the slope in the cosine that differences find: %s', (_name, target) => {
    for (const theta of ANGLES) {
      const h = 1e-6;
      const rise = target(theta + h).value - target(theta - h).value;
      const run = Math.cos(theta + h) - Math.cos(theta - h);
      expect(target(theta).slope).toBeCloseTo(rise / run, 6);
    }
  });

  it.each(targets)('is finite at 0 and π, with its slope: %s', (_name, target) => {
    for (const theta of [0, Math.PI]) {
      expect(Object.values(target(theta)).every(Number.isFinite)).toBe(true);
    }
  });

  it('is the one without a margin where every margin is nothing', () => {
    for (const theta of [0, ...ANGLES, Math.PI]) {
      const plain = normalizedSoftmaxTarget(theta);
      for (const other of [
        cosFaceTarget(theta, 0),
        arcFaceTarget(theta, { m: 0 }),
        combinedMarginTarget(theta, { m2: 0, m3: 0 }),
        sphereFaceTarget(theta, 1),
      ]) {
        expect(other.value).toBeCloseTo(plain.value, 14);
        expect(other.slope).toBeCloseTo(plain.slope, 14);
      }
    }
  });

  it('refuses a margin that cannot be, by its name', () => {
    expect(() => arcFaceTarget(1, { m: -1 })).toThrow('m is -1; a finite number ≥ 0 is allowed');
    expect(() => cosFaceTarget(1, NaN)).toThrow('m is NaN');
    expect(() => sphereFaceTarget(1, 1.5)).toThrow('m is 1.5; a whole number ≥ 1 is allowed');
    expect(() => combinedMarginTarget(1, { m1: 0 })).toThrow('m1 is 0; a finite number > 0 is allowed');
  });
});

describe('ArcFace’s target', () => {
  const m = 0.5;

  it('jumps at π − m from −1 down to −cos m − m sin m, where it is guarded', () => {
    expect(arcFaceTarget(Math.PI - m - 1e-9, { m }).value).toBeCloseTo(-1, 12);
    expect(arcFaceTarget(Math.PI - m + 1e-9, { m }).value).toBeCloseTo(-Math.cos(m) - m * Math.sin(m), 8);
    expect(-Math.cos(m) - m * Math.sin(m)).toBeCloseTo(-1.117, 3);
  });

  it('turns back up past π − m without the guard', () => {
    expect(arcFaceTarget(Math.PI, { m, past: 'none' }).value).toBeCloseTo(-Math.cos(m), 14);
    expect(arcFaceTarget(3, { m, past: 'none' }).slope).toBeLessThan(0);
  });

  it('jumps at π/2 from −sin m to 0 with the easy margin', () => {
    expect(arcFaceTarget(Math.PI / 2 - 1e-9, { m, past: 'easy' }).value).toBeCloseTo(-Math.sin(m), 8);
    expect(arcFaceTarget(Math.PI / 2, { m, past: 'easy' }).value).toBeCloseTo(0, 14);
  });

  it('has the slope 1 throughout where the gradient passes by the margin', () => {
    for (const theta of ANGLES)
      expect(arcFaceTarget(theta, { m, gradient: 'straight-through' }).slope).toBe(1);
  });
});

describe('ArcFace', () => {
  it('costs a perfect embedding log(1 + e^(s (−1 − cos m))) against an opposite class', () => {
    const { loss } = arcFace([[2, 0]], [at(0), at(Math.PI)], [0], { s: 2, m: 0.5 });
    expect(loss).toBeCloseTo(Math.log1p(Math.exp(2 * (-1 - Math.cos(0.5)))), 14);
  });

  it('is close to the gradient of sixty-digit arithmetic at an angle of 1e-5, where the cosine has lost ten digits', () => {
    const { loss, gradient } = arcFace(
      [[-0.289819371492787, -0.275689557124541]],
      [
        [-0.94192191721507, -0.895981641480386],
        [0.768581757547422, -0.221995680060033],
        [-0.417964597895002, 0.908463315113202],
      ],
      [0],
      { s: 8, m: 0.5 },
    );
    expect(loss / 8.299161844890672e-5).toBeCloseTo(1, 6);
    expect((gradient.x[0]?.[0] ?? 0) / -1.415004117220867e-4).toBeCloseTo(1, 6);
    expect((gradient.W[0]?.[1] ?? 0) / 1.774040425493568e-4).toBeCloseTo(1, 6);
  });

  it('has a gradient for an embedding exactly along or against its class weight', () => {
    for (const x of [
      [0.1, 0.2],
      [-0.1, -0.2],
    ]) {
      const { gradient } = arcFace([x], [[3, 6], ...W], [0], { past: 'none', s: 4 });
      const size = Math.hypot(...gradient.x.flat()) * Math.hypot(...x);
      expect(size).toBeLessThan(4 * 2);
    }
  });

  it('changes no value, and the gradient of the true class alone, where that passes by the margin', () => {
    const [x, m] = [[at(1.1)], 0.4];
    const exact = arcFace(x, W, [0], { m, s: 3 });
    const through = arcFace(x, W, [0], { m, s: 3, gradient: 'straight-through' });
    expect(through.loss).toBe(exact.loss);
    expect(through.gradient.W.slice(1)).toEqual(exact.gradient.W.slice(1));
    const ratio = (exact.gradient.W[0]?.[1] ?? 0) / (through.gradient.W[0]?.[1] ?? 0);
    expect(ratio).toBeCloseTo(Math.sin(1.1 + m) / Math.sin(1.1), 12);
  });

  it('refuses a label that has no class weight', () => {
    expect(() => arcFace([[1, 0]], W, [3])).toThrow('labels[0] is 3; a whole number from 0 to 2 is allowed');
  });
});

describe('the combined margin', () => {
  it('is ArcFace without m₃ and CosFace without m₂', () => {
    for (const theta of ANGLES) {
      expect(combinedMarginTarget(theta, { m2: 0.5, m3: 0 })).toEqual(arcFaceTarget(theta, { m: 0.5 }));
      const { value, slope } = combinedMarginTarget(theta, { m2: 0, m3: 0.35 });
      expect(value).toBeCloseTo(cosFaceTarget(theta, 0.35).value, 14);
      expect(slope).toBeCloseTo(1, 14);
    }
  });
});

describe('SphereFace', () => {
  it('has a target that falls from 1 to 1 − 2m', () => {
    const values = Array.from({ length: 200 }, (_, i) => sphereFaceTarget((Math.PI * i) / 199, 4).value);
    expect(values[0]).toBe(1);
    expect(values.at(-1)).toBeCloseTo(-7, 12);
    values.slice(1).forEach((value, i) => {
      expect(value).toBeLessThan(values[i] ?? -Infinity);
    });
  });

  it('is flat in its target at every kπ/m between, and steepest at the ends', () => {
    for (const k of [1, 2, 3]) expect(sphereFaceTarget((k * Math.PI) / 4, 4).slope).toBeCloseTo(0, 12);
    for (const end of [0, 1e-7, Math.PI - 1e-7, Math.PI])
      expect(sphereFaceTarget(end, 4).slope).toBeCloseTo(16, 6);
  });

  it('is the softmax of plain products with normalised weights for m = 1', () => {
    const x = [1.2, -0.4];
    const z = W.map((w) => w.reduce((sum, wk, k) => sum + wk * (x[k] ?? 0), 0) / Math.hypot(...w));
    expect(sphereFace([x], W, [1], { m: 1 }).loss).toBeCloseTo(crossEntropy(z, 1).loss, 14);
  });

  it('pulls a well placed embedding outwards, as the normalised losses cannot', () => {
    const outward = (g: { x: number[][] }) => g.x[0]?.[0] ?? 0;
    expect(outward(sphereFace([[1, 0]], W, [0]).gradient)).toBeLessThan(-0.01);
    expect(outward(normalizedSoftmax([[1, 0]], W, [0], { temperature: 1 }).gradient)).toBeCloseTo(0, 14);
  });
});

describe('sub-centre ArcFace', () => {
  const x = [at(0.3), at(2)];
  const centres = [at(0), at(1.5), at(2.5), at(-2)];

  it('is ArcFace with one centre a class', () => {
    expect(subCenterArcFace(x, W, [0, 1], { K: 1 })).toEqual(arcFace(x, W, [0, 1]));
  });

  it('has a gradient for the nearest centre of each class alone', () => {
    const { gradient } = subCenterArcFace([at(0.3)], centres, [0], { K: 2, s: 4 });
    expect(gradient.W.map((row) => Math.hypot(...row) > 0)).toEqual([true, false, true, false]);
  });

  it('refuses class weights that are not K a class', () => {
    expect(() => subCenterArcFace(x, centres, [0, 0], { K: 3 })).toThrow('a multiple of K = 3 is allowed');
    expect(() => subCenterArcFace(x, centres, [0, 0], { K: 0 })).toThrow('K is 0');
  });
});

describe('the centre loss', () => {
  it('is half the squared distance to the own centre, summed', () => {
    const { loss, items, gradient } = center(
      [
        [3, 4],
        [1, 1],
      ],
      [
        [0, 0],
        [1, 0],
      ],
      [0, 1],
    );
    expect([loss, ...items]).toEqual([13, 12.5, 0.5]);
    expect(gradient.x).toEqual([
      [3, 4],
      [0, 1],
    ]);
  });

  it('moves a centre by α n/(1 + n) of the way to the mean of its embeddings, and no other', () => {
    const centers = [
      [0, 0],
      [5, 5],
    ];
    const x = [
      [3, 0],
      [3, 6],
    ];
    expect(movedCenters(x, centers, [0, 0], 0.5)).toEqual([
      [1, 1],
      [5, 5],
    ]);
    expect(() => movedCenters(x, centers, [0, 0], 2)).toThrow('alpha is 2; a number from 0 to 1 is allowed');
  });
});

describe('proxy-NCA', () => {
  const x = [2, -1];
  const unit = (v: readonly number[]) => v.map((component) => component / Math.hypot(...v));
  const d = W.map((p) => unit(p).reduce((sum, pk, k) => sum + (pk - (unit(x)[k] ?? 0)) ** 2, 0));

  it('is what its squared distances say', () => {
    const weights = d.map((dj) => Math.exp(-3 * dj));
    const [e0 = 0, e1 = 0, e2 = 0] = weights;
    expect(proxyNca([x], W, [1], { k: 3 }).loss).toBeCloseTo(-Math.log(e1 / (e0 + e2)), 12);
    expect(proxyNca([x], W, [1], { k: 3, own: true }).loss).toBeCloseTo(-Math.log(e1 / (e0 + e1 + e2)), 12);
  });

  it('may be negative without the own proxy in the denominator, and needs another class then', () => {
    expect(proxyNca([[1, 0]], W, [0]).loss).toBeLessThan(0);
    expect(() => proxyNca([[1, 0]], [[1, 0]], [0])).toThrow('proxies has 1 row; two at least are needed');
  });
});

describe('the proxy-anchor loss', () => {
  it('is two terms of an embedding that lies on its proxy', () => {
    const { loss, items } = proxyAnchor([[2, 0]], [at(0), at(Math.PI / 2)], [0], { alpha: 8, delta: 0.1 });
    expect(items[0]).toBeCloseTo(Math.log1p(Math.exp(-8 * 0.9)), 14);
    expect(items[1]).toBeCloseTo(Math.log1p(Math.exp(8 * 0.1)) / 2, 12);
    expect(loss).toBeCloseTo((items[0] ?? 0) + (items[1] ?? 0), 14);
  });

  it('pulls the farthest of a class hardest', () => {
    const { gradient } = proxyAnchor([at(0.3), at(1.2)], [at(0)], [0, 0], { alpha: 8 });
    const [near, far] = gradient.x.map((row) => Math.hypot(...row));
    expect(far).toBeGreaterThan(10 * (near ?? Infinity));
  });
});
