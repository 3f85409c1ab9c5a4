import { defineWidget } from '../../state/define';
import { describeLandscape } from '../../plot/describe-landscape';
import { choice, cloud, number, toggle, type Values } from '../../state/parameters';
import { EDGE } from './landscape';
import { cloudModel, MOST, newMemory, selectedOf, STEPS, type CloudModel } from './model';
import { formatFixed } from '../../state/format';

const parameters = {
  n: number({ label: 'points', symbol: 'n', default: 40, min: 20, max: MOST, step: 1 }),
  classes: number({ label: 'classes', default: 3, min: 2, max: 5, step: 1 }),
  m: number({ label: 'margin', symbol: 'm', role: 'margin', default: 1, min: 0.1, max: 3, step: 0.05 }),
  rate: number({ label: 'learning rate', default: 0.1, min: 0.001, max: 1, step: 0.001 }),
  pairs: choice({
    label: 'Pairs in the loss',
    default: 'both',
    options: [
      { value: 'both', label: 'similar and dissimilar' },
      { value: 'similar', label: 'only similar' },
    ],
  }),
  forces: toggle({ label: 'Show forces', default: false }),
  seed: number({ label: 'seed', default: 1, min: 1, max: 9999, step: 1 }),
  t: number({ label: 'steps taken', symbol: 't', default: 0, min: 0, max: STEPS, step: 1 }),
  land: choice({
    label: 'Landscape that the selected point feels',
    default: 'none',
    options: [
      { value: 'none', label: 'hidden' },
      { value: 'lines', label: 'contour lines' },
      { value: 'way', label: 'with the way down' },
    ],
  }),
  point: number({ label: 'selected point', default: 1, min: 1, max: MOST, step: 1 }),
  start: cloud({ label: 'points placed by hand', min: -EDGE, max: EDGE, most: MOST, classes: 5 }),
};

type CloudParameters = Values<typeof parameters>;

/** What the run has come to, in words. */
function state({ pairs }: CloudParameters, { settled, spread, active }: CloudModel): string {
  if (spread < 0.01) return 'all points have collapsed into one';
  const pushed =
    pairs === 'both' ? `${formatFixed(active, 0)} % of the dissimilar pairs are pushed` : 'nothing pushes';
  return settled ? `${pushed}; the cloud is at rest` : pushed;
}

export const definition = defineWidget({
  id: 'cloud',
  name: 'Contrastive loss of a whole batch',
  topic: 'Triplets, batches, families',
  title: 'Press play, and drag a point while it runs',
  about:
    'Labelled embeddings under gradient descent on the contrastive loss over all their pairs. ' +
    'At each step a point moves by the learning rate times the mean force of its pairs.',
  compact: { controls: ['m'], parts: ['play', 'numbers'], more: ['loss'] },
  parameters,
  model: (values) => cloudModel(values),
  createModel() {
    const memory = newMemory();
    return { model: (values) => cloudModel(values, memory) };
  },
  /**
   * A run goes on from the present points when its rules change on the way; another seed, number of points or of
   * classes begins another run.
   */
  normalizeChange(change, values, model) {
    const differs = (name: keyof CloudParameters) => name in change && change[name] !== values[name];
    if (differs('seed') || differs('n') || differs('classes')) {
      const start = differs('start') ? (change.start ?? null) : null;
      return { ...change, start, t: differs('t') ? (change.t ?? 0) : 0 };
    }
    if (differs('start') || differs('t')) return change;
    if (values.t > 0 && (differs('m') || differs('rate') || differs('pairs'))) {
      return { ...change, start: { xy: model.xy, labels: model.labels }, t: 0 };
    }
    return change;
  },
  outputs: {
    loss: { label: 'loss', symbol: 'L', digits: 3, value: (model) => model.loss },
    similar: { label: 'similar pairs', role: 'pull', digits: 3, value: (model) => model.similar },
    dissimilar: { label: 'dissimilar pairs', role: 'push', digits: 3, value: (model) => model.dissimilar },
    active: {
      label: 'dissimilar pairs inside the margin',
      role: 'push',
      unit: '%',
      digits: 0,
      value: (model) => model.active,
    },
    pairs: { label: 'pairs', digits: 0, value: ({ labels: { length: n } }) => (n * (n - 1)) / 2 },
    spread: { label: 'spread', role: 'distance', digits: 3, value: (model) => model.spread },
  },
  summary(values, model) {
    const since = values.start ? 'from where they were placed' : 'from the seed’s points';
    return (
      `${model.labels.length} points in ${new Set(model.labels).size} classes, ${model.t} steps ${since}, with margin ` +
      `${formatFixed(values.m, 2)}: the mean loss is ${formatFixed(model.loss, 3)}; ${state(values, model)}.` +
      (model.landscape
        ? ` ${describeLandscape(model.landscape, `point ${selectedOf(values.point, model.labels) + 1}`)}`
        : '')
    );
  },
});
