import { describe, expect, it } from 'vitest';
import { CONTENDER_IDS, CONTENDERS, contenderNamed } from '../../src/lib/learning/race/contenders';
import { onSphere } from '../../src/lib/learning/race/on-sphere';
import {
  BATCHES,
  familiarOf,
  foldsOf,
  learnedOf,
  NETWORK,
  SPLITS,
  type SplitName,
} from '../../src/lib/learning/race/protocol';
import { resultOf } from '../../src/lib/learning/race/result';
import { training } from '../../src/lib/learning/race/run';
import { normal, random } from '../../src/lib/state/random';
import { digitsFor } from './support/data';
import type { OwnSetting } from '../../src/lib/learning/race/steps';

const SPLIT_NAMES = Object.keys(SPLITS) as SplitName[];

describe.each(SPLIT_NAMES)('the split %s', (split) => {
  it('learns from seven digits and tests on the three others', () => {
    expect([...learnedOf(split), ...SPLITS[split]].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('chooses settings without a look at the test digits, by digits that were left out of the learning', () => {
    for (const { learned, looked } of foldsOf(split)) {
      expect([...learned, ...looked].sort()).toEqual(learnedOf(split));
      expect(looked).toHaveLength(3);
    }
  });

  it('looks at as many learned digits as at unseen ones', () => {
    expect(familiarOf(split)).toHaveLength(SPLITS[split].length);
    expect(learnedOf(split)).toEqual(expect.arrayContaining(familiarOf(split)));
  });
});

/** A batch of three classes with four embeddings each, in four dimensions, and a weight for each class. */
function someBatch(seed: number) {
  const uniform = random(seed);
  const draw = () => normal(uniform);
  const [classes, each, dim] = [3, 4, 4];
  return {
    embeddings: Float64Array.from({ length: classes * each * dim }, draw),
    dim,
    labels: Array.from({ length: classes * each }, (_, i) => Math.floor(i / each)),
    each,
    rows: Array.from({ length: classes }, () => Array.from({ length: dim }, draw)),
  };
}

describe.each(CONTENDERS)('the contender $id', ({ step, settings, hasRows }) => {
  it('has as many settings to try as the others', () => {
    expect(settings).toHaveLength(4);
  });

  it.each(settings)('has the gradient of its loss, at %o', (setting: OwnSetting) => {
    // Multi-similarity drops and takes up pairs, at which the loss jumps; another batch keeps away from that.
    const batch = someBatch(7);
    const { slopes, rowSlopes } = step(batch, setting);
    const h = 1e-5;
    const along = (change: (sign: number) => number) => (change(1) - change(-1)) / (2 * h);
    for (const k of [0, 5, 17, 30, 46]) {
      const central = along((sign) => {
        const embeddings = Float64Array.from(batch.embeddings);
        embeddings[k] = (embeddings[k] as number) + sign * h;
        return step({ ...batch, embeddings }, setting).loss;
      });
      expect(slopes[k]).toBeCloseTo(central, 4);
    }
    expect(rowSlopes !== undefined).toBe(hasRows);
    if (!rowSlopes) return;
    const central = along((sign) => {
      const rows = batch.rows.map((row) => [...row]);
      (rows[1] as number[])[2] = ((rows[1] as number[])[2] as number) + sign * h;
      return step({ ...batch, rows }, setting).loss;
    });
    expect((rowSlopes[1] as number[])[2]).toBeCloseTo(central, 4);
  });
});

describe('a loss on the sphere', () => {
  it('leaves a zero vector where it is', () => {
    const { slopes } = onSphere(new Float64Array(3), 3, (unit) => ({ loss: 0, slopes: unit.map(() => 1) }));
    expect([...slopes]).toEqual([0, 0, 0]);
  });
});

describe('a run of the race', () => {
  const split = '246';
  const learned = learnedOf(split);
  const { train } = digitsFor(learned, { most: 40 });
  const unseen = digitsFor(SPLITS[split], { most: 30 }).held;
  const familiar = digitsFor(familiarOf(split), { most: 30 }).held;

  const trained = (loss: string, seed: number, steps: number) => {
    const contender = contenderNamed(loss);
    const run = {
      loss: contender.id,
      setting: contender.settings[0],
      rate: 0.004,
      learned,
      each: BATCHES.small,
      seed,
    };
    const all = training(run, train, steps);
    let next = all.next();
    while (!next.done) next = all.next();
    return next.value;
  };

  it.each(CONTENDER_IDS)(
    'by %s is the same for the same seed, to the last bit, and another for another',
    (loss) => {
      const [a, b, c] = [1, 1, 2].map((seed) => trained(loss, seed, 10).weights.all);
      expect(a).toEqual(b);
      expect(a).not.toEqual(c);
    },
  );

  it('begins every loss without class weights with the same network', () => {
    expect(trained('contrastive', 3, 0).weights.all).toEqual(trained('supcon', 3, 0).weights.all);
  });

  it('comes to finite measures, of digits that it knows and of those that it does not', () => {
    const before = resultOf(trained('supcon', 1, 0), unseen, familiar);
    const after = resultOf(trained('supcon', 1, 60), unseen, familiar);
    expect(after.familiar.map).toBeGreaterThan(before.familiar.map + 0.1);
    for (const value of [...Object.values(after.unseen), ...Object.values(after.familiar)]) {
      expect(Number.isFinite(value)).toBe(true);
    }
    expect(after.unseen.rank).toBeLessThanOrEqual(NETWORK.dim);
  });

  it('knows no other loss', () => {
    expect(() => contenderNamed('circle')).toThrow(
      `loss is circle; one of ${CONTENDER_IDS.join(', ')} is allowed`,
    );
  });
});
