import { defineWidget } from '../../state/define';
import { Trajectory } from '../../state/descent';
import { choice, number, type Values } from '../../state/parameters';
import { marginModel, type MarginModel, type Memory } from './model';
import { formatFixed } from '../../state/format';

const parameters = {
  m: number({ label: 'margin', symbol: 'm', role: 'margin', default: 1, min: 0.1, max: 3, step: 0.05 }),
  k: number({ label: 'factor', symbol: 'k', default: 2, min: 0.25, max: 4, step: 0.25 }),
  space: choice({
    label: 'Embeddings',
    default: 'free',
    options: [
      { value: 'free', label: 'free' },
      { value: 'unit', label: 'of length 1' },
    ],
  }),
  seed: number({ label: 'seed', default: 3, min: 1, max: 9999, step: 1 }),
  t: number({ label: 'steps taken', symbol: 't', default: 0, min: 0, max: 2000, step: 1 }),
};

/** What the comparison shows, in words. */
function comparison(
  { k, space }: Values<typeof parameters>,
  { a, b, margins, ratio, scale }: MarginModel,
): string {
  if (space === 'free') {
    const times = typeof ratio === 'number' ? `${formatFixed(ratio, 3)} times the loss` : 'both losses at 0';
    return `the second picture is the first, ${formatFixed(scale, 3)} times as large, with ${times}`;
  }
  const beyond =
    margins[1] > 2 ? '; two points of the circle are at most 2 apart, so this margin is never met' : '';
  return (
    `${formatFixed(a.unmet, 0)} % of the dissimilar pairs are inside the margin on the first circle and ` +
    `${formatFixed(b.unmet, 0)} % on the second, whose margin is ${k} times as large${beyond}`
  );
}

export const definition = defineWidget({
  id: 'margin',
  name: 'The margin, and twice the margin',
  topic: 'One pair',
  title: 'Compare a margin with a multiple of it',
  about: 'The same seed under the margins m and k times m, side by side, run to rest by gradient descent.',
  compact: { controls: ['k'], parts: ['play', 'numbers'] },
  parameters,
  model: (values) => marginModel(values),
  createModel() {
    const memory: [Memory, Memory] = [new Trajectory(), new Trajectory()];
    return { model: (values) => marginModel(values, memory) };
  },
  outputs: {
    lossA: { label: 'loss with margin m', digits: 3, value: (model) => model.a.loss },
    lossB: { label: 'loss with margin k·m', digits: 3, value: (model) => model.b.loss },
    ratio: { label: 'second loss over first', digits: 3, value: (model) => model.ratio },
    scale: { label: 'second size over first', role: 'distance', digits: 3, value: (model) => model.scale },
  },
  summary(values, model) {
    const [m, km] = model.margins.map((margin) => formatFixed(margin, 2));
    return `Margins ${m} and ${km} after ${values.t} steps: ${comparison(values, model)}.`;
  },
});
