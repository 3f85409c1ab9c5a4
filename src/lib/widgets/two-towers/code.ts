import { pythonFloat } from '../../losses/code/names';
import type { Vec2 } from '../../state/parameters';
import type { TowersModel } from './model';
import type { Matrix } from './network';

/** To six decimals, as the link of the figure has it. */
const float = (value: number) => pythonFloat(Number(value.toFixed(6)));
const vector = (x: Vec2) => `[${x.map(float).join(', ')}]`;
const matrix = (W: Matrix) => `[${W.map(vector).join(', ')}]`;
const printed = (name: string, W: Matrix) =>
  `${name} = ${matrix(W.map((row) => row.map((w) => Number(w.toFixed(4)))) as unknown as Matrix)}`;

/** A NumPy program that takes the present pair forward and the gradient back, by hand. */
export function numpyFor({ passes, W, V, shared, y, m, gradientW, gradientV }: TowersModel): string {
  return [
    'import numpy as np',
    '',
    `a, b = np.array(${vector(passes[0].input)}), np.array(${vector(passes[1].input)})`,
    `W = np.array(${matrix(W)})`,
    shared ? 'V = W  # one set of weights' : `V = np.array(${matrix(V)})`,
    `y, m = ${y}, ${float(m)}`,
    '',
    'x1, x2 = np.tanh(W @ a), np.tanh(V @ b)',
    'D = np.linalg.norm(x1 - x2)',
    'loss = (1 - y) * D**2 / 2 + y * max(0.0, m - D) ** 2 / 2',
    '',
    'slope = (1 - y) * D - y * max(0.0, m - D)',
    'g1 = slope * (x1 - x2) / D if D > 0 else np.zeros(2)',
    'first = np.outer(g1 * (1 - x1**2), a)',
    'second = np.outer(-g1 * (1 - x2**2), b)',
    ...(shared
      ? [`print(first + second)  # ${printed('dL/dW', gradientW)}`]
      : [
          `print(first)  # ${printed('dL/dW', gradientW)}`,
          `print(second)  # ${printed('dL/dV', gradientV)}`,
        ]),
  ].join('\n');
}

/** The same in PyTorch, which adds the two contributions by itself because W is used twice. */
export function pytorchFor({ passes, W, V, shared, y, m, gradientW, gradientV }: TowersModel): string {
  const weights = (of: Matrix) => `torch.tensor(${matrix(of)}, requires_grad=True)`;
  return [
    'import torch',
    '',
    `a, b = torch.tensor(${vector(passes[0].input)}), torch.tensor(${vector(passes[1].input)})`,
    `W = ${weights(W)}`,
    shared ? 'V = W  # one set of weights' : `V = ${weights(V)}`,
    `y, m = ${y}, ${float(m)}`,
    '',
    'x1, x2 = torch.tanh(W @ a), torch.tanh(V @ b)',
    'D = torch.linalg.vector_norm(x1 - x2)',
    'loss = (1 - y) * D**2 / 2 + y * torch.relu(m - D) ** 2 / 2',
    'loss.backward()',
    '',
    `print(W.grad)  # ${printed('dL/dW', gradientW)}`,
    ...(shared ? [] : [`print(V.grad)  # ${printed('dL/dV', gradientV)}`]),
  ].join('\n');
}
