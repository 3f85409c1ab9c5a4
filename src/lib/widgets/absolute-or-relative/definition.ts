import { defineWidget } from '../../state/define';
import { Trajectory } from '../../state/descent';
import { choice, cloud, number, toggle } from '../../state/parameters';
import { CLASSES, comparisonModel, EDGE, N, type ComparisonModel, type Memory, type Side } from './model';
import { formatFixed } from '../../state/format';

function said({ charged, items, within }: Side, unit: string): string {
  const cost =
    charged === 0
      ? `none of ${items} ${unit} cost anything`
      : `${charged} of ${items} ${unit} cost something`;
  return `${cost}, and two points of a class are ${formatFixed(within, 2)} apart in the mean`;
}

export const definition = defineWidget({
  id: 'absolute-or-relative',
  name: 'Contrastive or triplet loss',
  topic: 'Triplets, batches, families',
  title: 'Drag a point, and see what each loss still wants',
  about:
    'The same labelled points under the contrastive loss and under the triplet loss, side by side, with the force on ' +
    'each point. A point that is dragged moves on both sides, and both run on from there.',
  compact: { controls: ['m'], parts: ['play'] },
  parameters: {
    m: number({ label: 'margin', symbol: 'm', role: 'margin', default: 0.5, min: 0.1, max: 2, step: 0.05 }),
    distances: choice({
      label: 'Distances of the triplet loss',
      default: 'plain',
      options: [
        { value: 'plain', label: 'as they are' },
        { value: 'squared', label: 'squared' },
      ],
    }),
    forces: toggle({ label: 'Show forces', default: true }),
    seed: number({ label: 'seed', default: 1, min: 1, max: 9999, step: 1 }),
    t: number({ label: 'steps taken', symbol: 't', default: 0, min: 0, max: 300, step: 1 }),
    start: cloud({ label: 'points placed by hand', min: -EDGE, max: EDGE, most: N, classes: CLASSES }),
  },
  model: (values) => comparisonModel(values),
  createModel() {
    const memory: [Memory, Memory] = [new Trajectory(), new Trajectory()];
    return { model: (values) => comparisonModel(values, memory) };
  },
  /** A run under another rule, or of another seed, begins again; a seed replaces the points placed by hand. */
  normalizeChange(change, values) {
    if ('t' in change || 'start' in change) return change;
    const differs = (name: 'm' | 'distances' | 'seed') => name in change && change[name] !== values[name];
    if (differs('seed')) return { ...change, start: null, t: 0 };
    return differs('m') || differs('distances') ? { ...change, t: 0 } : change;
  },
  outputs: {
    lossPairs: { label: 'contrastive loss', digits: 3, value: ({ pairs }) => pairs.loss },
    lossTriplets: { label: 'triplet loss', digits: 3, value: ({ triplets }) => triplets.loss },
    chargedPairs: { label: 'pairs that cost', digits: 0, value: ({ pairs }) => pairs.charged },
    chargedTriplets: { label: 'triplets that cost', digits: 0, value: ({ triplets }) => triplets.charged },
    pairs: { label: 'pairs', digits: 0, value: ({ pairs }) => pairs.items },
    triplets: { label: 'triplets', digits: 0, value: ({ triplets }) => triplets.items },
    withinPairs: {
      label: 'mean distance in a class, contrastive',
      role: 'pull',
      digits: 3,
      value: ({ pairs }) => pairs.within,
    },
    withinTriplets: {
      label: 'mean distance in a class, triplet',
      role: 'pull',
      digits: 3,
      value: ({ triplets }) => triplets.within,
    },
  },
  summary({ t }, { pairs, triplets }: ComparisonModel) {
    return (
      `After ${t} ${t === 1 ? 'step' : 'steps'}: contrastive, ${said(pairs, 'pairs')}; ` +
      `triplet, ${said(triplets, 'triplets')}.`
    );
  },
});
