import { describe, expect, it } from 'vitest';
import { losses, SHUT, type LossDeclaration } from '../../src/lib/losses';
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

/** Each choice of each option of a loss, the rest at their defaults. */
const choices = ({ parameters }: LossDeclaration) => [
  {},
  ...Object.entries(parameters).flatMap(([name, parameter]) =>
    parameter.kind === 'option' ? parameter.options.map((value) => ({ [name]: value })) : [],
  ),
];

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

  it('is lifted out of half precision in PyTorch, autocast or not, wherever that has too few digits', () => {
    const rows = Object.keys(loss.inputs).filter((name) => loss.inputs[name]?.kind === 'rows');
    for (let seed = 1; seed <= 8; seed++) {
      const text = printLoss(loss, 'pytorch', { parameters: drawer(seed).parameters(loss) }) ?? '';
      const isDelicate = / @ |arccos|logsumexp|softplus|normalize|1e30/.test(text);
      if (!isDelicate) continue;
      expect(text).toContain(`with torch.autocast(${rows[0]}.device.type, enabled=False):`);
      expect(text).toContain(`${rows.join(', ')} = ${rows.map((name) => `full(${name})`).join(', ')}`);
    }
  });

  it.each(ARRAYS)('leaves a row of zeros without direction and gradient in %s', (language) => {
    for (let seed = 1; seed <= 8; seed++) {
      const text = printLoss(loss, language, { parameters: drawer(seed).parameters(loss) }) ?? '';
      // A library's own normalisation divides by a tiny floor, which makes gradients huge.
      expect(text).not.toMatch(/F\.normalize|ops\.normalize/);
      if (text.includes(' normalize(')) expect(text).toContain('def normalize(x, ');
    }
  });

  const hasReducer = loss.parameters.reducer !== undefined;
  it.runIf(hasReducer).each(ARRAYS)('counts as active what the library counts, in %s', (language) => {
    for (const options of choices(loss)) {
      const text = printLoss(loss, language, { parameters: { ...options, reducer: 'mean-active' } }) ?? '';
      // One item needs no count.
      expect(text).toMatch(new RegExp(` > ${SHUT}|^ +return loss$`, 'm'));
      // A cost near zero has no digits left in the difference of a logarithm of a sum and a similarity.
      expect(text).not.toMatch(/cross_entropy|logsumexp\((s|.*others, s, -1e30\)), (axis|dim)=1\).* - s/);
    }
  });

  it('refuses a parameter and an input by name, as the loss does', () => {
    expect(() => printLoss(loss, 'pytorch', { parameters: { mystery: 1 } })).toThrow(RangeError);
    for (const [name, parameter] of Object.entries(loss.parameters)) {
      if (parameter.kind !== 'option') continue;
      const call = () => printLoss(loss, 'numpy', { parameters: { [name]: 'mystery' } });
      expect(call).toThrow(`${name} is mystery; one of ${parameter.options.join(', ')} is allowed`);
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

  it('prints its value at the end, as a number of Python', () => {
    for (const language of ['numpy', 'keras'] as const)
      expect(print('contrastive', language)).toMatch(/\nprint\(float\(loss\)\) {2}# /);
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
        "    return ops.where(square > 0, ops.sqrt(ops.where(square > 0, square, 1.0)), 0.0)",
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

  it('promises a call of pytorch-metric-learning for no batch for which that library has another value', () => {
    const call = (id: string, options: object) =>
      printLoss(losses[id] as never, 'pytorch-metric-learning', options);
    const x = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ];
    // An anchor that is alone in its class costs something there.
    const alone = { x: x.slice(0, 3), labels: [0, 0, 1] };
    expect(call('generalised-lifted-structure', { inputs: alone })).toBeUndefined();
    expect(call('generalised-lifted-structure', { inputs: { x, labels: [0, 0, 1, 1] } })).toContain(
      'losses.',
    );
    // A row of zeros has a huge gradient there.
    expect(call('nt-xent', { inputs: { x, labels: [0, 0, 1, 1] } })).toBeUndefined();
    // An item of 1e-10 is rounded to zero there, and then is not active.
    const solved = { x: [x[1], x[2]], W: [x[1], x[2]], labels: [0, 1] };
    const parameters = { m: 0.1, reducer: 'mean-active' };
    expect(call('cosface', { inputs: solved, parameters })).toBeUndefined();
    expect(call('cosface', { inputs: solved, parameters: { m: 0.1 } })).toContain('losses.CosFaceLoss');
  });

  it('does not count what single precision cannot hold: its own comment has one active item of two', () => {
    const inputs = {
      x: [
        [1, 0],
        [1, 0],
      ],
      W: [
        [1, 0],
        [-1, 0.1],
      ],
      labels: [0, 1],
    };
    const parameters = { s: 64, m: 0.3, reducer: 'mean-active' as const };
    const { items, loss } = losses.cosface?.evaluate(inputs as never, parameters as never) ?? { items: [] };
    expect(items[0]).toBeLessThan(SHUT);
    expect(items[0]).toBeGreaterThan(0);
    expect(loss).toBe(items[1]);
  });

  it('meets a boundary of half precision with the distances first, which are single', () => {
    const text = print('wu-margin', 'pytorch');
    expect(text).toContain('far = torch.relu(alpha + D - beta)');
    expect(text).toContain('near = torch.relu(alpha - D + beta)');
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
