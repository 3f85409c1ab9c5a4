import { formatFixed } from '../../state/format';
import { defineWidget } from '../../state/define';
import { number } from '../../state/parameters';
import { temperatureModel } from './model';

const angle = (label: string, symbol: string, start: number, role: 'pull' | 'push') =>
  number({ label, symbol, role, default: start, min: -180, max: 180, step: 1 });

export const definition = defineWidget({
  id: 'temperature',
  name: 'InfoNCE and its temperature',
  topic: 'Triplets, batches, families',
  title: 'Turn the temperature, and drag a negative',
  about:
    'One anchor on the unit circle with a positive and five negatives under InfoNCE: how the temperature shares ' +
    'out the push among the negatives.',
  compact: { controls: ['tau'], parts: ['shares', 'numbers'] },
  parameters: {
    tau: number({ label: 'temperature', symbol: 'τ', default: 0.2, min: 0.02, max: 2, step: 0.01 }),
    p: angle('angle of the positive', 'p', 50, 'pull'),
    n1: angle('angle of the first negative', 'n₁', -35, 'push'),
    n2: angle('angle of the second negative', 'n₂', 75, 'push'),
    n3: angle('angle of the third negative', 'n₃', -70, 'push'),
    n4: angle('angle of the fourth negative', 'n₄', 130, 'push'),
    n5: angle('angle of the fifth negative', 'n₅', -140, 'push'),
  },
  model: temperatureModel,
  outputs: {
    loss: { label: 'loss', symbol: 'L', digits: 3, value: (model) => model.loss },
    positive: {
      label: 'probability of the positive',
      role: 'pull',
      digits: 3,
      value: (model) => model.positive.probability,
    },
    nearest: {
      label: 'push on the nearest negative',
      role: 'push',
      unit: ' %',
      digits: 0,
      value: (model) => 100 * model.nearest.share,
    },
    effective: { label: 'negatives that count', digits: 2, value: (model) => model.effective },
  },
  summary(_values, { tau, loss, positive, nearest, effective }) {
    return (
      `At temperature ${formatFixed(tau, 2)} the loss is ${formatFixed(loss, 3)} and the positive has the probability ` +
      `${formatFixed(positive.probability, 3)}. The nearest negative, at ${formatFixed(Math.abs(nearest.angle), 0)}°, ` +
      `gets ${formatFixed(100 * nearest.share, 0)} % of the push: as if ${formatFixed(effective, 2)} negatives counted.`
    );
  },
});
