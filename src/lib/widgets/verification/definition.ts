import { formatFixed } from '../../state/format';
import { defineWidget } from '../../state/define';
import { choice, number } from '../../state/parameters';
import { verificationModel, type VerificationModel } from './model';
import { trials, type Pair } from './trial';
import { SOURCES } from './sources';

const digit = (label = 0) => `${label === 8 ? 'an' : 'a'} ${label}`;

/** What the two items of a pair are. */
function inWords({ labels, pictures }: VerificationModel, { i, j, same }: Pair): string {
  if (!pictures) return same ? 'the same' : 'different';
  return same ? `two ${labels[i]}s` : `${digit(labels[i])} and ${digit(labels[j])}`;
}

/** What the threshold says of the chosen pair, and whether it is right. */
function verdict({ chosen, t, wrong }: VerificationModel): string {
  const says = chosen.D < t ? 'accept' : 'reject';
  return wrong ? `false ${says}` : `${says}, rightly`;
}

export const definition = defineWidget({
  id: 'verification',
  name: 'Verification: threshold, ROC, equal error rate',
  topic: 'Networks at work',
  title: 'Drag the threshold t along the axis',
  about:
    'Distances of pairs of held-out embeddings, same and different, of a sample or of handwritten digits; a threshold ' +
    'that accepts or rejects them, its false accepts and false rejects, the ROC curve and the equal error rate.',
  compact: { controls: ['t'], parts: ['numbers', 'roc'], more: ['mistakes', 'embeddings', 'about'] },
  parameters: {
    source: choice({
      label: 'Pairs from',
      default: 'sample',
      options: [
        { value: 'sample', label: SOURCES.sample.name },
        { value: 'digits', label: SOURCES.digits.name },
      ],
    }),
    t: number({
      label: 'threshold of the decision',
      symbol: 't',
      default: 0.6,
      min: 0,
      max: SOURCES.sample.reach,
      step: 0.01,
    }),
    m: number({
      label: 'margin of the training',
      symbol: 'm',
      role: 'margin',
      default: 1,
      min: 0.3,
      max: 2,
      step: 0.05,
    }),
    noise: number({
      label: 'noise of new items, in margins',
      default: 0.25,
      min: 0.05,
      max: 0.6,
      step: 0.01,
    }),
    seed: number({ label: 'seed of the held-out items', default: 1, min: 1, max: 99, step: 1 }),
    pair: number({ label: 'pair, in order of distance', default: 100, min: 1, max: 9730, step: 1 }),
    first: choice({
      label: 'Show of the mistakes',
      default: 'worst',
      options: [
        { value: 'worst', label: 'the worst' },
        { value: 'nearest', label: 'the nearest to the threshold' },
      ],
    }),
  },
  model: (values) => verificationModel(values),
  createModel() {
    const trialFor = trials();
    return { model: (values) => verificationModel(values, trialFor) };
  },
  outputs: {
    far: {
      label: 'false accept rate',
      symbol: 'FAR',
      role: 'push',
      unit: ' %',
      digits: 1,
      value: ({ rates }) => 100 * rates.far,
    },
    frr: {
      label: 'false reject rate',
      symbol: 'FRR',
      role: 'pull',
      unit: ' %',
      digits: 1,
      value: ({ rates }) => 100 * rates.frr,
    },
    eer: {
      label: 'equal error rate',
      symbol: 'EER',
      unit: ' %',
      digits: 1,
      value: ({ eer }) => 100 * eer.rate,
    },
    eerThreshold: { label: 'threshold of equal errors', value: ({ eer }) => eer.t },
    falseAccepts: { label: 'false accepts', digits: 0, value: ({ rates }) => rates.falseAccepts },
    falseRejects: { label: 'false rejects', digits: 0, value: ({ rates }) => rates.falseRejects },
    items: { label: 'held-out items', digits: 0, value: ({ labels }) => labels.length },
    same: { label: 'same pairs', digits: 0, value: ({ rates }) => rates.same },
    different: { label: 'different pairs', digits: 0, value: ({ rates }) => rates.different },
    D: {
      label: 'distance of the chosen pair',
      symbol: 'D',
      role: 'distance',
      value: ({ chosen }) => chosen.D,
    },
    verdict: { label: 'decision', value: verdict },
  },
  summary(_values, model) {
    const { t, rates, eer, chosen } = model;
    return (
      `At the threshold ${formatFixed(t, 2)}, ${rates.falseAccepts} of ${rates.different} different pairs are accepted ` +
      `and ${rates.falseRejects} of ${rates.same} same pairs rejected; the equal error rate is ` +
      `${formatFixed(100 * eer.rate, 1)} %. The chosen pair is ${inWords(model, chosen)}, at distance ` +
      `${formatFixed(chosen.D, 2)}: ${verdict(model)}.`
    );
  },
});
