import { describe, expect, it } from 'vitest';
import { defaultParameters, losses, type BatchLoss, type LossParameter } from '../../src/lib/losses';
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

/** Values that no parameter of a kind allows. */
function refusedBy(parameter: LossParameter): unknown[] {
  switch (parameter.kind) {
    case 'option':
      return ['mystery', parameter.default.toUpperCase(), null, 1];
    case 'flag':
      return ['true', 1, null];
    case 'whole':
      return [NaN, Infinity, 1.5, parameter.min - 1, parameter.max + 1, '2', null];
    case 'number':
      return [NaN, -Infinity, parameter.min - 0.5, 2 * parameter.max + 1, '1', null];
  }
}

type ToArray = (values: readonly number[]) => ArrayLike<number>;

/** Arrays of a program, with what they keep of a number. */
const arrayKinds: Record<string, { rows: ToArray; numbers: ToArray; exact(value: number): number }> = {
  'single precision': {
    rows: (row) => Float32Array.from(row),
    numbers: (values) => Float32Array.from(values),
    exact: Math.fround,
  },
  'double precision': {
    rows: (row) => Float64Array.from(row),
    numbers: (values) => Float64Array.from(values),
    exact: (value) => value,
  },
  bytes: {
    rows: (row) => Uint8Array.from(row),
    numbers: (values) => Uint8Array.from(values),
    exact: (value) => Math.min(255, Math.round(Math.abs(50 * value))),
  },
};

/** Inputs in other arrays, after rounding to what they keep; labels and sides are whole numbers anyway. */
function inArrays(
  { inputs: kinds }: (typeof losses)[string],
  inputs: Inputs,
  exact: (value: number) => number,
  { rows, numbers }: { rows: ToArray; numbers: ToArray },
) {
  const change = (name: string, value: Inputs[string]) => {
    const kind = kinds[name]?.kind;
    if (typeof value === 'number') return value;
    if (kind === 'rows') return (value as number[][]).map((row) => rows(row.map(exact)));
    const isWhole = kind === 'labels' || kind === 'sides';
    return numbers((value as number[]).map(isWhole ? (whole) => whole : exact));
  };
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, change(name, value)]));
}

it('has every loss registered under its own name', () => {
  expect(Object.values(losses).map(({ id }) => id)).toEqual(Object.keys(losses));
});

describe.each(Object.entries(losses))('the loss %s', (id, loss) => {
  it('has a formula, a source and a sentence', () => {
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

  it('takes its rows, labels and numbers in every kind of array, with the same result', () => {
    for (const seed of SEEDS) {
      const draw = drawer(seed);
      const [inputs, parameters] = [draw.inputs(loss), draw.parameters(loss)];
      for (const [name, { rows, numbers, exact }] of Object.entries(arrayKinds)) {
        const held = inArrays(loss, inputs, exact, { rows: Array.from, numbers: Array.from });
        const typed = inArrays(loss, inputs, exact, { rows, numbers });
        const [plain, of] = [held, typed].map((given) => loss.evaluate(given as never, parameters as never));
        expect(of, `${name}, ${JSON.stringify(parameters)}`).toEqual(plain);
      }
    }
  });

  const needsNoLength = loss.invariances.includes('scaling');
  it.runIf(needsNoLength)('gives no gradient to a row of zeros, since lengths play no part', () => {
    for (const seed of SEEDS) {
      const draw = drawer(seed);
      const [inputs, parameters] = [draw.inputs(loss), draw.parameters(loss)];
      for (const [name, { kind }] of Object.entries(loss.inputs)) {
        if (kind !== 'rows') continue;
        const [first = [], ...others] = inputs[name] as number[][];
        const zero = first.map(() => 0);
        const { gradient } = loss.evaluate(
          { ...inputs, [name]: [zero, ...others] } as never,
          parameters as never,
        );
        expect(flat((gradient[name] as number[][])[0] ?? [NaN]).every((g) => g === 0)).toBe(true);
      }
    }
  });

  it('takes the defaults for parameters that are not given', () => {
    const inputs = drawer(1).inputs(loss);
    const whole = loss.evaluate(inputs as never, defaultParameters(loss) as never);
    expect(loss.evaluate(inputs as never)).toEqual(whole);
    expect(loss.evaluate(inputs as never, {})).toEqual(whole);
  });

  it('names the parameter that it does not have, and the input that it misses', () => {
    const inputs = drawer(1).inputs(loss);
    const call = (given: object, parameters: object) => () =>
      loss.evaluate(given as never, parameters as never);
    expect(call(inputs, { margins: 1 })).toThrow(RangeError);
    expect(call(inputs, { margins: 1 })).toThrow(`${id} has no parameter margins`);
    for (const name of Object.keys(loss.inputs)) {
      const others = Object.fromEntries(Object.entries(inputs).filter(([other]) => other !== name));
      expect(call(others, {}), name).toThrow(RangeError);
      expect(call(others, {}), name).toThrow(`inputs has no ${name}`);
    }
  });

  it('names each parameter with a value that is not allowed, the value, and what is allowed', () => {
    const inputs = drawer(1).inputs(loss);
    for (const [name, parameter] of Object.entries(loss.parameters)) {
      for (const value of refusedBy(parameter)) {
        const call = () => loss.evaluate(inputs as never, { [name]: value } as never);
        expect(call, `${name}: ${String(value)}`).toThrow(RangeError);
        expect(call, `${name}: ${String(value)}`).toThrow(`${name} is ${String(value)}; `);
        expect(call, `${name}: ${String(value)}`).toThrow(/ allowed$/);
      }
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
