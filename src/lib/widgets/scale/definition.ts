import { angularMarginParameters } from '../../state/angular-margin';
import { formatFixed, formatPower } from '../../state/format';
import { defineWidget } from '../../state/define';
import { choice, number } from '../../state/parameters';
import { COUNTS, DIMENSIONS, MOST, scaleCurves, scaleModel, type ScaleModel } from './model';

/** A loss or a pull of any size: three decimals while they say something, a power of ten below. */
const shown = (value: number): number | string =>
  value !== 0 && Math.abs(value) < 5e-4 ? formatPower(value) : value;

/** The same as text. */
export const text = (value: number): string => {
  const result = shown(value);
  return typeof result === 'string' ? result : formatFixed(result, 3);
};

const grouped = (n: string) => n.replace(/\B(?=(\d{3})+$)/g, ',');

function pulled({ here, s }: ScaleModel): string {
  const share = here.pull / s;
  if (share < 0.01) return 'hardly pulled at all';
  return `pulled with a force of ${text(here.pull)}, ${formatFixed(share, 2)} of the scale`;
}

export const definition = defineWidget({
  id: 'scale',
  name: 'The scale s of ArcFace',
  topic: 'Angular margins',
  title: 'Drag the scale s, and the angle θ',
  about:
    'The lowest loss that an embedding can have with n class weights spread as far as they go, over the scale s; and the ' +
    'pull towards its class over the angle, for several scales.',
  compact: { controls: ['s', 'n'], parts: ['pull', 'numbers'] },
  parameters: {
    loss: choice({
      label: 'Loss',
      default: 'softmax',
      options: [
        { value: 'softmax', label: 'Softmax' },
        { value: 'cosface', label: 'CosFace' },
        { value: 'arcface', label: 'ArcFace' },
      ],
    }),
    s: number({ label: 'scale', symbol: 's', default: 4, min: 1, max: MOST, step: 0.5 }),
    n: choice({
      label: 'Classes n',
      default: '10',
      options: COUNTS.map((value) => ({ value, label: grouped(value) })),
    }),
    d: choice({
      label: 'Dimensions d, for the first step',
      default: '512',
      options: DIMENSIONS.map((value) => ({ value, label: grouped(value) })),
    }),
    m2: number({
      label: 'margin, radians',
      symbol: 'm',
      role: 'margin',
      default: 0.5,
      min: 0,
      max: 1,
      step: 0.01,
    }),
    m3: angularMarginParameters.m3,
    theta: number({
      label: 'angle to the true class, radians',
      symbol: 'θ',
      role: 'distance',
      default: 1,
      min: 0,
      max: 3.14159,
      step: 0.01,
    }),
    unit: choice({
      label: 'Pull',
      default: 'share',
      options: [
        { value: 'share', label: 'as a share of s' },
        { value: 'full', label: 'in full' },
      ],
    }),
  },
  model: (values) => scaleModel(values),
  createModel() {
    const curves = scaleCurves();
    return { model: (values) => scaleModel(values, curves) };
  },
  outputs: {
    lowest: { label: 'lowest loss', symbol: 'L', value: (model) => shown(model.best.loss) },
    p: { label: 'highest probability', value: (model) => model.best.p },
    chance: { label: 'loss of a guess', symbol: 'log n', value: (model) => model.chance },
    needed: {
      label: 'scale for 99 %',
      digits: 1,
      value: (model) => model.needed ?? 'none: the margin takes all',
    },
    first: { label: 'loss of the first step', digits: 1, value: (model) => model.first },
    loss: { label: 'loss at θ', value: (model) => shown(model.here.loss) },
    pull: { label: 'pull at θ', symbol: '∂L/∂θ', role: 'pull', value: (model) => shown(model.here.pull) },
    share: { label: 'pull over s', role: 'pull', value: (model) => shown(model.here.pull / model.s) },
  },
  summary(_values, model) {
    return (
      `With ${grouped(model.n)} classes and a scale of ${formatFixed(model.s, 1)}, a perfect embedding has the probability ` +
      `${formatFixed(model.best.p, 3)} and the loss ${text(model.best.loss)}. ` +
      `At ${formatFixed(model.theta, 2)} radians from its class an embedding is ${pulled(model)}.`
    );
  },
});
