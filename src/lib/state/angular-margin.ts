import { choice, number } from './parameters';

/** The losses with an angular margin, and that without one, as they are called. */
export const MARGIN_LOSSES = {
  softmax: 'Softmax',
  sphereface: 'SphereFace',
  cosface: 'CosFace',
  arcface: 'ArcFace',
};

/** The choice among these losses, their margins and scale, and the true class of three. */
export const angularMarginParameters = {
  loss: choice({
    label: 'Loss',
    default: 'arcface',
    options: (['softmax', 'sphereface', 'cosface', 'arcface'] as const).map((value) => ({
      value,
      label: MARGIN_LOSSES[value],
    })),
  }),
  m2: number({
    label: 'margin, radians',
    symbol: 'm',
    role: 'margin',
    default: 0.5,
    min: 0,
    max: 1.5,
    step: 0.01,
  }),
  m1: number({ label: 'factor', symbol: 'm₁', role: 'margin', default: 2, min: 1, max: 4, step: 1 }),
  m3: number({
    label: 'margin, a cosine',
    symbol: 'm₃',
    role: 'margin',
    default: 0.35,
    min: 0,
    max: 1,
    step: 0.01,
  }),
  s: number({ label: 'scale', symbol: 's', default: 8, min: 1, max: 64, step: 1 }),
  y: choice({
    label: 'True class',
    default: '1',
    options: [
      { value: '1', label: '1' },
      { value: '2', label: '2' },
      { value: '3', label: '3' },
    ],
  }),
};
