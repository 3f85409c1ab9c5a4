import { describe, expect, it } from 'vitest';
import { crossEntropy, marginTarget, normalizedSoftmax } from '../../src/lib/losses';
import { normal, random } from '../../src/lib/state/random';
import { definition } from '../../src/lib/widgets/scale/definition';
import { COUNTS, scaleCurves, scaleModel, type ScaleValues } from '../../src/lib/widgets/scale/model';

const start: ScaleValues = {
  s: 4,
  n: '10',
  d: '512',
  loss: 'softmax',
  m2: 0.5,
  m3: 0.35,
  theta: 1,
  unit: 'share',
};
const at = (change: Partial<ScaleValues>) => scaleModel({ ...start, ...change });

describe('the lowest loss at a scale', () => {
  it.each(COUNTS)('is log(1 + (n − 1) exp(−s n/(n − 1))) for %s classes', (count) => {
    const n = Number(count);
    const expected = Math.log1p((n - 1) * Math.exp((-4 * n) / (n - 1)));
    expect(at({ n: count }).best.loss).toBeCloseTo(expected, 10);
  });

  it('is what the loss of the library gives for three weights spread on a circle', () => {
    const W = [0, 1, 2].map((k) => [Math.cos((k * 2 * Math.PI) / 3), Math.sin((k * 2 * Math.PI) / 3)]);
    const { loss } = normalizedSoftmax(W, W, [0, 1, 2], { temperature: 1 / 4 });
    expect(at({ n: '3' }).best.loss).toBeCloseTo(loss, 12);
  });

  it('is not undercut by arrangements drawn at random', () => {
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647 - 0.5;
    const draw = () => Array.from({ length: 4 }, () => [random(), random(), random()]);
    for (let i = 0; i < 200; i++) {
      const W = draw();
      const { loss } = normalizedSoftmax(
        W.map((row) => row.map((v) => v + 0.2 * random())),
        W,
        [0, 1, 2, 3],
        {
          temperature: 1 / 4,
        },
      );
      expect(loss).toBeGreaterThan(Math.log1p(3 * Math.exp((-4 * 4) / 3)) - 1e-12);
    }
  });

  it('reaches 99 % at the scale that it names', () => {
    for (const loss of ['softmax', 'cosface', 'arcface'] as const) {
      const { needed } = at({ loss, n: '1000' });
      expect(at({ loss, n: '1000', s: needed ?? NaN }).best.p).toBeCloseTo(0.99, 4);
    }
  });

  it('is written as a power of ten where three decimals say nothing', () => {
    expect(definition.outputs.lowest?.value(at({ s: 64 }))).toMatch(/· 10⁻/);
  });
});

/** The mean loss of ArcFace for random unit vectors, every embedding with weights of its own. */
function simulated(n: number, d: number, s: number, m: number, count: number): number {
  const uniform = random(1);
  const target = marginTarget('arcface', { m1: 1, m2: m, m3: 0, past: 'guard' });
  // A unit vector's product with a random one is as one component of the random one, over its length.
  const cosine = () => {
    const squares = Array.from({ length: d }, () => normal(uniform));
    return (squares[0] as number) / Math.hypot(...squares);
  };
  const losses = Array.from({ length: count }, () => {
    const own = cosine();
    const rivals = Array.from({ length: n - 1 }, () => s * cosine());
    // Either sign of the own cosine is as likely, and taking both leaves less to chance.
    return [own, -own].map((cos) => crossEntropy([s * target(Math.acos(cos)).value, ...rivals], 0).loss);
  });
  return losses.flat().reduce((sum, loss) => sum + loss, 0) / (2 * count);
}

describe('the loss of the first step', () => {
  it.each([
    ['1000', '512', 30, 22.2],
    ['1000', '128', 30, 24.8],
    ['10000', '512', 64, 43.9],
  ] as const)('of %s classes in %s dimensions at the scale %i is %f', (n, d, s, expected) => {
    expect(at({ loss: 'arcface', n, d, s }).first).toBeCloseTo(expected, 1);
  });

  it('is what random directions give, as long as s²/d is below 2 log n', () => {
    const { first } = at({ loss: 'arcface', n: '100', d: '64', s: 12 });
    expect(Math.abs(first - simulated(100, 64, 12, 0.5, 400))).toBeLessThan(0.2);
  });

  it('grows no faster than the largest logit beyond that, and has no jump on the way', () => {
    const bound = Math.sqrt(2 * Math.log(999) * 64);
    const [below, above] = [bound - 1e-6, bound + 1e-6].map(
      (s) => at({ loss: 'arcface', n: '1000', d: '64', s }).first,
    );
    expect(above).toBeCloseTo(below as number, 4);
    const beyond = at({ loss: 'arcface', n: '1000', d: '64', s: 60 }).first;
    expect(beyond).toBeCloseTo(60 * Math.sin(0.5) + 60 * Math.sqrt((2 * Math.log(999)) / 64), 10);
  });
});

describe('the pull at a scale', () => {
  it.each(['softmax', 'cosface', 'arcface'] as const)('is the slope of the loss for “%s”', (loss) => {
    const h = 1e-5;
    for (const theta of [0.5, 1.2, 2]) {
      const numeric =
        (at({ loss, theta: theta + h }).here.loss - at({ loss, theta: theta - h }).here.loss) / (2 * h);
      expect(at({ loss, theta }).here.pull).toBeCloseTo(numeric, 6);
    }
  });

  it('fades to nothing at the class weight for softmax, and not for ArcFace', () => {
    const beside = { theta: 0, s: 1, n: '1000' } as const;
    expect(at({ ...beside, loss: 'softmax' }).here.pull).toBeCloseTo(0, 4);
    expect(at({ ...beside, loss: 'arcface' }).here.pull).toBeGreaterThan(0.4);
  });
});

describe('curves that are kept from one state to the next', () => {
  it('change no answer, and stay as they are while the places on them move', () => {
    const curves = scaleCurves();
    const states = [
      {},
      { theta: 2 },
      { s: 4.5 },
      { s: 5 },
      { s: 5, loss: 'arcface' as const },
      { n: '2' as const },
    ];
    const models = states.map((state) => scaleModel({ ...start, ...state }, curves));
    expect(models).toEqual(states.map(at));
    expect(models[1]?.own).toBe(models[0]?.own);
    expect(models[3]?.floor).toBe(models[0]?.floor);
    expect(models[3]?.others).toBe(models[2]?.others);
    expect(models[4]?.floor).not.toBe(models[3]?.floor);
  });
});
