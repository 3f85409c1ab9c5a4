import { describe, expect, it } from 'vitest';
import { TRAIN } from '../../scripts/digits/files';
import { settle } from '../../scripts/pretrained/verification';
import settled from '../../src/lib/widgets/verification/settled.json';
import { CHOICE, GALLERY } from '../../src/lib/learning/pretrained/digits';
import { pretrainedNetwork } from '../../src/lib/learning/pretrained/networks';
import { defaults } from '../../src/lib/state/query';
import { definition } from '../../src/lib/widgets/verification/definition';
import {
  mistakes,
  nextMistake,
  thresholdFor,
  verificationModel,
  type VerificationValues,
} from '../../src/lib/widgets/verification/model';
import { equalErrorRate, ratesAt, rocCurve, type Measured } from '../../src/lib/widgets/verification/rates';
import { trials } from '../../src/lib/widgets/verification/trial';
import { SOURCES } from '../../src/lib/widgets/verification/sources';

const pairs = (same: number[], different: number[]): Measured[] => [
  ...same.map((D) => ({ D, same: true })),
  ...different.map((D) => ({ D, same: false })),
];
/** One same pair is farther apart than two of the four different ones. */
const mixed = pairs([0.1, 0.2, 0.3, 0.7], [0.5, 0.6, 0.8, 0.9]);

const start = defaults(definition.parameters) as VerificationValues;
const model = (change: Partial<VerificationValues> = {}) => verificationModel({ ...start, ...change });

describe('the rates at a threshold', () => {
  it('count as accepted the pairs below it, and not those on it', () => {
    expect(ratesAt(mixed, 0.6)).toMatchObject({ falseAccepts: 1, falseRejects: 1, far: 0.25, frr: 0.25 });
    expect(ratesAt(mixed, 0.7)).toMatchObject({ falseAccepts: 2, falseRejects: 1 });
  });

  it('are shares of each kind of pairs, however many there are of the other', () => {
    const many = [
      ...mixed,
      ...pairs(
        [],
        Array.from({ length: 96 }, () => 2),
      ),
    ];
    expect(ratesAt(many, 0.6)).toMatchObject({ far: 0.01, frr: 0.25 });
  });

  it('go from rejecting all to accepting all', () => {
    expect(ratesAt(mixed, 0)).toMatchObject({ far: 0, frr: 1 });
    expect(ratesAt(mixed, 10)).toMatchObject({ far: 1, frr: 0 });
  });

  it('need pairs of both kinds', () => {
    expect(() => ratesAt(pairs([1], []), 1)).toThrow('pairs of both kinds are needed, same and different');
    expect(() => rocCurve(pairs([], [1]))).toThrow(RangeError);
  });
});

describe('the ROC curve', () => {
  it('has the rates of every threshold', () => {
    const curve = rocCurve(mixed);
    for (const [k, { D, far, frr }] of curve.entries()) {
      const t = ((curve[k + 1]?.D ?? D + 1) + D) / 2;
      expect(ratesAt(mixed, t)).toMatchObject({ far, frr });
    }
  });

  it('leads from one corner to the other, and never back', () => {
    const curve = model().roc;
    expect(curve[0]).toMatchObject({ far: 0, frr: 1 });
    expect(curve.at(-1)).toMatchObject({ far: 1, frr: 0 });
    for (const [k, { far, frr }] of curve.slice(1).entries()) {
      expect(far).toBeGreaterThanOrEqual(curve[k]?.far ?? 0);
      expect(frr).toBeLessThanOrEqual(curve[k]?.frr ?? 1);
    }
  });

  it('accepts pairs of one distance together', () => {
    expect(rocCurve(pairs([1, 1], [1, 2]))).toEqual([
      { D: 0, far: 0, frr: 1 },
      { D: 1, far: 0.5, frr: 0 },
      { D: 2, far: 1, frr: 0 },
    ]);
  });

  it('does not change when every distance is multiplied', () => {
    const longer = mixed.map((pair) => ({ ...pair, D: 7 * pair.D }));
    const rates = (of: Measured[]) => rocCurve(of).map(({ far, frr }) => [far, frr]);
    expect(rates(longer)).toEqual(rates(mixed));
  });
});

describe('the equal error rate', () => {
  it('is where both errors are equal, if a threshold makes them so', () => {
    const { rate, t } = equalErrorRate(rocCurve(mixed));
    expect(rate).toBe(0.25);
    expect(ratesAt(mixed, t)).toMatchObject({ far: 0.25, frr: 0.25 });
  });

  it('is 0 for pairs that a threshold can tell apart, with the threshold between them', () => {
    expect(equalErrorRate(rocCurve(pairs([0.1, 0.4], [0.8, 0.9])))).toEqual({
      rate: 0,
      t: expect.closeTo(0.6, 12),
    });
  });

  it('is 1 where every same pair is farther apart than every different one, as with labels reversed', () => {
    expect(equalErrorRate(rocCurve(pairs([2, 3], [0, 1]))).rate).toBe(1);
  });

  it('lies on the straight line between two operating points, if none has equal errors', () => {
    // From (FAR 0, FRR ½) to (FAR 1, FRR ½) the errors are equal at ½; from (0, ⅔) to (0, ⅓) to (½, ⅓) at ⅓.
    expect(equalErrorRate(rocCurve(pairs([1, 3], [2]))).rate).toBeCloseTo(1 / 2, 12);
    expect(equalErrorRate(rocCurve(pairs([1, 2, 4], [3, 5]))).rate).toBeCloseTo(1 / 3, 12);
    // From (FAR 0, FRR 1) straight to (FAR ½, FRR 0): 2·FAR = 1 − FRR.
    expect(equalErrorRate(rocCurve(pairs([1], [1, 2]))).rate).toBeCloseTo(1 / 3, 12);
  });
});

describe('the sample of held-out pairs', () => {
  it('is as many margins wide for one margin as for another, so its ROC curve does not depend on the margin', () => {
    const trialFor = trials();
    const at = (m: number) => verificationModel({ ...start, noise: 0.25, seed: 4, m }, trialFor);
    const [one, two] = [at(1), at(2)];
    one.xy.forEach((x, k) => expect(two.xy[k]).toBeCloseTo(2 * x, 9));
    for (const { i, j, D } of two.pairs) {
      const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [i, j].map((k) => [...two.xy.slice(2 * k, 2 * k + 2)]) as [
        number[],
        number[],
      ];
      expect(D).toBeCloseTo(Math.hypot(ax - bx, ay - by), 9);
    }
    expect(two.eer.rate).toBe(one.eer.rate);
    expect(two.curve).toBe(one.curve);
    expect(two.eer.t).toBeCloseTo(2 * one.eer.t, 9);
  });

  it('lies around points that did settle under the contrastive loss', () => {
    settle().forEach((value, k) => expect(Math.abs(value - (settled[k] as number))).toBeLessThan(2e-6));
    expect(settled).toHaveLength(2 * 25);
  });

  it('settles with its classes apart, so that without much noise a threshold tells them', () => {
    expect(model({ noise: 0.05 }).eer.rate).toBe(0);
    expect(model({ noise: 0.5 }).eer.rate).toBeGreaterThan(0.15);
  });

  it('makes every pair of its items once, in order of distance', () => {
    const { pairs: all } = model();
    expect(all.length).toBe((40 * 39) / 2);
    expect(new Set(all.map(({ i, j }) => `${i},${j}`)).size).toBe(all.length);
    expect([...all].sort((p, q) => p.D - q.D)).toEqual(all);
  });
});

describe('the held-out digits', () => {
  const digits = (change: Partial<VerificationValues> = {}) => model({ source: 'digits', ...change });

  it('lie where the network that comes with the pages puts them', () => {
    const pictures = [...GALLERY, ...CHOICE].map(({ pixels }) => pixels);
    const { xy, labels, pictures: shown } = digits();
    const at = pretrainedNetwork('plane').embed(pictures).flat();
    at.forEach((value, k) => expect(Math.abs((xy[k] as number) - value)).toBeLessThan(5.1e-5));
    expect([shown, labels]).toEqual([pictures, [...GALLERY, ...CHOICE].map(({ digit }) => digit)]);
  });

  it('are described by how many they are and how their network was trained', () => {
    const { saved } = pretrainedNetwork('plane');
    const { classes, loss, margin } = saved.settings;
    expect(loss).toBe('contrastive');
    for (const fact of [
      `${digits().labels.length} handwritten digits, 14 of each`,
      `${TRAIN * classes.length} others`,
    ])
      expect(SOURCES.digits.about).toContain(fact);
    expect(SOURCES.digits.about).toContain(`margin ${margin}, for ${saved.steps} steps`);
  });

  it('make every pair, and the same ones whatever margin, noise and seed are', () => {
    const { pairs: all, rates, m } = digits();
    expect(all).toHaveLength((140 * 139) / 2);
    expect(rates).toMatchObject({ same: (10 * 14 * 13) / 2, different: 45 * 14 * 14 });
    expect(m).toBe(1);
    expect(digits({ m: 2, noise: 0.6, seed: 9 })).toEqual(digits());
    expect(definition.parameters.pair.max).toBe(all.length);
  });

  it('lie within the axis, so that a threshold beyond its end accepts them all', () => {
    const far = digits({ t: 6 });
    expect(far.rates).toMatchObject({ far: 1, frr: 0 });
    expect(far.t).toBe(far.reach);
    expect([far.histograms.same.beyond, far.histograms.different.beyond]).toEqual([0, 0]);
  });
});

describe('margin and threshold', () => {
  it('are different things: the threshold leaves the distances alone, the margin the decision’s number', () => {
    const [low, high] = [model({ t: 0.3 }), model({ t: 1.2 })];
    expect(low.pairs).toEqual(high.pairs);
    expect(low.roc).toEqual(high.roc);
    expect(low.rates).not.toEqual(high.rates);
    const [narrow, wide] = [model({ m: 0.5 }), model({ m: 2 })];
    expect(narrow.t).toBe(wide.t);
    expect(narrow.pairs[0]?.D).toBeLessThan(wide.pairs[0]?.D ?? 0);
    expect(narrow.rates).not.toEqual(wide.rates);
  });

  it('give the same answer whether a session remembers its pairs or not', () => {
    const trialFor = trials();
    for (const change of [{}, { t: 1 }, { m: 1.4 }, { m: 1.4, pair: 7 }, { seed: 2 }, {}]) {
      const values = { ...start, ...change };
      expect(verificationModel(values, trialFor)).toEqual(verificationModel(values));
    }
  });
});

describe('the histogram', () => {
  const sums = (bins: readonly { share: number; wrong: number }[]) => [
    bins.reduce((sum, { share }) => sum + share, 0),
    bins.reduce((sum, { wrong }) => sum + wrong, 0),
  ];

  it('holds every pair once, and fills just those that the threshold gets wrong', () => {
    for (const t of [0, 0.6, 0.77, 4]) {
      const { histograms, rates } = model({ t, m: 2 });
      expect(histograms.same.beyond + histograms.different.beyond).toBe(0);
      expect(sums(histograms.same.bins)[0]).toBeCloseTo(100, 9);
      expect(sums(histograms.same.bins)[1]).toBeCloseTo(100 * rates.frr, 9);
      expect(sums(histograms.different.bins)[0]).toBeCloseTo(100, 9);
      expect(sums(histograms.different.bins)[1]).toBeCloseTo(100 * rates.far, 9);
    }
  });

  it('counts apart the pairs beyond the end of its axis, and puts them in no bar', () => {
    const { histograms, pairs: all } = model({ m: 2, noise: 0.6 });
    for (const [kind, same] of [
      ['same', true],
      ['different', false],
    ] as const) {
      const own = all.filter((pair) => pair.same === same);
      const far = own.filter(({ D }) => D >= 6).length;
      const { bins, beyond } = histograms[kind];
      expect(beyond).toBeCloseTo((100 * far) / own.length, 9);
      expect((sums(bins)[0] ?? 0) + beyond).toBeCloseTo(100, 9);
    }
    expect(histograms.different.beyond).toBeGreaterThan(0);
  });
});

describe('choosing on the curve and among the mistakes', () => {
  it('finds a threshold with the false accept rate that was asked for', () => {
    const { roc, pairs: all } = model();
    for (const { far } of roc) expect(ratesAt(all, thresholdFor(roc, far)).far).toBeCloseTo(far, 12);
  });

  it('takes, of thresholds with one false accept rate, one that rejects the fewest', () => {
    const separable = pairs([0.1, 0.4], [0.8, 0.9]);
    expect(ratesAt(separable, thresholdFor(rocCurve(separable), 0))).toMatchObject({ far: 0, frr: 0 });
  });

  it('puts first the mistakes that are the worst, or those nearest to the threshold', () => {
    const { pairs: all, rates, t } = model();
    const distances = (same: boolean, first: 'worst' | 'nearest') =>
      mistakes(all, t, same, first).map((place) => all[place - 1]?.D ?? NaN);
    for (const [same, first, sign] of [
      [false, 'worst', 1],
      [false, 'nearest', -1],
      [true, 'worst', -1],
      [true, 'nearest', 1],
    ] as const) {
      const found = distances(same, first);
      expect(found).toHaveLength(same ? rates.falseRejects : rates.falseAccepts);
      expect(found).toEqual([...found].sort((a, b) => sign * (a - b)));
    }
  });

  it('goes round all false rejects, each of them once', () => {
    const { pairs: all, rates, t } = model();
    const seen = new Set<number>();
    let at = 1;
    for (let k = 0; k < rates.falseRejects; k++) {
      at = nextMistake(all, t, true, at) ?? 0;
      expect(all[at - 1]).toMatchObject({ same: true });
      expect(all[at - 1]?.D).toBeGreaterThanOrEqual(t);
      seen.add(at);
    }
    expect(seen.size).toBe(rates.falseRejects);
    expect(nextMistake(all, 0, false, 1)).toBeUndefined();
  });
});
