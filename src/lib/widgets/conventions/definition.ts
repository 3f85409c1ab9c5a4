import { defineWidget } from '../../state/define';
import { choice, number } from '../../state/parameters';
import { conventionsModel } from './model';
import { formatFixed } from '../../state/format';

const options = [
  { value: '0-similar', label: '0 = similar' },
  { value: '1-similar', label: '1 = similar' },
  { value: 'plus-minus-one', label: '+1 = similar, −1 = not' },
] as const;

const signed = (value: number) => String(value).replace('-', '−');

export const definition = defineWidget({
  id: 'conventions',
  name: 'Label convention: which pairs are 1',
  topic: 'One pair',
  title: 'Switch what the labels mean',
  about:
    'One pair, its label in the data, and the loss that three conventions for that label compute from it.',
  compact: { controls: ['convention', 'data', 'D'], parts: ['table', 'curve'], more: ['formula', 'numbers'] },
  parameters: {
    convention: choice({ label: 'The loss expects', default: '0-similar', options }),
    data: choice({ label: 'The data mean', default: '0-similar', options }),
    same: choice({
      label: 'This pair is of',
      default: '1',
      options: [
        { value: '1', label: 'the same class' },
        { value: '0', label: 'two classes' },
      ],
    }),
    D: number({ label: 'distance', symbol: 'D', role: 'distance', default: 0.5, min: 0, max: 3, step: 0.05 }),
    m: number({ label: 'margin', symbol: 'm', role: 'margin', default: 1, min: 0.1, max: 2, step: 0.05 }),
  },
  model: conventionsModel,
  outputs: {
    label: { label: 'label in the data', symbol: 'y', digits: 0, value: (model) => model.label },
    loss: { label: 'loss as computed', symbol: 'L', digits: 3, value: (model) => model.loss },
    right: { label: 'loss as it should be', digits: 3, value: (model) => model.right },
    wrong: { label: 'label misread', digits: 0, value: (model) => (model.wrong ? 1 : 0) },
  },
  summary(_values, { pair, loss, right }) {
    const kind = pair.same ? 'of the same class' : 'of two classes';
    const start = `A pair ${kind} carries the label ${signed(pair.label)}`;
    if (!pair.wrong) {
      return `${start}, and the loss understands it: the pair is ${pair.effect}, at a loss of ${formatFixed(right, 3)}.`;
    }
    const unknown = pair.refusal === null ? '' : ', which the loss does not know';
    return (
      `${start}${unknown}: the pair is ${pair.effect}, where it should be ${pair.intended}. ` +
      `The loss comes out as ${formatFixed(loss, 3)} instead of ${formatFixed(right, 3)}.`
    );
  },
});
