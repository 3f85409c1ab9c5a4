import { describe, expect, it } from 'vitest';
import { defaultParameters, losses, type BatchLoss } from '../../src/lib/losses';
import { drawer, type Inputs } from './support/draw';
import { transforms } from './support/transform';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

type Numbers = number | readonly Numbers[];
const flat = (values: Numbers): number[] => (typeof values === 'number' ? [values] : values.flatMap(flat));

/** The value with its k-th number, counted flat, changed by h. */
function nudged<V extends Numbers>(value: V, k: number, h: number): V {
  let place = 0;
  const walk = (part: Numbers): Numbers =>
    typeof part === 'number' ? part + (place++ === k ? h : 0) : part.map(walk);
  return walk(value) as V;
}

/** The extremes that finite input may bring: huge, tiny, and vectors that are equal or zero. */
const extremes: [string, (draw: ReturnType<typeof drawer>, loss: (typeof losses)[string]) => Inputs][] = [
  ['a thousand', (draw, loss) => draw.inputs(loss, 1e3)],
  ['a millionth', (draw, loss) => draw.inputs(loss, 1e-6)],
  ['zero', (draw, loss) => draw.inputs(loss, 0)],
];

describe.each(Object.entries(losses))('the loss %s', (id, loss) => {
  it('is registered under its own name, with a formula, a source and a sentence', () => {
    expect(loss.id).toBe(id);
    expect(loss.formula.length).toBeGreaterThan(0);
    expect(loss.references.length).toBeGreaterThan(0);
    expect(loss.about).toMatch(/^[A-Z].*\.$/s);
  });

  it('has the gradient that central differences find, for every input', () => {
    for (const seed of SEEDS) {
      const draw = drawer(seed);
      const [inputs, parameters] = [draw.inputs(loss), draw.parameters(loss)];
      if (loss.surrogate?.(parameters as never)) continue;
      const { gradient } = loss.evaluate(inputs as never, parameters as never);
      for (const [name, g] of Object.entries(gradient)) {
        const value = inputs[name] as Numbers;
        flat(g).forEach((expected, k) => {
          const h = 1e-5;
          const at = (step: number) =>
            loss.evaluate({ ...inputs, [name]: nudged(value, k, step) } as never, parameters as never).loss;
          const numeric = (at(h) - at(-h)) / (2 * h);
          const scale = 1 + Math.max(...flat(g).map(Math.abs));
          expect(
            Math.abs(expected - numeric) / scale,
            `seed ${seed}, ${name}[${k}] with ${JSON.stringify(parameters)}: ${expected} against ${numeric}`,
          ).toBeLessThan(1e-6);
        });
      }
    }
  });

  it('has a gradient in the shape of each input that it is for', () => {
    const inputs = drawer(1).inputs(loss);
    const { gradient } = loss.evaluate(inputs as never, defaultParameters(loss) as never);
    for (const [name, g] of Object.entries(gradient)) {
      expect(JSON.stringify(nudged(g, 0, 0)).replace(/[^[\],]/g, '')).toBe(
        JSON.stringify(inputs[name]).replace(/[^[\],]/g, ''),
      );
    }
  });

  it.each(loss.invariances)('stays as it is under %s', (invariance) => {
    for (const seed of SEEDS) {
      const draw = drawer(seed);
      const [inputs, parameters] = [draw.inputs(loss), draw.parameters(loss)];
      const before = loss.evaluate(inputs as never, parameters as never).loss;
      const after = loss.evaluate(transforms[invariance](loss, inputs) as never, parameters as never).loss;
      expect(Math.abs(after - before)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(before)));
    }
  });

  it.each(extremes)('stays finite for embeddings the size of %s', (_name, inputsOf) => {
    for (const seed of SEEDS) {
      const draw = drawer(seed);
      const parameters = draw.parameters(loss);
      const result: BatchLoss = loss.evaluate(inputsOf(draw, loss) as never, parameters as never);
      const numbers = [result.loss, ...result.items, ...flat(Object.values(result.gradient))];
      expect(numbers.every(Number.isFinite), JSON.stringify(parameters)).toBe(true);
    }
  });

  it('names the input that is not finite, and what is allowed', () => {
    const inputs = drawer(1).inputs(loss);
    for (const [name, { kind }] of Object.entries(loss.inputs)) {
      const broken = { ...inputs, [name]: nudged(inputs[name] as Numbers, 0, NaN) };
      const call = () => loss.evaluate(broken as never, defaultParameters(loss) as never);
      expect(call, `${name} (${kind})`).toThrow(RangeError);
      expect(call).toThrow(/(is|are) allowed|it is/);
    }
  });

  it('names the parameter that is out of its range', () => {
    const inputs = drawer(1).inputs(loss);
    for (const [name, parameter] of Object.entries(loss.parameters)) {
      if (parameter.kind !== 'number') continue;
      const broken = { ...defaultParameters(loss), [name]: NaN };
      expect(() => loss.evaluate(inputs as never, broken as never), name).toThrow(`${name} is NaN`);
    }
  });
});
