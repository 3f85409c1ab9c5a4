import { defineWidget } from '../../state/define';
import { choice, number } from '../../state/parameters';
import { kinkModel, type KinkModel } from './model';
import { formatFixed } from '../../state/format';

function consequence({ D, m, gradient, treatment }: KinkModel): string {
  if (typeof gradient === 'string') {
    return 'the gradient is not a number, because zero is multiplied by infinity, and one step of descent spoils every weight';
  }
  if (D === 0) {
    const why = treatment === 'epsilon' ? 'the root is finite, and zero times it is zero' : 'by convention';
    return `the gradient is zero (${why}), so the pair never separates by itself`;
  }
  if (gradient === 0) return 'the pair is beyond the margin, and nothing pushes';
  return `a force of ${formatFixed(gradient, 3)} pushes each point, ${D < m / 2 ? 'so the pair separates' : 'less as the margin comes near'}`;
}

export const definition = defineWidget({
  id: 'kink',
  name: 'Gradient at distance zero',
  topic: 'One pair',
  title: 'Drop one point on the other, then nudge it',
  about:
    'A dissimilar pair near distance zero, where the loss has a kink, and the gradient that three ways of computing it give.',
  compact: { controls: ['treatment', 'D'], parts: ['result'], more: ['chain', 'curve', 'numbers'] },
  parameters: {
    D: number({ label: 'distance', symbol: 'D', role: 'distance', default: 0, min: 0, max: 0.5, step: 0.01 }),
    treatment: choice({
      label: 'The root of D²',
      default: 'naive',
      options: [
        { value: 'naive', label: 'unguarded' },
        { value: 'epsilon', label: 'ε under the root' },
        { value: 'ours', label: 'zero at zero (ours)' },
      ],
    }),
    eps: choice({
      label: 'ε',
      symbol: 'ε',
      default: '1e-4',
      options: [
        { value: '1e-4', label: '0.0001' },
        { value: '1e-6', label: '0.000001' },
        { value: '1e-9', label: '0.000000001' },
      ],
    }),
    m: number({ label: 'margin', symbol: 'm', role: 'margin', default: 1, min: 0.1, max: 1.5, step: 0.05 }),
  },
  model: kinkModel,
  outputs: {
    loss: { label: 'loss', symbol: 'L', digits: 3, value: (model) => model.loss },
    gradient: {
      label: 'length of the gradient',
      symbol: '‖∂L/∂x₁‖',
      role: 'push',
      digits: 3,
      value: (model) => model.gradient,
    },
  },
  summary(_values, model) {
    const place =
      model.D === 0
        ? 'Two dissimilar points coincide'
        : `Two dissimilar points ${formatFixed(model.D, 2)} apart`;
    return `${place} and the loss is ${formatFixed(model.loss, 3)}: ${consequence(model)}.`;
  },
});
