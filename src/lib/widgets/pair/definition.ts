import { defineWidget } from '../../state/define';
import { describeLandscape } from '../../plot/describe-landscape';
import { choice, number, point } from '../../state/parameters';
import { pairModel, PLANE, rememberPair, type PairModel } from './model';
import { formatFixed } from '../../state/format';

const range = { min: [PLANE.x[0], PLANE.y[0]], max: [PLANE.x[1], PLANE.y[1]] } as const;

/** What the loss does to the pair now, in words. */
function effect({ y, D, m, force }: PairModel): string {
  const strength = `with a force of ${formatFixed(force, 2)}`;
  if (D === 0)
    return y === 0 ? 'they coincide, and nothing pulls' : 'they coincide, so no direction is defined';
  if (y === 0) return `the loss pulls them together ${strength}`;
  return D < m ? `the loss pushes them apart ${strength}` : 'they are beyond the margin, so nothing pushes';
}

export const definition = defineWidget({
  id: 'pair',
  name: 'Contrastive loss of a pair',
  topic: 'One pair',
  title: 'Drag either point',
  about: 'Two embeddings, the margin around the first, and the force that the contrastive loss puts on each.',
  compact: { controls: ['m', 'y'], parts: ['curve', 'formula', 'numbers'] },
  parameters: {
    y: choice({
      label: 'This pair is',
      symbol: 'y',
      default: '1',
      options: [
        { value: '0', label: 'similar, y = 0' },
        { value: '1', label: 'dissimilar, y = 1' },
      ],
    }),
    m: number({ label: 'margin', symbol: 'm', role: 'margin', default: 1.5, min: 0.1, max: 3, step: 0.05 }),
    x1: point({ label: 'first embedding', symbol: 'x₁', default: [-0.4, 0], ...range }),
    x2: point({ label: 'second embedding', symbol: 'x₂', default: [0.4, 0.3], ...range }),
    gradient: choice({
      label: 'Gradient',
      default: 'none',
      options: [
        { value: 'none', label: 'hidden' },
        { value: 'analytic', label: 'by formula' },
        { value: 'check', label: 'checked numerically' },
      ],
    }),
    land: choice({
      label: 'Landscape of the loss',
      default: 'none',
      options: [
        { value: 'none', label: 'hidden' },
        { value: 'x1', label: 'as x₁ moves' },
        { value: 'x2', label: 'as x₂ moves' },
      ],
    }),
  },
  model: (values) => pairModel(values),
  createModel() {
    const model = rememberPair();
    return { model };
  },
  outputs: {
    D: { label: 'distance', symbol: 'D', role: 'distance', digits: 3, value: (pair) => pair.D },
    similar: { label: 'similar term', role: 'pull', digits: 3, value: (pair) => pair.similar },
    dissimilar: { label: 'dissimilar term', role: 'push', digits: 3, value: (pair) => pair.dissimilar },
    loss: { label: 'loss', symbol: 'L', digits: 3, value: (pair) => pair.loss },
    lack: { label: 'lacking to the margin', role: 'margin', digits: 3, value: (pair) => pair.lack },
    slope: { label: 'slope', symbol: '∂L/∂D', digits: 3, value: (pair) => pair.slope },
    g1: { label: '∂L/∂x₁, first component', digits: 3, value: (pair) => pair.g1[0] },
    g2: { label: '∂L/∂x₁, second component', digits: 3, value: (pair) => pair.g1[1] },
    force: { label: 'force on each point', symbol: '‖∂L/∂x‖', digits: 3, value: (pair) => pair.force },
  },
  summary({ land }, pair) {
    const kind = pair.y === 0 ? 'similar' : 'dissimilar';
    return (
      `A ${kind} pair at distance ${formatFixed(pair.D, 2)} with margin ${formatFixed(pair.m, 2)}: ` +
      `the loss is ${formatFixed(pair.loss, 3)}; ${effect(pair)}.` +
      (pair.landscape ? ` ${describeLandscape(pair.landscape, land === 'x1' ? 'x₁' : 'x₂')}` : '')
    );
  },
});
