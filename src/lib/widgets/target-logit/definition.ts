import { formatFixed } from '../../state/format';
import { defineWidget } from '../../state/define';
import { choice, number } from '../../state/parameters';
import { Curves, targetLogitModel, type At, type TargetLogitModel } from './model';
import { FAMILY_NAMES, PAST_NAMES } from './names';

const DEGREES = 180 / Math.PI;

/** What one of the family, or one treatment of ArcFace's corner, gives at θ. */
const family = (name: keyof typeof FAMILY_NAMES) => ({
  label: `target of ${FAMILY_NAMES[name].name}`,
  value: (model: TargetLogitModel) => model.of(name).target,
});
const corner = (past: keyof typeof PAST_NAMES, what: keyof At, word: string) => ({
  label: `${word}, ${PAST_NAMES[past].name}`,
  value: (model: TargetLogitModel) => model.under(past)[what],
});

/** Where ArcFace stands in its corner, in words. */
function turned({ theta, turn, past, chosen }: TargetLogitModel): string {
  const way = chosen.pull >= 0 ? 'towards its class' : 'away from its class';
  const place = theta > turn ? 'past' : 'before';
  return `θ is ${place} π − m, and with “${PAST_NAMES[past].name}” the gradient step goes ${way}`;
}

export const definition = defineWidget({
  id: 'target-logit',
  name: 'SphereFace, CosFace, ArcFace',
  topic: 'Angular margins',
  title: 'Drag the angle, and the margins on the line at zero',
  about:
    'What takes the place of the cosine of the true class, over the angle to it, for softmax, SphereFace, CosFace, ' +
    'ArcFace and a combination; the loss that follows; and what happens to ArcFace past π − m.',
  compact: { controls: ['theta', 'm2'], parts: ['losses'], more: ['table', 'numbers'] },
  parameters: {
    show: choice({
      label: 'Show',
      default: 'family',
      options: [
        { value: 'family', label: 'the family' },
        { value: 'corner', label: 'ArcFace past π − m' },
      ],
    }),
    theta: number({
      label: 'angle to the true class, radians',
      symbol: 'θ',
      role: 'distance',
      default: 1,
      min: 0,
      max: 3.14159,
      step: 0.01,
    }),
    m2: number({
      label: 'ArcFace: margin, radians',
      symbol: 'm',
      role: 'margin',
      default: 0.5,
      min: 0,
      max: 1.5,
      step: 0.01,
    }),
    m3: number({
      label: 'CosFace: margin, a cosine',
      symbol: 'm₃',
      default: 0.35,
      min: 0,
      max: 1,
      step: 0.01,
    }),
    m1: number({ label: 'SphereFace: factor', symbol: 'm₁', default: 4, min: 1, max: 5, step: 1 }),
    s: number({ label: 'scale', symbol: 's', default: 16, min: 1, max: 64, step: 1 }),
    past: choice({
      label: 'Past π − m',
      default: 'none',
      options: [
        { value: 'none', label: PAST_NAMES.none.name },
        { value: 'guard', label: PAST_NAMES.guard.name },
        { value: 'easy', label: PAST_NAMES.easy.name },
      ],
    }),
    gradient: choice({
      label: 'Gradient',
      default: 'exact',
      options: [
        { value: 'exact', label: 'of the target' },
        { value: 'straight-through', label: 'of cos θ, passed straight through' },
      ],
    }),
  },
  model: (values) => targetLogitModel(values),
  createModel() {
    const curves = new Curves();
    return { model: (values) => targetLogitModel(values, curves) };
  },
  outputs: {
    degrees: {
      label: 'θ in degrees',
      role: 'distance',
      digits: 1,
      value: (model) => model.theta * DEGREES,
    },
    marginDegrees: {
      label: 'm in degrees',
      role: 'margin',
      digits: 1,
      value: (model) => model.m2 * DEGREES,
    },
    turn: { label: 'π − m', role: 'margin', value: (model) => model.turn },
    softmax: family('softmax'),
    sphereface: family('sphereface'),
    cosface: family('cosface'),
    arcface: family('arcface'),
    combined: family('combined'),
    none: corner('none', 'target', 'target'),
    guard: corner('guard', 'target', 'target'),
    easy: corner('easy', 'target', 'target'),
    lossNone: corner('none', 'loss', 'loss'),
    lossGuard: corner('guard', 'loss', 'loss'),
    lossEasy: corner('easy', 'loss', 'loss'),
    guardJump: {
      label: 'value after the guard’s jump',
      value: ({ jumps }) => jumps.guard?.to ?? 'no jump: the margin is 0',
    },
    easyJump: {
      label: 'value before the easy margin’s jump',
      value: ({ jumps }) => jumps.easy?.from ?? 'no jump: the margin is 0',
    },
    pull: { label: 'pull towards the class', symbol: '∂L/∂θ', value: (model) => model.chosen.pull },
  },
  summary(_values, model) {
    const at = `At θ = ${formatFixed(model.theta, 2)} radians, ${formatFixed(model.theta * DEGREES, 0)} degrees`;
    if (model.show === 'corner') {
      const targets = model.corner
        .map(({ past, here }) => `${PAST_NAMES[past].name} ${formatFixed(here.target, 3)}`)
        .join(', ');
      return `${at}, ArcFace’s target is: ${targets}. ${turned(model).replace(/^θ/, 'There θ')}.`;
    }
    const targets = model.family
      .map(({ name, here }) => `${FAMILY_NAMES[name].name} ${formatFixed(here.target, 3)}`)
      .join(', ');
    return `${at}, the targets are: ${targets}.`;
  },
});
