import type { LabelConvention } from '../../losses';
import { pythonFloat as float, type ArrayLanguage } from '../../losses/code/names';
import type { ConventionsModel } from './model';

const WEIGHTS: Record<LabelConvention, { meaning: string; similar: string; dissimilar: string }> = {
  '0-similar': { meaning: 'y = 0: similar, y = 1: dissimilar.', similar: '(1 - y)', dissimilar: 'y' },
  '1-similar': { meaning: 'y = 1: similar, y = 0: dissimilar.', similar: 'y', dissimilar: '(1 - y)' },
  'plus-minus-one': {
    meaning: 'y = +1: similar, y = -1: dissimilar.',
    similar: '(1 + y) / 2',
    dissimilar: '(1 - y) / 2',
  },
};

/** How each library is imported, how it measures D, cuts at zero, averages and makes an array. */
const LIBRARIES: Record<
  ArrayLanguage,
  { load: string; distance: string[]; hinge: string; mean: string; array: string }
> = {
  pytorch: {
    load: 'import torch',
    distance: ['D = torch.linalg.vector_norm(x1 - x2, dim=-1)'],
    hinge: 'torch.relu(m - D)',
    mean: 'loss.mean()',
    array: 'torch.tensor',
  },
  keras: {
    load: 'from keras import ops',
    distance: [
      '# The floor keeps the gradient of the root finite where x1 = x2.',
      'square = ops.sum(ops.square(x1 - x2), axis=-1)',
      'D = ops.sqrt(ops.maximum(square, 1e-12))',
    ],
    hinge: 'ops.maximum(m - D, 0.0)',
    mean: 'ops.mean(loss)',
    array: 'ops.array',
  },
  numpy: {
    load: 'import numpy as np',
    distance: ['D = np.linalg.norm(x1 - x2, axis=-1)'],
    hinge: 'np.maximum(m - D, 0.0)',
    mean: 'loss.mean()',
    array: 'np.array',
  },
};

/** A Python program: the loss for the convention and margin, applied to the pair, and what it prints. */
export function pythonFor(
  language: ArrayLanguage,
  {
    convention,
    label,
    m,
    D,
    pair,
    loss,
  }: Pick<ConventionsModel, 'convention' | 'label' | 'm' | 'D' | 'pair' | 'loss'>,
): string {
  const { load, distance, hinge, mean, array } = LIBRARIES[language];
  const { meaning, similar, dissimilar } = WEIGHTS[convention];
  return [
    load,
    '',
    '',
    `def contrastive_loss(x1, x2, y, m=${float(m)}):`,
    `    """${meaning}"""`,
    ...distance.map((line) => `    ${line}`),
    '    similar = D**2 / 2',
    `    dissimilar = ${hinge} ** 2 / 2`,
    `    loss = ${similar} * similar + ${dissimilar} * dissimilar`,
    `    return ${mean}`,
    '',
    '',
    `x1 = ${array}([[0.0, 0.0]])`,
    `x2 = ${array}([[${float(D)}, 0.0]])`,
    `y = ${array}([${float(label)}])  # ${pair.same ? 'the same class' : 'two classes'}, as the data say it`,
    `print(f"{float(contrastive_loss(x1, x2, y)):.5f}")  # ${loss.toFixed(5)}`,
  ].join('\n');
}
