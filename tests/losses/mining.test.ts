import { describe, expect, it } from 'vitest';
import {
  allTriplets,
  batchEasy,
  batchHard,
  distanceWeighted,
  easyPositiveSemiHard,
  easyTriplets,
  hardestNegatives,
  hardTriplets,
  logInverseDensity,
  nearestSemiHard,
  randomTriplets,
  semiHardTriplets,
  violatingTriplets,
  type Miner,
} from '../../src/lib/losses';
import { random } from '../../src/lib/state/random';

/** Points on a line and their distances: of class 0 at 0, 1 and 4, of class 1 at 2, 3 and 9. */
const places = [0, 1, 4, 2, 3, 9];
const labels = [0, 0, 0, 1, 1, 1];
const D = places.map((a) => places.map((b) => Math.abs(a - b)));

const mine = (miner: Miner) => miner(D, labels).map((triplet) => triplet.join(' '));
const of = (miner: Miner, a: number) => mine(miner).filter((triplet) => triplet.startsWith(`${a} `));

describe('a miner', () => {
  it('of all triplets takes every anchor, positive and negative', () => {
    expect(mine(allTriplets)).toHaveLength(6 * 2 * 3);
    expect(of(allTriplets, 0)).toEqual(['0 1 3', '0 1 4', '0 1 5', '0 2 3', '0 2 4', '0 2 5']);
  });

  it('sorts triplets by how much farther the negative is', () => {
    expect(of(hardTriplets, 0)).toEqual(['0 2 3', '0 2 4']);
    expect(of(semiHardTriplets(1), 0)).toEqual(['0 1 3']);
    expect(of(violatingTriplets(1), 0)).toEqual(['0 1 3', '0 2 3', '0 2 4']);
    expect(of(easyTriplets(1), 0)).toEqual(['0 1 4', '0 1 5', '0 2 5']);
  });

  it('puts every triplet among the hard, the semi-hard or the easy, and in one of them only', () => {
    for (const m of [0, 0.5, 1, 3]) {
      const parts = [hardTriplets, semiHardTriplets(m), easyTriplets(m)].flatMap(mine);
      expect(parts.sort()).toEqual(mine(allTriplets).sort());
      expect([...mine(hardTriplets), ...mine(semiHardTriplets(m))].sort()).toEqual(
        mine(violatingTriplets(m)).sort(),
      );
    }
  });

  it('counts a negative at the distance of the positive as hard, and one at the margin as violating', () => {
    const tie = [
      [0, 1, 1],
      [1, 0, 2],
      [1, 2, 0],
    ];
    expect(hardTriplets(tie, [0, 0, 1])).toEqual([[0, 1, 2]]);
    expect(semiHardTriplets(1)(tie, [0, 0, 1])).toEqual([[1, 0, 2]]);
  });

  it('takes the farthest positive and the nearest negative of each anchor when batch-hard', () => {
    expect(mine(batchHard)).toEqual(['0 2 3', '1 2 3', '2 0 4', '3 5 1', '4 5 2', '5 3 2']);
  });

  it('takes the nearest positive and the farthest negative of each anchor when batch-easy', () => {
    expect(mine(batchEasy)).toEqual(['0 1 5', '1 0 5', '2 1 5', '3 4 0', '4 3 0', '5 4 0']);
  });

  it('takes the first of several that are equally far', () => {
    const equal = labels.map((_, i) => labels.map((__, j) => (i === j ? 0 : 1)));
    expect(batchHard(equal, labels)[0]).toEqual([0, 1, 3]);
    expect(batchEasy(equal, labels)[0]).toEqual([0, 1, 3]);
  });

  it('takes the nearest negative beyond the nearest positive, or drops the anchor', () => {
    expect(of(easyPositiveSemiHard, 0)).toEqual(['0 1 3']);
    expect(of(easyPositiveSemiHard, 2)).toEqual(['2 1 5']);
    expect(of(easyPositiveSemiHard, 5)).toEqual(['5 4 1']);
    expect(
      easyPositiveSemiHard(
        [
          [0, 2, 1],
          [2, 0, 3],
          [1, 3, 0],
        ],
        [0, 0, 1],
      ),
    ).toEqual([[1, 0, 2]]);
  });

  it('takes the nearest negative for every positive pair', () => {
    expect(of(hardestNegatives, 0)).toEqual(['0 1 3', '0 2 3']);
  });

  it('takes the nearest negative beyond each positive, or else the farthest', () => {
    expect(of(nearestSemiHard, 0)).toEqual(['0 1 3', '0 2 5']);
    expect(
      nearestSemiHard(
        [
          [0, 2, 1],
          [2, 0, 3],
          [1, 3, 0],
        ],
        [0, 0, 1],
      ),
    ).toEqual([
      [0, 1, 2],
      [1, 0, 2],
    ]);
  });

  it('finds nothing for an anchor that is alone in its class, or in a batch of one class', () => {
    const every = [allTriplets, batchHard, batchEasy, easyPositiveSemiHard, hardestNegatives];
    for (const miner of [...every, nearestSemiHard, randomTriplets(random(1))]) {
      expect(miner(D, [0, 0, 0, 0, 0, 0])).toEqual([]);
      expect(miner(D, [0, 1, 2, 3, 4, 5])).toEqual([]);
      expect(miner([], [])).toEqual([]);
    }
  });

  it('names what is wrong', () => {
    expect(() => allTriplets(D, [0, 1])).toThrow('labels has 2 entries; 6 are needed');
    expect(() => allTriplets([[0, 1], [1]], [0, 1])).toThrow('D[1] has 1 distances; 2 are needed');
    expect(() =>
      allTriplets(
        [
          [0, NaN],
          [1, 0],
        ],
        [0, 1],
      ),
    ).toThrow('D[0][1] is NaN');
    expect(() => semiHardTriplets(NaN)).toThrow('m is NaN');
  });
});

describe('a random miner', () => {
  it('draws the same triplets from the same seed', () => {
    expect(mine(randomTriplets(random(7)))).toEqual(mine(randomTriplets(random(7))));
    expect(mine(randomTriplets(random(7)))).not.toEqual(mine(randomTriplets(random(8))));
  });

  it('takes one negative for each positive pair, each being equally likely', () => {
    expect(mine(randomTriplets(random(1)))).toHaveLength(6 * 2);
    const uniform = random(3);
    const counts = new Map<number, number>();
    for (let round = 0; round < 3000; round++) {
      const n = randomTriplets(uniform)(D, labels)[0]?.[2] ?? -1;
      counts.set(n, (counts.get(n) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([3, 4, 5]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('the distance-weighted miner', () => {
  const near = [0, 0.2, 0.6, 1, 1.3];
  const line = near.map((a) => near.map((b) => Math.abs(a - b)));
  const classes = [0, 0, 1, 1, 1];

  it('draws in proportion to the inverse density of distances on the sphere', () => {
    const uniform = random(5);
    const counts = [0, 0, 0];
    const rounds = 6000;
    for (let round = 0; round < rounds; round++) {
      const n = distanceWeighted(uniform, { d: 8 })(line, classes)[0]?.[2] ?? -1;
      counts[n - 2] = (counts[n - 2] ?? 0) + 1;
    }
    const q = [0.6, 1, 1.3].map((D0) => D0 ** 6 * (1 - D0 ** 2 / 4) ** 2.5);
    const total = q.reduce((sum, density) => sum + 1 / density, 0);
    q.forEach((density, k) => {
      expect(Math.abs((counts[k] ?? 0) / rounds - 1 / density / total)).toBeLessThan(0.02);
    });
  });

  it('treats all that is nearer than the cutoff alike', () => {
    const uniform = random(9);
    const counts = [0, 0];
    for (let round = 0; round < 3000; round++) {
      const close = [
        [0, 1, 0.001, 0.4],
        [1, 0, 1, 1],
        [0.001, 1, 0, 1],
        [0.4, 1, 1, 0],
      ];
      const n = distanceWeighted(uniform, { d: 128 })(close, [0, 0, 1, 1])[0]?.[2] ?? -1;
      counts[n - 2] = (counts[n - 2] ?? 0) + 1;
    }
    expect(Math.abs((counts[0] ?? 0) - 1500)).toBeLessThan(150);
  });

  it('never draws what is far, and drops an anchor with nothing else', () => {
    const far = [
      [0, 1, 1.5, 1.4],
      [1, 0, 1.3, 2],
      [1.5, 1.3, 0, 1],
      [1.4, 2, 1, 0],
    ];
    expect(distanceWeighted(random(1), { d: 64 })(far, [0, 0, 1, 1])).toEqual([
      [1, 0, 2],
      [2, 3, 1],
    ]);
  });

  it('has the density of a circle, of a sphere and of many dimensions', () => {
    expect(Math.exp(-logInverseDensity(1, 2))).toBeCloseTo(1 / Math.sqrt(3 / 4), 12);
    expect(Math.exp(-logInverseDensity(0.7, 3))).toBeCloseTo(0.7, 12);
    expect(logInverseDensity(2 - 1e-15, 512)).toBeGreaterThan(1000);
  });

  it('names what is wrong', () => {
    expect(() => distanceWeighted(random(1), { d: 1 })).toThrow('d is 1; a whole number ≥ 2 is allowed');
    expect(() => distanceWeighted(random(1), { d: 3, far: 3 })).toThrow('far is 3');
    expect(() => distanceWeighted(random(1), { d: 3, cutoff: 1.5 })).toThrow('cutoff is 1.5');
    expect(() => distanceWeighted(random(1), { d: 3, cutoff: NaN })).toThrow('cutoff is NaN');
  });
});
