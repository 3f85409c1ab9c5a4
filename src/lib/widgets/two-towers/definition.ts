import { formatFixed } from '../../state/format';
import { defineWidget } from '../../state/define';
import { choice, number, point } from '../../state/parameters';
import { PLACES, towersModel, type Place, type TowersModel } from './model';

const range = { min: [-2, -2], max: [2, 2] } as const;
const SUBSCRIPTS: Record<Place, string> = { 11: '₁₁', 12: '₁₂', 21: '₂₁', 22: '₂₂' };

export const symbolOf = (matrix: 'w' | 'v', place: Place) => `${matrix}${SUBSCRIPTS[place]}`;

const weight = (matrix: 'w' | 'v', place: Place, value: number) =>
  number({
    label: matrix === 'w' ? 'weight' : 'weight of tower 2',
    symbol: symbolOf(matrix, place),
    default: value,
    min: -3,
    max: 3,
    step: 0.05,
  });

/** What one tower contributes to the gradient of a weight. */
const contribution = (tower: 0 | 1, place: Place) => ({
  label: `${symbolOf('w', place)}, from tower ${tower + 1}`,
  value: ({ backs }: TowersModel) => {
    const [i, j] = PLACES[place];
    return backs[tower].contribution[i][j];
  },
});
const total = (place: Place) => ({
  label: `dL/d${symbolOf('w', place)}`,
  value: ({ gradientW }: TowersModel) => {
    const [i, j] = PLACES[place];
    return gradientW[i][j];
  },
});
/** A component of what passes through a tower, or back. */
const component = (label: string, of: (model: TowersModel) => readonly number[], k: 0 | 1) => ({
  label: `${label}, component ${k + 1}`,
  value: (model: TowersModel) => of(model)[k] ?? 0,
});

export const definition = defineWidget({
  id: 'two-towers',
  name: 'Siamese network: two towers',
  topic: 'Networks at work',
  title: 'Change a weight, or drag an input, and watch both towers',
  about:
    'Two inputs pass through one small network with shared weights to their distance and the contrastive loss, and ' +
    'the gradient comes back through both towers; the weights can also be separated.',
  compact: { controls: ['flow'], parts: ['numbers', 'descend'], more: ['weights', 'table'] },
  parameters: {
    y: choice({
      label: 'This pair is',
      symbol: 'y',
      default: '0',
      options: [
        { value: '0', label: 'similar, y = 0' },
        { value: '1', label: 'dissimilar, y = 1' },
      ],
    }),
    weights: choice({
      label: 'The towers have',
      default: 'shared',
      options: [
        { value: 'shared', label: 'shared weights' },
        { value: 'separate', label: 'separate weights' },
      ],
    }),
    flow: choice({
      label: 'The towers show',
      default: 'forward',
      options: [
        { value: 'forward', label: 'values, forward' },
        { value: 'backward', label: 'gradients, backward' },
      ],
    }),
    a: point({ label: 'input 1', symbol: 'a', default: [1, 0.5], ...range }),
    b: point({ label: 'input 2', symbol: 'b', default: [0.8, -0.6], ...range }),
    w11: weight('w', '11', 0.8),
    w12: weight('w', '12', -0.6),
    w21: weight('w', '21', 0.4),
    w22: weight('w', '22', 0.7),
    v11: weight('v', '11', -0.5),
    v12: weight('v', '12', 0.9),
    v21: weight('v', '21', 0.6),
    v22: weight('v', '22', 0.3),
    m: number({ label: 'margin', symbol: 'm', role: 'margin', default: 1.5, min: 0.1, max: 3, step: 0.05 }),
    rate: number({ label: 'learning rate', default: 0.5, min: 0.05, max: 2, step: 0.05 }),
  },
  model: towersModel,
  outputs: {
    D: { label: 'distance', symbol: 'D', role: 'distance', value: ({ D }) => D },
    loss: { label: 'loss', symbol: 'L', value: ({ loss }) => loss },
    selfDistance: {
      label: 'input 1 against itself',
      symbol: 'D',
      role: 'distance',
      value: (model) => model.selfDistance,
    },
    exchanged: {
      label: 'inputs exchanged',
      symbol: 'D',
      role: 'distance',
      value: (model) => model.exchanged,
    },
    asymmetry: {
      label: 'change of D when the inputs are exchanged',
      value: ({ D, exchanged }) => Math.abs(exchanged - D),
    },
    parameters: { label: 'weights to learn', digits: 0, value: (model) => model.parameters },
    z1: component('z of tower 1', ({ passes }) => passes[0].z, 0),
    z2: component('z of tower 1', ({ passes }) => passes[0].z, 1),
    x11: component('x₁', ({ passes }) => passes[0].x, 0),
    x12: component('x₁', ({ passes }) => passes[0].x, 1),
    x21: component('x₂', ({ passes }) => passes[1].x, 0),
    x22: component('x₂', ({ passes }) => passes[1].x, 1),
    g11: component('∂L/∂x₁', ({ backs }) => backs[0].g, 0),
    g12: component('∂L/∂x₁', ({ backs }) => backs[0].g, 1),
    g21: component('∂L/∂x₂', ({ backs }) => backs[1].g, 0),
    g22: component('∂L/∂x₂', ({ backs }) => backs[1].g, 1),
    d11: component('δ of tower 1', ({ backs }) => backs[0].delta, 0),
    d12: component('δ of tower 1', ({ backs }) => backs[0].delta, 1),
    d21: component('δ of tower 2', ({ backs }) => backs[1].delta, 0),
    d22: component('δ of tower 2', ({ backs }) => backs[1].delta, 1),
    first11: contribution(0, '11'),
    first12: contribution(0, '12'),
    first21: contribution(0, '21'),
    first22: contribution(0, '22'),
    second11: contribution(1, '11'),
    second12: contribution(1, '12'),
    second21: contribution(1, '21'),
    second22: contribution(1, '22'),
    total11: total('11'),
    total12: total('12'),
    total21: total('21'),
    total22: total('22'),
  },
  summary(_values, { y, D, loss, shared, selfDistance, exchanged }) {
    const kind = y === 0 ? 'similar' : 'dissimilar';
    const state = `A ${kind} pair at distance ${formatFixed(D, 3)}, with loss ${formatFixed(loss, 3)}`;
    return shared
      ? `${state}. Both towers use one set of weights: an input is at distance 0 from itself, and exchanging the inputs changes nothing.`
      : `${state}. The towers have separate weights: input 1 is at distance ${formatFixed(selfDistance, 3)} from itself, ` +
          `and with the inputs exchanged the distance is ${formatFixed(exchanged, 3)}.`;
  },
});
