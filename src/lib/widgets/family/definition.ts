import { SHAPE_NAMES } from '../../geometry/shapes';
import { formatFixed } from '../../state/format';
import { defineWidget } from '../../state/define';
import { Trajectory } from '../../state/descent';
import { choice, cloud, number, toggle } from '../../state/parameters';
import { EDGE, MOST } from './batch';
import { entryOf, lossNames } from './catalogue';
import { familyModel, type FamilyModel, type FamilyStep } from './model';

const range = { min: -EDGE, max: EDGE, classes: 3 };

const parameters = {
  loss: choice({
    label: 'Loss',
    default: 'contrastive',
    options: lossNames.map((value) => ({ value, label: entryOf(value).declaration.name })),
  }),
  m: number({
    label: 'margin, a distance',
    symbol: 'm',
    role: 'margin',
    default: 1,
    min: 0,
    max: 2,
    step: 0.05,
  }),
  c: number({
    label: 'margin, a cosine',
    symbol: 'm',
    role: 'margin',
    default: 0.35,
    min: 0,
    max: 1,
    step: 0.05,
  }),
  lambda: number({
    label: 'threshold, a cosine',
    symbol: 'λ',
    role: 'margin',
    default: 0.5,
    min: 0,
    max: 1,
    step: 0.05,
  }),
  angle: number({
    label: 'margin, radians',
    symbol: 'm',
    role: 'margin',
    default: 0.5,
    min: 0,
    max: 1.5,
    step: 0.05,
  }),
  factor: number({
    label: 'factor of the angle',
    symbol: 'm',
    role: 'margin',
    default: 4,
    min: 1,
    max: 6,
    step: 1,
  }),
  tau: number({ label: 'temperature', symbol: 'τ', default: 0.2, min: 0.02, max: 1, step: 0.01 }),
  t: number({ label: 'steps of descent', symbol: 't', default: 0, min: 0, max: 300, step: 1 }),
  lines: choice({
    label: 'Lines',
    default: 'all',
    options: [
      { value: 'all', label: 'of all points' },
      { value: 'one', label: 'of the chosen point' },
    ],
  }),
  map: toggle({ label: 'Show the map', default: true }),
  point: number({ label: 'chosen point', default: 6, min: 1, max: MOST, step: 1 }),
  points: cloud({ label: 'points placed by hand', most: MOST, ...range }),
  weights: cloud({ label: 'class weights placed by hand', most: 3, ...range }),
};

const chosenOf = ({ chosen, batch }: FamilyModel) =>
  `Point ${chosen + 1}, a ${SHAPE_NAMES[batch.labels[chosen] ?? 0] ?? 'point'}`;

export const definition = defineWidget({
  id: 'family',
  name: 'The family of losses',
  topic: 'Triplets, batches, families',
  title: 'Drag any point to see who pulls and who pushes',
  about:
    'One labelled batch under many losses: lines show which points pull and push each other, ' +
    'arrows where the loss would move each point.',
  compact: { controls: ['t'], parts: ['map', 'card'], more: ['numbers'] },
  parameters,
  model: (values) => familyModel(values),
  createModel() {
    const memory = new Trajectory<FamilyStep>();
    return { model: (values) => familyModel(values, memory) };
  },
  outputs: {
    loss: { label: 'loss', symbol: 'L', digits: 3, value: (model) => model.loss },
    items: { label: 'items', digits: 0, value: (model) => model.items },
    charged: { label: 'items that cost something', digits: 0, value: (model) => model.charged },
    mean: { label: 'mean of those', digits: 3, value: (model) => model.mean },
    pulls: { label: 'lines that pull', role: 'pull', digits: 0, value: (model) => model.pulls.length },
    pushes: { label: 'lines that push', role: 'push', digits: 0, value: (model) => model.pushes.length },
    force: { label: 'force on the chosen point', digits: 3, value: (model) => model.force },
  },
  summary({ t }, model) {
    const { name } = model.entry.declaration;
    const after = t > 0 ? ` after ${t} ${t === 1 ? 'step' : 'steps'} of descent` : '';
    return (
      `${name}${after}: the loss is ${formatFixed(model.loss, 3)}. Its items are ${model.entry.items}; ` +
      `${model.charged} of ${model.items} cost something, ${model.pulls.length} lines pull and ${model.pushes.length} push. ` +
      `${chosenOf(model)}, feels a force of ${formatFixed(model.force, 3)}.`
    );
  },
});
