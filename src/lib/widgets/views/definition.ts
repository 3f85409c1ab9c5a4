import { digitFiles } from '../../learning/digit-files';
import { defineWidget } from '../../state/define';
import { formatFixed } from '../../state/format';
import { choice, number } from '../../state/parameters';
import { observed, viewsModel, type Own, type ViewsModel } from './model';

const SAID = {
  none: 'in nothing',
  shift: 'in their place',
  little: 'in their place, a slight turn and the thickness of the strokes',
  any: 'in their place, any turn and the thickness of the strokes',
};

/** What is said of a run that has not come so far. */
const NOT_YET = 'not yet run';

const ofOwn =
  (pick: (own: Own) => number | undefined) =>
  ({ own }: ViewsModel): number | string =>
    (own && pick(own)) ?? NOT_YET;

const percent = (share: number | undefined) => share && 100 * share;

export const definition = defineWidget({
  id: 'views',
  name: 'Augmented views of a digit',
  topic: 'Networks at work',
  title: 'Choose what shall not matter',
  about:
    'A handwritten digit with views of it, which differ in what shall not matter, and how well networks that learned from ' +
    'such views alone tell held-out digits: recorded runs beside one with labels and one without any training. Play trains ' +
    'another in this page.',
  compact: {
    controls: ['allowed', 'digit'],
    parts: ['results'],
    more: ['play', 'curve', 'teacher', 'start'],
  },
  parameters: {
    allowed: choice({
      label: 'Views differ in',
      default: 'little',
      options: [
        { value: 'none', label: 'nothing' },
        { value: 'shift', label: 'place' },
        { value: 'little', label: 'place, slight turn, thickness' },
        { value: 'any', label: 'place, any turn, thickness' },
      ],
    }),
    digit: number({ label: 'digit', default: 6, min: 0, max: 9, step: 1 }),
    seed: number({ label: 'seed', default: 1, min: 1, max: 999, step: 1 }),
    teacher: choice({
      label: 'Your run learns from',
      default: 'views',
      options: [
        { value: 'views', label: 'such views' },
        { value: 'labels', label: 'labels' },
      ],
    }),
    start: number({ label: 'seed of your run', default: 1, min: 1, max: 9999, step: 1 }),
  },
  files: digitFiles(14),
  model: (values) => viewsModel(values),
  observe: observed,
  outputs: {
    knn: { label: 'held-out digits told', unit: ' %', digits: 1, value: ({ result }) => result.knn },
    before: {
      label: 'told before the last layer',
      unit: ' %',
      digits: 1,
      value: ({ result }) => result.before,
    },
    sixNine: { label: 'sixes and nines told', unit: ' %', digits: 1, value: ({ result }) => result.sixNine },
    labels: { label: 'told with labels', unit: ' %', digits: 1, value: ({ results }) => results.labels.knn },
    untrained: {
      label: 'told untrained',
      unit: ' %',
      digits: 1,
      value: ({ results }) => results.untrained.knn,
    },
    pixels: { label: 'told by pixels', unit: ' %', digits: 1, value: ({ pixelsAlone }) => pixelsAlone },
    steps: { label: 'steps of your run', digits: 0, value: ofOwn(({ steps }) => steps) },
    loss: { label: 'loss of your run', symbol: 'L', digits: 3, value: ofOwn(({ loss }) => loss) },
    own: {
      label: 'told by your run',
      unit: ' %',
      digits: 1,
      value: ofOwn(({ found }) => percent(found?.knn)),
    },
    ownSixNine: {
      label: 'sixes and nines told by your run',
      unit: ' %',
      digits: 1,
      value: ofOwn(({ found }) => percent(found?.sixNine)),
    },
    measured: { label: 'measured at step', digits: 0, value: ofOwn(({ found }) => found?.step) },
  },
  summary({ allowed, digit }, { result, own }) {
    const found = own?.found;
    const trained = found
      ? ` Your run tells ${formatFixed(100 * found.knn, 1)} % at step ${found.step}.`
      : '';
    return (
      `Views of a ${digit} that differ ${SAID[allowed]}. A network that learned from such views tells ` +
      `${formatFixed(result.knn, 1)} % of the held-out digits by their neighbours.${trained}`
    );
  },
});
