import { formatFixed } from '../../state/format';
import { defineWidget } from '../../state/define';
import { choice, number } from '../../state/parameters';
import { variantsCurves, variantsModel, type VariantsModel } from './model';
import { relatives, type RelativeName } from './relatives';

const BEYOND = 'none: lengths of 1 reach a distance of 2';

/** A number of the relative, or why it has none here. */
const ofOther = (name: 'loss' | 'slope' | 'force') => (model: VariantsModel) => model.other?.[name] ?? BEYOND;

const options = (Object.keys(relatives) as RelativeName[]).map((value) => ({
  value,
  label: relatives[value].name,
}));

export const definition = defineWidget({
  id: 'variants',
  name: 'Variants of the contrastive loss',
  topic: 'One pair',
  title: 'Move the distance along two losses',
  about:
    'The contrastive loss and one of its relatives over the distance, with their slopes, under one margin.',
  compact: { controls: ['compare', 'D'], parts: ['table'], more: ['slope'] },
  parameters: {
    compare: choice({ label: 'Compare with', default: 'linear', options }),
    y: choice({
      label: 'The pair is',
      symbol: 'y',
      default: '1',
      options: [
        { value: '0', label: 'similar' },
        { value: '1', label: 'dissimilar' },
      ],
    }),
    D: number({ label: 'distance', symbol: 'D', role: 'distance', default: 0.5, min: 0, max: 3, step: 0.05 }),
    m: number({ label: 'margin', symbol: 'm', role: 'margin', default: 1, min: 0.1, max: 2, step: 0.05 }),
    mPositive: number({
      label: 'margin of similar pairs',
      symbol: 'm⁺',
      role: 'margin',
      default: 0.5,
      min: 0,
      max: 1.5,
      step: 0.05,
    }),
  },
  model: (values) => variantsModel(values),
  createModel() {
    const curves = variantsCurves();
    return { model: (values) => variantsModel(values, curves) };
  },
  outputs: {
    loss: { label: 'loss of this page', symbol: 'L', digits: 3, value: (model) => model.ours.loss },
    slope: {
      label: 'slope of this page’s loss',
      symbol: '∂L/∂D',
      digits: 3,
      value: (model) => model.ours.slope,
    },
    otherLoss: { label: 'loss of the relative', digits: 3, value: ofOther('loss') },
    otherSlope: { label: 'slope of the relative', digits: 3, value: ofOther('slope') },
    otherForce: { label: 'force of the relative on each point', digits: 3, value: ofOther('force') },
  },
  summary(_values, { D, m, y, name, ours, other }) {
    const kind = y === 0 ? 'similar' : 'dissimilar';
    const theirs = other
      ? `of the relative “${name}”, ${formatFixed(other.loss, 3)} with slope ${formatFixed(other.slope, 3)}`
      : `the relative “${name}” has none, since vectors of length 1 are at most 2 apart`;
    return (
      `A ${kind} pair at distance ${formatFixed(D, 2)} with margin ${formatFixed(m, 2)}: ` +
      `the loss of this page is ${formatFixed(ours.loss, 3)} with slope ${formatFixed(ours.slope, 3)}; ${theirs}.`
    );
  },
});
