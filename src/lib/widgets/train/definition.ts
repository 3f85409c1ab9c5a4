import { digitFiles } from '../../learning/digit-files';
import type { Result } from '../../live/result';
import { MINING } from '../../losses/miner-names';
import { defineWidget, type Output } from '../../state/define';
import { choice, number, type Values } from '../../state/parameters';
import { observed, trainModel, type Run, type TrainModel } from './model';
import { DIGIT_OPTIONS, digitsOf, hasMargin, marginOf, MINER_LABELS, rateOf, SECONDS } from './settings';
import { formatFixed } from '../../state/format';

const parameters = {
  loss: choice({
    label: 'Loss',
    default: 'contrastive',
    options: [
      { value: 'contrastive', label: 'contrastive' },
      { value: 'triplet', label: 'triplet' },
      { value: 'softmax', label: 'softmax' },
      { value: 'arcface', label: 'ArcFace' },
      { value: 'infonce', label: 'InfoNCE' },
    ],
  }),
  m: number({ label: 'margin', symbol: 'm', role: 'margin', default: 1, min: 0, max: 3, step: 0.05 }),
  rate: choice({
    label: 'Learning rate',
    default: '0.002',
    options: ['0.0005', '0.001', '0.002', '0.005', '0.01', '0.02', '0.05', '0.1', '0.5'].map((value) => ({
      value,
      label: value,
    })),
  }),
  digits: choice({ label: 'Digits', default: '49', options: DIGIT_OPTIONS }),
  second: choice({
    label: 'A second run beside it',
    default: 'none',
    options: [
      { value: 'none', label: 'none' },
      ...Object.entries(SECONDS).map(([value, { label }]) => ({ value, label })),
    ],
  }),
  pairs: choice({
    label: 'Similar pairs',
    default: 'class',
    options: [
      { value: 'class', label: 'two of one digit' },
      { value: 'neighbours', label: 'nearest neighbours in pixels' },
    ],
  }),
  miner: choice({
    label: 'Triplets',
    default: 'nearest-semi-hard',
    options: MINING.options.map((value) => ({ value, label: MINER_LABELS[value] })),
  }),
  batch: number({ label: 'pairs or pictures in a batch', default: 64, min: 8, max: 256, step: 8 }),
  k: number({ label: 'pictures of each digit in a batch', default: 8, min: 2, max: 16, step: 1 }),
  optimiser: choice({
    label: 'Optimiser',
    default: 'adam',
    options: [
      { value: 'adam', label: 'Adam' },
      { value: 'sgd', label: 'SGD with momentum' },
    ],
  }),
  network: choice({
    label: 'Network',
    default: '14',
    options: [
      { value: '14', label: '14 × 14 → 64 → 2' },
      { value: '28', label: '28 × 28 → 128 → 2' },
    ],
  }),
  show: choice({
    label: 'Show held-out digits as',
    default: 'dots',
    options: [
      { value: 'dots', label: 'dots' },
      { value: 'digits', label: 'pictures' },
      { value: 'cells', label: 'dots, with the regions of the nearest' },
    ],
  }),
  seed: number({ label: 'seed', default: 1, min: 1, max: 9999, step: 1 }),
};

type TrainValues = Values<typeof parameters>;

/** What is said of a run that has not come so far. */
const NOT_YET = 'not yet run';

/** An output of the first or second run, in words where there is nothing to tell. */
function of(
  i: 0 | 1,
  pick: (result: Result) => number | undefined,
  declared: Omit<Output<TrainModel>, 'value'>,
) {
  return {
    ...declared,
    value({ runs }: TrainModel): number | string {
      const run = runs[i];
      if (!run) return 'no second run';
      return (run.result && pick(run.result)) ?? NOT_YET;
    },
  };
}

const percentActive = ({ active }: Result) => active && 100 * active;

const percent = { unit: '%', digits: 1 } as const;

const seedsOf = (i: 0 | 1, pick: (seeds: NonNullable<Run['seeds']>) => number) => (model: TrainModel) => {
  const seeds = model.runs[i]?.seeds;
  return seeds ? 100 * pick(seeds) : 'not recorded';
};

const inWords = ({ name, result, recorded }: Run): string =>
  result
    ? `${name}: ${formatFixed(100 * result.knn, 1)} % of the held-out digits are recognised after ${result.measured ?? result.steps} steps` +
      `${recorded ? ', as recorded' : ''}`
    : `${name}: ${NOT_YET}`;

export const definition = defineWidget({
  id: 'train',
  name: 'Train a Siamese network on digits',
  topic: 'Networks at work',
  title: 'Press play, and a network learns to tell digits apart',
  about:
    'A network with one hidden layer learns from handwritten digits in this page. ' +
    'The plane shows where it puts digits that it has never learned from.',
  compact: { controls: [], parts: ['play', 'curve'] },
  parameters,
  files: [14, 28].flatMap(digitFiles),
  model: (values) => trainModel(values),
  observe: observed,
  /** A margin and a learning rate that the reader has not touched follow the loss and the optimiser. */
  normalizeChange(change, values) {
    const differs = (name: keyof TrainValues) => name in change && change[name] !== values[name];
    const margin =
      differs('loss') && !differs('m') && values.m === marginOf(values.loss)
        ? { m: marginOf(change.loss ?? values.loss) }
        : {};
    const rate =
      differs('optimiser') && !differs('rate') && values.rate === rateOf(values.optimiser)
        ? { rate: rateOf(change.optimiser ?? values.optimiser) as TrainValues['rate'] }
        : {};
    return { ...change, ...margin, ...rate };
  },
  outputs: {
    steps: of(0, (r) => r.steps, { label: 'steps', digits: 0 }),
    loss: of(0, (r) => r.loss, { label: 'loss, mean of the last 50 steps', symbol: 'L', digits: 4 }),
    active: of(0, percentActive, { label: 'active', role: 'push', ...percent, digits: 0 }),
    knn: of(0, (r) => 100 * r.knn, { label: 'held-out accuracy', role: 'distance', ...percent }),
    recall: of(0, (r) => 100 * r.recall, { label: 'recall@1', role: 'distance', ...percent }),
    knn2: of(1, (r) => 100 * r.knn, { label: 'held-out accuracy of the second run', ...percent }),
    recall2: of(1, (r) => 100 * r.recall, { label: 'recall@1 of the second run', ...percent }),
    loss2: of(1, (r) => r.loss, { label: 'loss of the second run', digits: 4 }),
    active2: of(1, percentActive, { label: 'active in the second run', ...percent, digits: 0 }),
    seedsMean: { label: 'accuracy, mean of five seeds', ...percent, value: seedsOf(0, ({ mean }) => mean) },
    seedsSd: { label: 'accuracy, spread of five seeds', ...percent, value: seedsOf(0, ({ sd }) => sd) },
    seedsMean2: { label: 'accuracy of the second, mean', ...percent, value: seedsOf(1, ({ mean }) => mean) },
    seedsSd2: { label: 'accuracy of the second, spread', ...percent, value: seedsOf(1, ({ sd }) => sd) },
  },
  summary(values, { runs }) {
    const digits = digitsOf(values.digits);
    const which = digits.length > 2 ? 'All ten digits' : `The digits ${digits.join(' and ')}`;
    const margin = hasMargin(values.loss) ? ` with margin ${formatFixed(values.m, 2)}` : '';
    return `${which}${margin}, from seed ${values.seed}. ${runs.map((run) => capitalised(inWords(run))).join('. ')}.`;
  },
});

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
