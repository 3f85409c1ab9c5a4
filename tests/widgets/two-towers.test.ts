import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults } from '../../src/lib/state/query';
import { numpyFor, pytorchFor } from '../../src/lib/widgets/two-towers/code';
import { definition } from '../../src/lib/widgets/two-towers/definition';
import {
  PLACE_NAMES,
  PLACES,
  stepped,
  towersModel,
  type TowersValues,
} from '../../src/lib/widgets/two-towers/model';
import { arbitraryValues } from './arbitrary';

const start = defaults(definition.parameters) as TowersValues;
const model = (change: Partial<TowersValues> = {}) => towersModel({ ...start, ...change });

const states = arbitraryValues(definition.parameters) as fc.Arbitrary<TowersValues>;
const RUNS = { numRuns: 200, seed: 1993 };
const forAll = (check: (values: TowersValues) => void) => fc.assert(fc.property(states, check), RUNS);

/** ∂L/∂(a weight) by central differences. */
function slope(values: TowersValues, name: keyof TowersValues): number {
  const h = 1e-5;
  const at = (change: number) => towersModel({ ...values, [name]: (values[name] as number) + change }).loss;
  return (at(h) - at(-h)) / (2 * h);
}

/** Whether the loss has a gradient here: it has a kink where a dissimilar pair coincides. */
const isSmooth = (values: TowersValues) => values.y === '0' || towersModel(values).D > 1e-3;

describe('two towers with shared weights', () => {
  it('have the gradient that central differences give, for each weight', () => {
    forAll((values) => {
      const shared: TowersValues = { ...values, weights: 'shared' };
      if (!isSmooth(shared)) return;
      for (const name of PLACE_NAMES) {
        const [i, j] = PLACES[name];
        expect(towersModel(shared).gradientW[i][j]).toBeCloseTo(slope(shared, `w${name}`), 6);
      }
    });
  });

  it('add the contributions of both towers, each an outer product of δ and the input', () => {
    forAll((values) => {
      const { backs, gradientW } = towersModel({ ...values, weights: 'shared' });
      for (const [i, j] of Object.values(PLACES)) {
        const [first, second] = [backs[0].delta[i] * values.a[j], backs[1].delta[i] * values.b[j]];
        expect(backs[0].contribution[i][j]).toBeCloseTo(first, 12);
        expect(backs[1].contribution[i][j]).toBeCloseTo(second, 12);
        expect(gradientW[i][j]).toBeCloseTo(first + second, 12);
      }
    });
  });

  it('put an input at distance 0 from itself, and do not mind an exchange of the inputs', () => {
    forAll((values) => {
      const { D, selfDistance, exchanged } = towersModel({ ...values, weights: 'shared' });
      expect(selfDistance).toBe(0);
      expect(exchanged).toBeCloseTo(D, 12);
    });
  });

  it('get no gradient at all from two equal inputs, whatever the label', () => {
    forAll((values) => {
      const { gradientW } = towersModel({ ...values, weights: 'shared', b: values.a });
      for (const [i, j] of Object.values(PLACES)) expect(gradientW[i][j]).toBeCloseTo(0, 12);
    });
  });

  it('cancel the contributions for a weight whose input component is 0 in both', () => {
    const { gradientW } = model({ a: [1, 0], b: [-0.5, 0] });
    expect([gradientW[0][1], gradientW[1][1]]).toEqual([0, 0]);
  });
});

describe('two towers with separate weights', () => {
  it('have a gradient for each weight of their own', () => {
    forAll((values) => {
      const separate: TowersValues = { ...values, weights: 'separate' };
      if (!isSmooth(separate)) return;
      const { gradientW, gradientV } = towersModel(separate);
      for (const name of PLACE_NAMES) {
        const [i, j] = PLACES[name];
        expect(gradientW[i][j]).toBeCloseTo(slope(separate, `w${name}`), 6);
        expect(gradientV[i][j]).toBeCloseTo(slope(separate, `v${name}`), 6);
      }
    });
  });

  it('put one input in two places, tell the order of the inputs, and have twice as much to learn', () => {
    const { selfDistance, D, exchanged, parameters } = model({ weights: 'separate' });
    expect(selfDistance).toBeGreaterThan(0.1);
    expect(Math.abs(exchanged - D)).toBeGreaterThan(0.01);
    expect(parameters).toBe(8);
    expect(model().parameters).toBe(4);
  });

  it('are the shared towers as long as both matrices are equal', () => {
    const { w11: v11, w12: v12, w21: v21, w22: v22 } = start;
    const same = model({ weights: 'separate', v11, v12, v21, v22 });
    expect(same.selfDistance).toBe(0);
    expect(same.D).toBe(model().D);
  });

  it('come apart in the first step, although they began alike', () => {
    const { w11: v11, w12: v12, w21: v21, w22: v22 } = start;
    const alike: TowersValues = { ...start, weights: 'separate', v11, v12, v21, v22 };
    const next = { ...alike, ...stepped(alike, towersModel(alike)) };
    expect(towersModel(next).selfDistance).toBeGreaterThan(0.1);
  });
});

describe('a step of descent', () => {
  it('lowers the loss of a similar and of a dissimilar pair, shared and separate', () => {
    for (const y of ['0', '1'] as const) {
      for (const weights of ['shared', 'separate'] as const) {
        const values: TowersValues = { ...start, y, weights, rate: 0.1 };
        const before = towersModel(values);
        const after = towersModel({ ...values, ...stepped(values, before) });
        expect(after.loss).toBeLessThan(before.loss);
      }
    }
  });

  it('brings the similar pair of the page together, and without shared weights takes one input to two places', () => {
    const after = (steps: number, change: Partial<TowersValues> = {}) => {
      let values = { ...start, ...change };
      for (let k = 0; k < steps; k++) values = { ...values, ...stepped(values, towersModel(values)) };
      return towersModel(values);
    };
    expect(after(1).D).toBeCloseTo(0.474, 3);
    expect(after(20).D).toBeCloseTo(0.007, 3);
    const { w11: v11, w12: v12, w21: v21, w22: v22 } = start;
    const apart: Partial<TowersValues> = { weights: 'separate', v11, v12, v21, v22 };
    expect(after(1, apart).selfDistance).toBeCloseTo(0.318, 3);
    expect(after(20, apart).D).toBeLessThan(1e-4);
    expect(after(20, apart).selfDistance).toBeCloseTo(0.496, 3);
  });

  it('leaves the weights of the second tower alone where it has none', () => {
    expect(Object.keys(stepped(start, model())).sort()).toEqual(['w11', 'w12', 'w21', 'w22']);
  });

  it('leaves everything as it is where the pair is beyond the margin', () => {
    const values: TowersValues = { ...start, y: '1', m: 0.5 };
    expect({ ...values, ...stepped(values, towersModel(values)) }).toEqual(values);
  });
});

describe('the programs', () => {
  it('hold the numbers of the state and the gradient that they are to print', () => {
    const shared = model();
    for (const code of [numpyFor(shared), pytorchFor(shared)]) {
      expect(code).toContain('[[0.8, -0.6], [0.4, 0.7]]');
      expect(code).toContain('V = W  # one set of weights');
      expect(code).toContain('dL/dW = [[-0.1349, -0.1932], [-0.1436, 0.6557]]');
    }
    const separate = model({ weights: 'separate', y: '1' });
    for (const code of [numpyFor(separate), pytorchFor(separate)]) {
      expect(code).toContain('[[-0.5, 0.9], [0.6, 0.3]]');
      expect(code).toContain('y, m = 1, 1.5');
      expect(code).toContain('dL/dV = ');
    }
  });
});
