import { defineWidget } from '../../state/define';
import { choice, number, point, toggle } from '../../state/parameters';
import { describeLandscape } from '../../plot/describe-landscape';
import { degreesOf, wrapDegrees } from '../../geometry/circle';
import { formatFixed } from '../../state/format';
import { PLANE } from './landscape';
import { rememberTriplet, tripletModel, type TripletModel } from './model';

const range = { min: [PLANE.x[0], PLANE.y[0]], max: [PLANE.x[1], PLANE.y[1]] } as const;

/** What the loss does to the negative now, in words. */
function effect({ kind, force, loss }: TripletModel): string {
  if (loss === 0) return 'the triplet costs nothing, and nothing moves';
  const which = kind === 'hard' ? 'the negative, nearer than the positive,' : 'the negative';
  return `${which} is pushed with a force of ${formatFixed(force.n, 2)}`;
}

const KINDS: Record<TripletModel['kind'], string> = {
  hard: 'hard',
  'semi-hard': 'semi-hard',
  easy: 'easy',
  'in order': 'in the right order',
};

/** How the summary begins. */
const NAMES: Record<TripletModel['kind'], string> = {
  hard: 'A hard triplet',
  'semi-hard': 'A semi-hard triplet',
  easy: 'An easy triplet',
  'in order': 'A triplet in the right order',
};

export const definition = defineWidget({
  id: 'triplet',
  name: 'Triplet loss',
  topic: 'Triplets, batches, families',
  title: 'Drag anchor, positive or negative',
  about:
    'An anchor, a positive and a negative, the places where a negative would be hard, semi-hard or easy, and the ' +
    'force that the triplet loss puts on each of the three.',
  compact: { controls: ['m'], parts: ['formula', 'numbers'], more: ['forces', 'border'] },
  parameters: {
    m: number({ label: 'margin', symbol: 'm', role: 'margin', default: 1, min: 0, max: 2, step: 0.05 }),
    distances: choice({
      label: 'Distances',
      default: 'squared',
      options: [
        { value: 'squared', label: 'squared' },
        { value: 'plain', label: 'as they are' },
      ],
    }),
    unit: toggle({ label: 'Embeddings of length 1', default: false }),
    charge: choice({
      label: 'Form',
      default: 'hinge',
      options: [
        { value: 'hinge', label: 'hinge with margin' },
        { value: 'soft', label: 'soft, without' },
      ],
    }),
    swap: toggle({ label: 'Swap: measure the negative from the nearer of a and p', default: false }),
    show: choice({
      label: 'Show over the place of the negative',
      default: 'kinds',
      options: [
        { value: 'kinds', label: 'kinds' },
        { value: 'loss', label: 'loss' },
      ],
    }),
    land: choice({
      label: 'Landscape of the loss',
      default: 'none',
      options: [
        { value: 'none', label: 'hidden' },
        { value: 'a', label: 'as a moves' },
        { value: 'p', label: 'as p moves' },
        { value: 'n', label: 'as n moves' },
      ],
    }),
    a: point({ label: 'anchor', symbol: 'a', default: [0.1, -0.5], ...range }),
    p: point({ label: 'positive', symbol: 'p', role: 'pull', default: [0.8, -0.1], ...range }),
    n: point({ label: 'negative', symbol: 'n', role: 'push', default: [0.1, 0.6], ...range }),
  },
  model: (values) => tripletModel(values),
  createModel() {
    const model = rememberTriplet();
    return { model };
  },
  outputs: {
    ap: {
      label: 'distance to the positive',
      symbol: '‖a − p‖',
      role: 'pull',
      digits: 3,
      value: ({ D }) => D.ap,
    },
    an: {
      label: 'distance to the negative',
      symbol: '‖a − n‖',
      role: 'push',
      digits: 3,
      value: ({ D }) => D.an,
    },
    comparedP: {
      label: 'compared, to the positive',
      role: 'pull',
      digits: 3,
      value: ({ compared }) => compared.ap,
    },
    comparedN: {
      label: 'compared, to the negative',
      role: 'push',
      digits: 3,
      value: ({ compared }) => compared.an,
    },
    lead: {
      label: 'lead of the positive',
      digits: 3,
      value: ({ compared: { ap, an } }) => an - ap,
    },
    loss: { label: 'loss', symbol: 'L', digits: 3, value: ({ loss }) => loss },
    kind: { label: 'kind of triplet', value: ({ kind }) => KINDS[kind] },
    push: {
      label: 'push on the negative',
      symbol: '‖∂L/∂n‖',
      role: 'push',
      digits: 3,
      value: (t) => t.force.n,
    },
    pull: {
      label: 'pull on the positive',
      symbol: '‖∂L/∂p‖',
      role: 'pull',
      digits: 3,
      value: (t) => t.force.p,
    },
    border: {
      label: 'free of charge from',
      role: 'margin',
      digits: 3,
      value: ({ border }) => border ?? 'nowhere',
    },
    ring: {
      label: 'width of the semi-hard ring',
      role: 'margin',
      digits: 3,
      value: ({ border, D }) => (border === undefined ? 'has no outer border' : border - D.ap),
    },
  },
  summary({ land }, model) {
    const { D, loss, kind, unit, squared, landscape } = model;
    const direction = (at: readonly [number, number]) =>
      `at ${formatFixed(wrapDegrees(degreesOf(at)), 0)} degrees`;
    const surroundings = landscape
      ? ` ${describeLandscape(landscape, land, unit ? direction : undefined)}`
      : '';
    return (
      `${NAMES[kind]}${unit ? ' on the unit circle' : ''}: ` +
      `the positive is at distance ${formatFixed(D.ap, 2)}, the negative at ${formatFixed(D.an, 2)}. With ` +
      `${squared ? 'squared distances' : 'the distances as they are'} the loss is ${formatFixed(loss, 3)}; ${effect(model)}.${surroundings}`
    );
  },
});
