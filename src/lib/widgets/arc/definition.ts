import { formatFixed } from '../../primitives/format';
import { defineWidget } from '../../state/define';
import { choice, number } from '../../state/parameters';
import { arcModel, type ArcModel } from './model';

const DEGREES = 180 / Math.PI;

const angle = (label: string, symbol: string, at: number) =>
  number({ label, symbol, default: at, min: -180, max: 180, step: 1 });

export const NAMES = { softmax: 'Softmax', sphereface: 'SphereFace', cosface: 'CosFace', arcface: 'ArcFace' };

const options = (['softmax', 'sphereface', 'cosface', 'arcface'] as const).map((value) => ({
  value,
  label: NAMES[value],
}));

const NO_ANGLE = 'none: below −1';

/** What the loss does to the embedding, in words. */
function effect({ pull, s, y }: ArcModel): string {
  if (Math.abs(pull) < 1e-3 * s) return 'hardly anything moves the embedding';
  return pull > 0
    ? `descent turns the embedding towards class ${y + 1}`
    : `descent turns the embedding away from class ${y + 1}`;
}

export const definition = defineWidget({
  id: 'arc',
  title: 'Drag the embedding or a class weight round the circle',
  about:
    'An embedding and the weights of three classes on the unit circle, the angle to the true class, the angle that ' +
    'the loss adds, the part of the circle where each class wins, and the pull along the circle.',
  parameters: {
    loss: choice({ label: 'Loss', default: 'arcface', options }),
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
    past: choice({
      label: 'Past π − m',
      default: 'guard',
      options: [
        { value: 'guard', label: 'guard' },
        { value: 'none', label: 'no guard' },
        { value: 'easy', label: 'easy margin' },
      ],
    }),
    x: angle('embedding, degrees', 'x', 55),
    w1: angle('class weight 1, degrees', 'W₁', 20),
    w2: angle('class weight 2, degrees', 'W₂', 125),
    w3: angle('class weight 3, degrees', 'W₃', -110),
  },
  model: arcModel,
  outputs: {
    theta: { label: 'angle to the true class', symbol: 'θ', role: 'distance', value: (arc) => arc.thetaY },
    degrees: {
      label: 'angle in degrees',
      role: 'distance',
      digits: 1,
      value: (arc) => arc.thetaY * DEGREES,
    },
    counted: {
      label: 'angle that counts',
      role: 'margin',
      value: (arc) => arc.counted ?? NO_ANGLE,
    },
    countedDegrees: {
      label: 'angle that counts in degrees',
      role: 'margin',
      digits: 1,
      value: (arc) => (arc.counted === undefined ? NO_ANGLE : arc.counted * DEGREES),
    },
    added: {
      label: 'angle added',
      role: 'margin',
      value: (arc) => (arc.counted === undefined ? NO_ANGLE : arc.counted - arc.thetaY),
    },
    addedDegrees: {
      label: 'angle added in degrees',
      role: 'margin',
      digits: 1,
      value: (arc) => (arc.counted === undefined ? NO_ANGLE : (arc.counted - arc.thetaY) * DEGREES),
    },
    target: { label: 'target', value: (arc) => arc.phi },
    p: { label: 'probability of the true class', value: (arc) => arc.pY },
    loss: { label: 'loss', symbol: 'L', value: (arc) => arc.loss },
    pull: { label: 'pull towards the true class', symbol: '∂L/∂θ', value: (arc) => arc.pull },
    gap: { label: 'gap to the nearest class', role: 'margin', value: (arc) => arc.gap },
  },
  summary(_values, arc) {
    const degrees = formatFixed(arc.thetaY * DEGREES, 0);
    const counted =
      arc.counted === undefined
        ? `the target is ${formatFixed(arc.phi, 2)}, the cosine of no angle`
        : `it counts as ${formatFixed(arc.counted, 2)} radians`;
    return (
      `${NAMES[arc.name]}: the embedding is ${formatFixed(arc.thetaY, 2)} radians, ${degrees} degrees, from its class ${arc.y + 1}, ` +
      `and ${counted}. Probability ${formatFixed(arc.pY, 3)}, loss ${formatFixed(arc.loss, 3)}; ${effect(arc)}.`
    );
  },
});
