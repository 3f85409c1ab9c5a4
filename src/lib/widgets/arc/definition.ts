import { angularMarginParameters, MARGIN_LOSSES } from '../../state/angular-margin';
import { formatFixed } from '../../state/format';
import { defineWidget } from '../../state/define';
import { choice, number, toggle } from '../../state/parameters';
import { degreesOf, wrapDegrees } from '../../geometry/circle';
import { describeLandscape } from '../../plot/describe-landscape';
import { arcModel, rememberArc, type ArcModel } from './model';

const DEGREES = 180 / Math.PI;

const angle = (label: string, symbol: string, at: number) =>
  number({ label, symbol, default: at, min: -180, max: 180, step: 1 });

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
  name: 'ArcFace: the angular margin',
  topic: 'Angular margins',
  title: 'Drag the embedding or a class weight round the circle',
  about:
    'An embedding and the weights of three classes on the unit circle, the angle to the true class, the angle that ' +
    'the loss adds, the part of the circle where each class wins, and the pull along the circle.',
  compact: { controls: ['m2', 's'], parts: ['formula', 'numbers'], more: ['bars', 'sum'] },
  parameters: {
    ...angularMarginParameters,
    past: choice({
      label: 'Past π − m',
      default: 'guard',
      options: [
        { value: 'guard', label: 'guard' },
        { value: 'none', label: 'no guard' },
        { value: 'easy', label: 'easy margin' },
      ],
    }),
    land: toggle({ label: 'Show the landscape of the loss', default: false }),
    x: angle('embedding, degrees', 'x', 55),
    w1: angle('class weight 1, degrees', 'W₁', 20),
    w2: angle('class weight 2, degrees', 'W₂', 125),
    w3: angle('class weight 3, degrees', 'W₃', -110),
  },
  model: (values) => arcModel(values),
  createModel() {
    const model = rememberArc();
    return { model };
  },
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
      `${MARGIN_LOSSES[arc.name]}: the embedding is ${formatFixed(arc.thetaY, 2)} radians, ${degrees} degrees, from its class ${arc.y + 1}, ` +
      `and ${counted}. Probability ${formatFixed(arc.pY, 3)}, loss ${formatFixed(arc.loss, 3)}; ${effect(arc)}.` +
      (arc.landscape
        ? ` ${describeLandscape(arc.landscape, 'x', (at) => `at ${formatFixed(wrapDegrees(degreesOf(at)), 0)} degrees`)}`
        : '')
    );
  },
});
