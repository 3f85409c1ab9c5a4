import { defineWidget } from '../../state/define';
import { formatFixed } from '../../state/format';
import { choice, number } from '../../state/parameters';
import { batchMatrixModel, MOST, nameOf, type View } from './model';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

const angle = (view: View, start: number) =>
  number({
    label: `angle of the ${view[0] === 'a' ? 'first' : 'second'} view of the ${ORDINALS[Number(view[1]) - 1]} sample`,
    symbol: nameOf(view),
    default: start,
    min: -180,
    max: 180,
    step: 1,
  });

export const definition = defineWidget({
  id: 'batch-matrix',
  name: 'InfoNCE and SimCLR: the batch as a matrix',
  topic: 'Triplets, batches, families',
  title: 'Choose a row, and drag a view on the circle',
  about:
    'A batch of samples in two views each on the unit circle, and the matrix of their similarities: what each row ' +
    'pays under InfoNCE, and the share and the gradient of each entry.',
  compact: { controls: ['tau', 'cells'], parts: ['numbers'], more: ['step'] },
  parameters: {
    tau: number({ label: 'temperature', symbol: 'τ', default: 0.2, min: 0.05, max: 1, step: 0.05 }),
    N: number({ label: 'samples', symbol: 'N', default: 4, min: 2, max: MOST, step: 1 }),
    row: number({ label: 'row', default: 1, min: 1, max: 2 * MOST, step: 1 }),
    cells: choice({
      label: 'Cells show',
      default: 'cosine',
      options: [
        { value: 'cosine', label: 'cosine' },
        { value: 'share', label: 'softmax, %' },
        { value: 'gradient', label: 'gradient' },
      ],
    }),
    twin: choice({
      label: 'Sample 2 shows',
      default: 'other',
      options: [
        { value: 'other', label: 'something else' },
        { value: 'pushed', label: 'the same as 1' },
        { value: 'masked', label: 'the same, left out' },
      ],
    }),
    a1: angle('a1', 100),
    b1: angle('b1', 65),
    a2: angle('a2', 82),
    b2: angle('b2', 40),
    a3: angle('a3', -25),
    b3: angle('b3', -70),
    a4: angle('a4', -175),
    b4: angle('b4', 150),
    a5: angle('a5', -110),
    b5: angle('b5', -150),
  },
  model: batchMatrixModel,
  outputs: {
    loss: { label: 'loss of the batch', symbol: 'L', digits: 3, value: (model) => model.loss },
    row: { label: 'loss of the row', digits: 3, value: (model) => model.row.loss },
    partner: {
      label: 'probability of the partner',
      role: 'pull',
      digits: 3,
      value: (model) => model.row.partner,
    },
    pull: {
      label: 'gradient for the partner',
      role: 'pull',
      digits: 2,
      value: (model) => model.row.entries.find(({ kind }) => kind === 'positive')?.slope ?? 0,
    },
    strongest: {
      label: 'largest gradient for a negative',
      role: 'push',
      digits: 2,
      value: (model) => Math.max(0, ...model.row.entries.map(({ slope }) => slope)),
    },
    mistaken: {
      label: 'push on the same thing',
      role: 'push',
      unit: ' %',
      digits: 0,
      value: (model) => model.row.mistaken,
    },
    chance: { label: 'loss of a batch in one point', digits: 3, value: (model) => model.chance },
  },
  summary(_values, { tau, loss, row }) {
    const mistaken =
      row.mistaken > 0
        ? ` Of its push ${formatFixed(row.mistaken, 0)} % fall on views of the same thing.`
        : '';
    return (
      `At temperature ${formatFixed(tau, 2)} the batch costs ${formatFixed(loss, 3)}. Row ${row.name} costs ` +
      `${formatFixed(row.loss, 3)}: its partner has the probability ${formatFixed(row.partner, 3)}.${mistaken}`
    );
  },
});
