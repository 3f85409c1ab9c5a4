import { pythonFloat as float, type Language } from '../../primitives/languages';
import type { TripletModel } from './model';

interface Library {
  load: string;
  array: string;
  /** The distance of x and y, squared or not. */
  squared: string[];
  plain: string[];
  unit: string;
  least: (a: string, b: string) => string;
  hinge: string;
  soft: string;
  mean: string;
}

const LIBRARIES: Record<Language, Library> = {
  pytorch: {
    load: 'import torch',
    array: 'torch.tensor',
    squared: ['return (x - y).square().sum(dim=-1)'],
    plain: ['return torch.linalg.vector_norm(x - y, dim=-1)'],
    unit: 'torch.nn.functional.normalize(x, dim=-1)',
    least: (a, b) => `torch.minimum(${a}, ${b})`,
    hinge: 'torch.relu(d_ap - d_an + m)',
    soft: 'torch.nn.functional.softplus(d_ap - d_an)',
    mean: 'loss.mean()',
  },
  keras: {
    load: 'from keras import ops',
    array: 'ops.array',
    squared: ['return ops.sum(ops.square(x - y), axis=-1)'],
    plain: [
      '# The floor keeps the gradient of the root finite where x = y.',
      'return ops.sqrt(ops.maximum(ops.sum(ops.square(x - y), axis=-1), 1e-12))',
    ],
    unit: 'ops.normalize(x, axis=-1)',
    least: (a, b) => `ops.minimum(${a}, ${b})`,
    hinge: 'ops.relu(d_ap - d_an + m)',
    soft: 'ops.softplus(d_ap - d_an)',
    mean: 'ops.mean(loss)',
  },
  numpy: {
    load: 'import numpy as np',
    array: 'np.array',
    squared: ['return ((x - y) ** 2).sum(axis=-1)'],
    plain: ['return np.linalg.norm(x - y, axis=-1)'],
    unit: 'x / np.linalg.norm(x, axis=-1, keepdims=True)',
    least: (a, b) => `np.minimum(${a}, ${b})`,
    hinge: 'np.maximum(d_ap - d_an + m, 0.0)',
    soft: 'np.logaddexp(0.0, d_ap - d_an)',
    mean: 'loss.mean()',
  },
};

/** Decimals of a coordinate in the program: enough for five in what it prints. */
const PLACES = 1e7;

/** A Python program: the loss of this form, applied to the three points, and what it prints. */
export function pythonFor(language: Language, model: TripletModel): string {
  const { load, array, squared, plain, unit, least, hinge, soft, mean } = LIBRARIES[language];
  const measure = model.squared ? squared : plain;
  const row = (at: readonly number[]) =>
    at.map((v) => float(Math.round(v * PLACES) / PLACES || 0)).join(', ');
  const isSoft = model.charge === 'soft';
  const builtIn = language === 'pytorch' && !model.squared && !isSoft;
  return [
    load,
    '',
    '',
    'def d(x, y):',
    ...measure.map((line) => `    ${line}`),
    '',
    '',
    `def triplet_loss(a, p, n${isSoft ? '' : `, m=${float(model.m)}`}):`,
    ...(model.unit ? [`    a, p, n = (${unit} for x in (a, p, n))`] : []),
    '    d_ap, d_an = d(a, p), d(a, n)',
    ...(model.swap ? [`    d_an = ${least('d_an', 'd(p, n)')}`] : []),
    `    loss = ${isSoft ? soft : hinge}`,
    `    return ${mean}`,
    '',
    '',
    ...(builtIn
      ? [
          '# But for its eps of 1e-6 the same:',
          `# torch.nn.TripletMarginLoss(margin=${float(model.m)}${model.swap ? ', swap=True' : ''})`,
        ]
      : []),
    `a = ${array}([[${row(model.a)}]])`,
    `p = ${array}([[${row(model.p)}]])`,
    `n = ${array}([[${row(model.n)}]])`,
    `print(f"{float(triplet_loss(a, p, n)):.5f}")  # ${model.loss.toFixed(5)}`,
  ].join('\n');
}
