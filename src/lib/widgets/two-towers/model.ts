import { contrastive } from '../../losses';
import type { Vec2 } from '../../state/parameters';
import { backward, forward, sum, type Matrix } from './network';

export const PLACE_NAMES = ['11', '12', '21', '22'] as const;
export type Place = (typeof PLACE_NAMES)[number];

/** Row and column of each weight. */
export const PLACES = {
  11: [0, 0],
  12: [0, 1],
  21: [1, 0],
  22: [1, 1],
} as const satisfies Record<Place, unknown>;

export type TowersValues = Record<`${'w' | 'v'}${Place}`, number> & {
  y: '0' | '1';
  m: number;
  a: Vec2;
  b: Vec2;
  weights: 'shared' | 'separate';
  flow: 'forward' | 'backward';
  rate: number;
};

const vec = ([p = 0, q = 0]: readonly number[]): Vec2 => [p, q];

/** Two inputs through two towers to the contrastive loss, and its gradient back through both. */
export function towersModel(values: TowersValues) {
  const { a, b, m, flow } = values;
  const shared = values.weights === 'shared';
  const y = values.y === '0' ? 0 : 1;
  const W: Matrix = [
    [values.w11, values.w12],
    [values.w21, values.w22],
  ];
  const V: Matrix = shared
    ? W
    : [
        [values.v11, values.v12],
        [values.v21, values.v22],
      ];
  const passes = [forward(W, a), forward(V, b)] as const;
  const terms = contrastive(passes[0].x, passes[1].x, y, { m });
  const backs = [
    backward(passes[0], vec(terms.gradient.x1)),
    backward(passes[1], vec(terms.gradient.x2)),
  ] as const;
  const distance = (first: Vec2, second: Vec2) =>
    contrastive(forward(W, first).x, forward(V, second).x, y, { m }).D;
  const [first, second] = [backs[0].contribution, backs[1].contribution];
  return {
    ...terms,
    y,
    m,
    flow,
    shared,
    W,
    V,
    passes,
    backs,
    /** dL/dW: of both towers if they share their weights, of the first one if not. */
    gradientW: shared ? sum(first, second) : first,
    /** dL/dV, of the second tower's own weights. */
    gradientV: second,
    /** Input 1 as the second tower sees it. */
    aThroughSecond: forward(V, a).x,
    /** The distance of an input from itself, one copy in each tower. */
    selfDistance: distance(a, a),
    /** The distance once the inputs have changed places. */
    exchanged: distance(b, a),
    parameters: shared ? 4 : 8,
  };
}

export type TowersModel = ReturnType<typeof towersModel>;

/** The weights after one step W ← W − rate · dL/dW, and V likewise where it is a matrix of its own. */
export function stepped(values: TowersValues, model: TowersModel): Partial<TowersValues> {
  const change: Partial<Record<`${'w' | 'v'}${Place}`, number>> = {};
  for (const name of PLACE_NAMES) {
    const [i, j] = PLACES[name];
    change[`w${name}`] = values[`w${name}`] - values.rate * model.gradientW[i][j];
    if (!model.shared) change[`v${name}`] = values[`v${name}`] - values.rate * model.gradientV[i][j];
  }
  return change;
}
