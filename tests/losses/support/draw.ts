import {
  defaultParameters,
  type InputKind,
  type LossDeclaration,
  type LossParameter,
} from '../../../src/lib/losses';
import { normal, random } from '../../../src/lib/state/random';

export type Inputs = Record<string, number | number[] | number[][]>;

/** Sizes that the letters of a declaration stand for; every other letter is a size of its own. */
const SIZES: Record<string, number> = { B: 5, N: 8, C: 3, d: 3, V: 2 };

/** The size that a letter, or a product of letters, stands for in a loss. */
function sizeIn({ parameters }: LossDeclaration, letters: string): number {
  return letters
    .split('·')
    .map((letter) => {
      const declared = parameters[letter];
      return declared?.kind === 'whole' ? declared.default : (SIZES[letter] ?? 4);
    })
    .reduce((product, factor) => product * factor, 1);
}

/** A stream of random numbers for inputs and parameters, the same for the same seed. */
export function drawer(seed: number) {
  const uniform = random(seed);
  const between = (min: number, max: number) => min + (max - min) * uniform();

  function input(kind: InputKind, scale: number, loss: LossDeclaration): Inputs[string] {
    const size = (letters: string) => sizeIn(loss, letters);
    switch (kind.kind) {
      case 'rows':
        return Array.from({ length: size(kind.count) }, () =>
          Array.from({ length: size(kind.dimension) }, () => scale * normal(uniform)),
        );
      case 'labels': {
        const classes = kind.classes ?? (loss.inputs.classes && 'C');
        // Every class has two members at least, as losses over labelled batches need.
        const several = classes === undefined ? 3 : size(classes);
        return Array.from({ length: size(kind.count) }, (_, i) => i % several);
      }
      case 'sides':
        return Array.from({ length: size(kind.count) }, (_, i) => kind.sides[i % 2] as number);
      case 'numbers':
        return Array.from({ length: size(kind.count) }, () => between(kind.min, kind.max));
      case 'number':
        return between(kind.min, kind.max);
    }
  }

  /** A value of a parameter near its default, so that hinges are sometimes open and sometimes shut. */
  function parameter(declared: LossParameter): number | boolean | string {
    switch (declared.kind) {
      case 'number': {
        const value = declared.default === 0 ? 0 : declared.default * between(0.6, 1.4);
        return Math.min(declared.max, Math.max(declared.min, value));
      }
      case 'whole':
        return declared.default;
      case 'flag':
        return uniform() < 0.5;
      case 'option':
        return declared.options[Math.floor(uniform() * declared.options.length)] as string;
    }
  }

  return {
    inputs: (loss: LossDeclaration, scale = 1): Inputs =>
      Object.fromEntries(Object.entries(loss.inputs).map(([name, kind]) => [name, input(kind, scale, loss)])),
    parameters: (loss: LossDeclaration) => ({
      ...defaultParameters(loss),
      ...Object.fromEntries(Object.entries(loss.parameters).map(([name, p]) => [name, parameter(p)])),
    }),
    uniform,
  };
}
