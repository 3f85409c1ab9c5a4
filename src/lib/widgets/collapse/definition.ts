import { defineWidget } from '../../state/define';
import { Trajectory } from '../../state/descent';
import { formatFixed } from '../../state/format';
import { choice, number } from '../../state/parameters';
import { DIM } from './data';
import { collapseModel, type Memory } from './model';

/** Below this the embeddings are one point, for the eye. */
const POINT = 0.03;

export const definition = defineWidget({
  id: 'collapse',
  name: 'Collapse without negatives: SimSiam, VICReg',
  topic: 'Networks at work',
  title: 'Choose what holds the embeddings apart, and press play',
  about:
    'A small network trained on two views of each input by six methods without labels: whether its embeddings collapse, ' +
    'and how many dimensions they fill.',
  compact: { controls: ['method', 'drowned'], parts: ['play', 'numbers'], more: ['loss', 'measures'] },
  parameters: {
    method: choice({
      label: 'Method',
      default: 'pull',
      options: [
        { value: 'pull', label: 'pull alone' },
        { value: 'predictor', label: 'pull, through a predictor' },
        { value: 'stop', label: 'predictor and stop-gradient (SimSiam)' },
        { value: 'infonce', label: 'negatives (InfoNCE)' },
        { value: 'variance', label: 'a spread in every component' },
        { value: 'vicreg', label: 'spread and no covariance (VICReg)' },
      ],
    }),
    drowned: number({
      label: 'inputs that the views drown in noise',
      default: 0,
      min: 0,
      max: DIM - 1,
      step: 1,
    }),
    seed: number({ label: 'seed', default: 1, min: 1, max: 999, step: 1 }),
    t: number({ label: 'steps taken', symbol: 't', default: 0, min: 0, max: 200, step: 1 }),
  },
  model: (values) => collapseModel(values),
  createModel() {
    const memory: Memory = new Trajectory();
    return { model: (values) => collapseModel(values, memory) };
  },
  outputs: {
    loss: { label: 'loss', symbol: 'L', digits: 3, value: ({ loss }) => loss },
    spread: { label: 'spread', role: 'distance', digits: 2, value: ({ spread }) => spread },
    rank: { label: 'dimensions filled', digits: 1, value: ({ rank }) => rank },
    alignment: { label: 'alignment', role: 'pull', digits: 2, value: ({ alignment }) => alignment },
    uniformity: { label: 'uniformity', role: 'push', digits: 2, value: (model) => model.uniformity },
    smallest: { label: 'smallest eigenvalue', digits: 3, value: ({ spectrum }) => spectrum.at(-1) ?? 0 },
  },
  summary(_values, { t, loss, spread, rank }) {
    const state =
      spread < POINT
        ? 'all embeddings have collapsed into one point'
        : `the embeddings fill ${formatFixed(rank, 1)} of ${DIM} dimensions, with a spread of ${formatFixed(spread, 2)}`;
    return `After ${t} ${t === 1 ? 'step' : 'steps'} the loss is ${formatFixed(loss, 3)}, and ${state}.`;
  },
});
