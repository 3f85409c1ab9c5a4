import { defineWidget } from '../../state/define';
import { Trajectory } from '../../state/descent';
import { choice, number } from '../../state/parameters';
import { N } from './batch';
import { MINERS, type Mining } from './miners';
import { miningModel, type Memory, type MiningModel, type MiningSide } from './model';
import { formatFixed } from '../../state/format';

const parameters = {
  left: choice({ label: 'Triplets on the first side', default: 'semi-hard', options: MINERS }),
  right: choice({ label: 'Triplets on the second side', default: 'hardest', options: MINERS }),
  m: number({ label: 'margin', symbol: 'm', role: 'margin', default: 1, min: 0.1, max: 2, step: 0.05 }),
  distances: choice({
    label: 'Distances',
    default: 'squared',
    options: [
      { value: 'squared', label: 'squared' },
      { value: 'plain', label: 'as they are' },
    ],
  }),
  charge: choice({
    label: 'Form',
    default: 'hinge',
    options: [
      { value: 'hinge', label: 'hinge with margin' },
      { value: 'soft', label: 'soft, without' },
    ],
  }),
  learn: choice({
    label: 'What is learned',
    default: 'map',
    options: [
      { value: 'map', label: 'a linear map of all inputs' },
      { value: 'free', label: 'each point by itself' },
    ],
  }),
  space: choice({
    label: 'Embeddings',
    default: 'free',
    options: [
      { value: 'free', label: 'free' },
      { value: 'unit', label: 'of length 1' },
    ],
  }),
  lines: choice({
    label: 'Show the triplets of',
    default: 'one',
    options: [
      { value: 'one', label: 'one anchor' },
      { value: 'all', label: 'all anchors' },
    ],
  }),
  anchor: number({ label: 'anchor', default: 1, min: 1, max: N, step: 1 }),
  seed: number({ label: 'seed', default: 1, min: 1, max: 9999, step: 1 }),
  t: number({ label: 'steps taken', symbol: 't', default: 0, min: 0, max: 150, step: 1 }),
};

/** How a choice is called in a sentence. */
const NAMES: Record<Mining, string> = {
  all: 'all triplets',
  random: 'random triplets',
  'semi-hard': 'semi-hard negatives',
  'batch-hard': 'batch-hard triplets',
  hardest: 'the hardest negatives',
};

function said(side: MiningSide, mining: Mining): string {
  const state = side.collapsed
    ? 'all points have collapsed into one'
    : `${formatFixed(side.active, 0)} % of ${side.triplets.length} triplets cost something`;
  return `with ${NAMES[mining]} the loss is ${formatFixed(side.loss, 3)} and ${state}`;
}

/** The outputs of one side. */
function outputsOf(which: string, side: (model: MiningModel) => MiningSide) {
  return {
    loss: { label: `loss, ${which} side`, digits: 3, value: (model: MiningModel) => side(model).loss },
    meanActive: {
      label: `mean over active triplets, ${which} side`,
      digits: 3,
      value: (model: MiningModel) => side(model).meanActive,
    },
    chosen: {
      label: `triplets chosen, ${which} side`,
      digits: 0,
      value: (model: MiningModel) => side(model).triplets.length,
    },
    active: {
      label: `triplets active, ${which} side`,
      unit: '%',
      digits: 0,
      value: (model: MiningModel) => side(model).active,
    },
    spread: {
      label: `spread, ${which} side`,
      digits: 3,
      value: (model: MiningModel) => side(model).spread,
    },
    right: {
      label: `nearest neighbours of the own class, ${which} side`,
      digits: 0,
      value: (model: MiningModel) => side(model).right,
    },
  };
}

const first = outputsOf('first', ({ a }) => a);
const second = outputsOf('second', ({ b }) => b);

export const definition = defineWidget({
  id: 'mining',
  name: 'Triplet mining: hard, semi-hard',
  topic: 'Triplets, batches, families',
  title: 'Choose triplets twice, and press play',
  about:
    'One batch of three classes under two choices of triplets, side by side: which triplets are chosen, how many of ' +
    'them cost anything, and where gradient descent leads.',
  compact: { controls: ['lines'], parts: ['play'], more: ['loss'] },
  parameters,
  model: (values) => miningModel(values),
  createModel() {
    const memory: [Memory, Memory] = [new Trajectory(), new Trajectory()];
    return { model: (values) => miningModel(values, memory) };
  },
  /** A run under another margin, or of another seed, begins again; under another choice it is shown as far as it is. */
  normalizeChange(change, values) {
    const differs = (name: 'm' | 'seed') => name in change && change[name] !== values[name];
    return !('t' in change) && (differs('m') || differs('seed')) ? { ...change, t: 0 } : change;
  },
  outputs: {
    lossA: first.loss,
    lossB: second.loss,
    meanActiveA: first.meanActive,
    meanActiveB: second.meanActive,
    chosenA: first.chosen,
    chosenB: second.chosen,
    activeA: first.active,
    activeB: second.active,
    spreadA: first.spread,
    spreadB: second.spread,
    rightA: first.right,
    rightB: second.right,
  },
  summary({ left, right, t }, { a, b }) {
    return `After ${t} ${t === 1 ? 'step' : 'steps'}, ${said(a, left)}; ${said(b, right)}.`;
  },
});
