import { describe, expect, it } from 'vitest';
import { losses } from '../../src/lib/losses';
import { printAll, printLoss } from '../../src/lib/losses/code';
import { drawer } from './support/draw';

const ARRAYS = ['pytorch', 'numpy', 'keras'] as const;

/** The text of a loss that must be printed. */
function print(id: string, ...[language, options]: [Parameters<typeof printLoss>[1], object?]): string {
  const loss = losses[id];
  if (!loss) throw new Error(`no loss ${id}`);
  const text = printLoss(loss, language, options);
  if (text === undefined) throw new Error(`${id} is not printed for ${language}`);
  return text;
}

/** Round and square brackets that are opened and not shut, or the other way round. */
const unbalanced = (text: string) =>
  [...text].reduce((depth, char) => depth + ('([{'.includes(char) ? 1 : ')]}'.includes(char) ? -1 : 0), 0);

describe.each(Object.entries(losses))('the loss %s as code', (_id, loss) => {
  it.each(ARRAYS)('is a whole program of %s under all parameters', (language) => {
    for (let seed = 1; seed <= 8; seed++) {
      const draw = drawer(seed);
      const text = printLoss(loss, language, {
        parameters: draw.parameters(loss),
        inputs: draw.inputs(loss),
      });
      expect(text).not.toMatch(/undefined|NaN|Infinity|\bxp\.|\[object|[–−]\d/);
      expect(unbalanced(text ?? '(')).toBe(0);
    }
  });

  it.each(ARRAYS)('takes its inputs and its present numbers as arguments in %s', (language) => {
    const text = printLoss(loss, language) ?? '';
    const [, given = ''] = /^def \w+_loss\((.*)\):$/m.exec(text) ?? [];
    expect(given.split(', ').slice(0, Object.keys(loss.inputs).length)).toEqual(Object.keys(loss.inputs));
    for (const [name, parameter] of Object.entries(loss.parameters)) {
      if (parameter.kind !== 'number') continue;
      const value = parameter.min + 0.3 * (parameter.max - parameter.min);
      const changed = printLoss(loss, language, { parameters: { [name]: value } });
      expect(changed, name).not.toBe(text);
    }
  });

  it('says what its labels mean and what it must print', () => {
    const text = printLoss(loss, 'pytorch') ?? '';
    expect(text).toContain(loss.about);
    expect(text).toMatch(/print\(loss\.item\(\)\) {2}# -?\d/);
    for (const [name, kind] of Object.entries(loss.inputs)) {
      if (kind.kind === 'sides') expect(text).toContain(`${name}: ${kind.about}.`);
    }
  });
});

describe('printed code', () => {
  it('is the contrastive loss of a pair in PyTorch, word for word', () => {
    const inputs = { x1: [[0, 0]], x2: [[0.6, 0]], y: [1] };
    expect(print('contrastive', 'pytorch', { parameters: { m: 1.5 }, inputs })).toMatchInlineSnapshot(`
      "import torch


      def contrastive_loss(x1, x2, y, m=1.5):
          """Contrastive loss.

          Similar pairs together, dissimilar pairs at least the margin apart.
          y: 0 for a similar pair, 1 for a dissimilar one.
          """
          D = torch.linalg.vector_norm(x1 - x2, dim=-1)
          similar = 0.5 * D**2
          dissimilar = 0.5 * torch.relu(m - D) ** 2
          loss = (1 - y) * similar + y * dissimilar
          return torch.mean(loss)


      x1 = torch.tensor([[0.0, 0.0]], requires_grad=True)
      x2 = torch.tensor([[0.6, 0.0]], requires_grad=True)
      y = torch.tensor([1.0])
      loss = contrastive_loss(x1, x2, y)
      loss.backward()
      print(loss.item())  # 0.405
      print(x1.grad)
      print(x2.grad)"
    `);
  });

  it('is the contrastive loss in NumPy and Keras, with the same lines', () => {
    const lines = (language: 'numpy' | 'keras') =>
      print('contrastive', language)
        .split('\n')
        .filter((line) => /^ {4}(D|similar|dissimilar|loss|return)/.test(line));
    expect(lines('numpy')).toMatchInlineSnapshot(`
      [
        "    D = np.linalg.norm(x1 - x2, axis=-1)",
        "    similar = 0.5 * D**2",
        "    dissimilar = 0.5 * np.maximum(0.0, m - D) ** 2",
        "    loss = (1 - y) * similar + y * dissimilar",
        "    return np.mean(loss)",
      ]
    `);
    expect(lines('keras')).toMatchInlineSnapshot(`
      [
        "    return ops.sqrt(ops.maximum(ops.sum(ops.square(u), axis=axis), 1e-24))",
        "    D = norm(x1 - x2, axis=-1)",
        "    similar = 0.5 * D**2",
        "    dissimilar = 0.5 * ops.relu(m - D) ** 2",
        "    loss = (1 - y) * similar + y * dissimilar",
        "    return ops.mean(loss)",
      ]
    `);
  });

  it('is a call of pytorch-metric-learning with the margin in its unit', () => {
    expect(print('arcface', 'pytorch-metric-learning')).toMatchInlineSnapshot(`
      "import math

      import torch
      from pytorch_metric_learning import losses, reducers

      x = torch.tensor([[1.0, 0.0], [0.5, -0.98], [-0.71, -0.97], [-1.28, 0.21]], requires_grad=True)
      W = torch.tensor([[0.76, -0.64], [-0.25, -1.07]], requires_grad=True)
      labels = torch.tensor([0, 1, 0, 1])
      loss_func = losses.ArcFaceLoss(
          num_classes=W.shape[0],
          embedding_size=W.shape[1],
          margin=math.degrees(0.5),
          scale=64.0,
          reducer=reducers.MeanReducer(),
      )
      loss_func.W.data = W.detach().t()
      loss = loss_func(x, labels)
      loss.backward()
      print(loss.item())  # 30.385
      print(x.grad)"
    `);
  });

  it('leaves out pytorch-metric-learning where that library computes something else', () => {
    const names = (id: string, parameters = {}) =>
      printAll({ loss: losses[id] as never, parameters }).map(({ name }) => name);
    expect(names('contrastive')).toEqual(['PyTorch', 'NumPy', 'Keras']);
    expect(names('arcface')).toContain('pytorch-metric-learning');
    expect(names('arcface', { past: 'easy' })).not.toContain('pytorch-metric-learning');
  });

  it('writes the lines of an option only where it is taken', () => {
    expect(print('contrastive', 'pytorch')).not.toContain('eps');
    expect(print('contrastive', 'pytorch', { parameters: { eps: 1e-9 } })).toContain('eps=1e-9');
    expect(print('triplet', 'numpy', { parameters: { swap: true } })).toContain('np.minimum(an, ');
  });

  it('renames a parameter that Python reserves', () => {
    expect(print('n-pair', 'pytorch', { parameters: { lambda: 0.5 } })).toContain('lam=0.5');
  });

  it('names the input that is missing', () => {
    expect(() => print('contrastive', 'numpy', { inputs: { x1: [[0]], y: [0] } })).toThrow(/x2/);
  });
});
