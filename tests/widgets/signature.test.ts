import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/lib/state/drawings';
import { defaults } from '../../src/lib/state/query';
import { random } from '../../src/lib/state/random';
import { anotherDay, imitated } from '../../src/lib/widgets/signature/augment';
import { definition } from '../../src/lib/widgets/signature/definition';
import { FEATURES, featuresOf, MOMENTS } from '../../src/lib/widgets/signature/features';
import { SignatureNetwork } from '../../src/lib/widgets/signature/network';
import { genuine, HEIGHT, imitation, WIDTH } from '../../src/lib/widgets/signature/synthetic';
import { FIRST_SAMPLE } from '../../src/lib/widgets/signature/plan';
import { training } from '../../src/lib/widgets/signature/training';

const initial = defaults(definition.parameters);
const { model } = definition;
const writers = fc.integer({ min: 1, max: 5000 });
const days = fc.integer({ min: 0, max: 50 });

const largest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, k) => Math.abs(value - (b[k] as number))));

describe('a made-up signature', () => {
  it('is the same for the same writer and day, and lies on the pad as a parameter takes it', () => {
    fc.assert(
      fc.property(writers, days, (writer, day) => {
        for (const make of [genuine, imitation]) {
          const signature = make(writer, day);
          expect(make(writer, day)).toEqual(signature);
          const { genuine: parameter } = definition.parameters;
          expect(parameter.clamp([signature])).toEqual([signature]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the features of a signature', () => {
  it('do not depend on where it is written and how large', () => {
    fc.assert(
      fc.property(writers, (writer) => {
        const signature = genuine(writer, 0);
        const moved = signature.map((stroke) =>
          stroke.map(([x, y, t]) => [0.5 * x + 20, 0.5 * y + 7, t] as const),
        );
        expect(largest(featuresOf(signature), featuresOf(moved))).toBeLessThan(1e-5);
      }),
      { numRuns: 20 },
    );
  });

  it('depend on the rhythm: half the speed is another logarithm of the time, and nothing else', () => {
    const signature = genuine(3, 0);
    const slow = signature.map((stroke) => stroke.map(([x, y, t]) => [x, y, 2 * t] as const));
    const [a, b] = [featuresOf(signature), featuresOf(slow)];
    expect(largest(a.slice(0, -1), b.slice(0, -1))).toBeLessThan(1e-5);
    expect((b[FEATURES - 1] as number) - (a[FEATURES - 1] as number)).toBeCloseTo(2 * Math.log(2), 5);
  });

  it('know where the pen was lifted', () => {
    const lifted: Drawing = [
      [
        [0, 50, 0],
        [40, 50, 40],
      ],
      [
        [80, 50, 80],
        [120, 50, 120],
      ],
    ];
    const pen = Array.from({ length: MOMENTS }, (_, k) => featuresOf(lifted)[6 * k + 2]);
    expect(new Set(pen)).toEqual(new Set([1, -1]));
    expect(pen[0]).toBe(1);
    expect(pen[MOMENTS / 2]).toBe(-1);
    expect(pen[MOMENTS - 1]).toBe(1);
  });

  it('are finite for anything that can be drawn', () => {
    const point = fc.tuple(fc.nat(WIDTH), fc.nat(HEIGHT), fc.nat(300));
    const drawing = fc.array(fc.array(point, { minLength: 1, maxLength: 5 }), { maxLength: 3 });
    const { pad } = definition.parameters;
    fc.assert(
      fc.property(drawing, (value) => {
        const [signature = []] = pad.clamp([value]);
        expect(featuresOf(signature).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('a signature on another day', () => {
  it('differs by little, an imitation by much, and both come from the seed', () => {
    const signature = genuine(11, 0);
    const far = (make: typeof anotherDay) => {
      const uniform = random(5);
      const runs = Array.from({ length: 30 }, () => make(signature, uniform));
      const features = featuresOf(signature);
      const sum = runs.reduce(
        (total, run) =>
          total + featuresOf(run).reduce((s, v, k) => s + (v - (features[k] as number)) ** 2, 0),
        0,
      );
      return Math.sqrt(sum / runs.length);
    };
    expect(far(anotherDay)).toBe(far(anotherDay));
    expect(far(imitated)).toBeGreaterThan(1.3 * far(anotherDay));
  });

  it('never goes back in time', () => {
    const uniform = random(9);
    for (let run = 0; run < 50; run++) {
      const times = imitated(genuine(run, 0), uniform).flatMap((stroke) => stroke.map(([, , t]) => t));
      expect(times.every((t, k) => k === 0 || t >= (times[k - 1] as number))).toBe(true);
    }
  });
});

describe('the verification of signatures', () => {
  it('tells most imitations of writers whom the network has never seen', () => {
    let [refused, accepted, all] = [0, 0, 0];
    for (let writer = 1; writer <= 40; writer++) {
      const judged = model({ ...initial, writer });
      refused += judged.refused.wrong;
      accepted += judged.accepted.wrong;
      all += judged.accepted.of;
    }
    expect(all).toBe(200);
    expect(refused / all).toBeLessThan(0.12);
    expect(accepted / all).toBeLessThan(0.12);
    expect(refused + accepted).toBeGreaterThan(0);
  });

  it('accepts everything with a wide threshold and nothing with a narrow one', () => {
    const wide = model({ ...initial, t: 1.2 });
    expect([wide.refused.wrong, wide.accepted.wrong]).toEqual([0, 5]);
    const narrow = model({ ...initial, t: 0.02 });
    expect([narrow.refused.wrong, narrow.accepted.wrong]).toEqual([5, 0]);
  });

  it('compares each genuine signature with the others, and has no distance for a single one', () => {
    const [a, b] = [genuine(2001, 0), genuine(2001, 1)];
    const mine = { ...initial, whose: 'mine' as const };
    expect(model({ ...mine, genuine: [a] }).genuine[0]?.D).toBeNull();
    expect(definition.outputs.frr?.value(model({ ...mine, genuine: [a] }))).toBe('–');
    const [first, second] = model({ ...mine, genuine: [a, b] }).genuine;
    expect(first?.D).toBe(second?.D);
  });

  it('judges the signature on the pad before it is kept', () => {
    const [a, b, c] = [genuine(2001, 0), genuine(2001, 1), genuine(2001, 2)];
    const mine = { ...initial, whose: 'mine' as const, genuine: [a, b], t: 0.4 };
    expect(model({ ...mine, pad: [c] }).pad?.accepted).toBe(true);
    expect(model({ ...mine, pad: [genuine(2050, 0)] }).pad?.accepted).toBe(false);
  });
});

describe('training on the reader’s own signatures', () => {
  const STEPS = 150;
  const own = [0, 1, 2, 3].map((day) => genuine(FIRST_SAMPLE + 77, day));

  function run(signatures: readonly Drawing[], seed: number) {
    const losses: number[] = [];
    const steps = training(signatures, seed, STEPS);
    let next = steps.next();
    for (; !next.done; next = steps.next()) losses.push(next.value.loss);
    return { losses, weights: next.value };
  }

  it('is the same for the same signatures and seed, and its loss falls', () => {
    const [first, again] = [run(own, 3), run(own, 3)];
    expect(again.losses).toEqual(first.losses);
    expect(again.weights.all).toEqual(first.weights.all);
    expect(first.losses.at(-1)).toBeLessThan(0.6 * (first.losses[0] as number));
  });

  it('gives a network that accepts another of them and refuses an imitation', () => {
    const network = new SignatureNetwork(run(own, 3).weights, own.length);
    const values = { ...initial, whose: 'mine' as const, genuine: own };
    const at = (signature: Drawing) => model({ ...values, pad: [signature] }, network).pad?.D as number;
    const [real, forged] = [at(genuine(FIRST_SAMPLE + 77, 9)), at(imitation(FIRST_SAMPLE + 77, 9))];
    expect(real).toBeLessThan(forged);
    expect(model(values, network).learned).toBe(4);
  });
});
