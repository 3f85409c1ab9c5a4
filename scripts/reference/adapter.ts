import type { Numbers, ReferenceCase } from './format';

/** What the library computes for a reference case, in the names of that file. */
export interface Computed {
  value: number;
  /** The loss of each item; left out where the library's items are not the file's. */
  items?: Numbers;
  gradient: Record<string, Numbers>;
  /** Which triplets or pairs count, where the file lists them. */
  lists?: Record<string, readonly (readonly number[])[]>;
}

/** Turns a reference case into a call of the library, and its answer into the names of the file. */
export type Adapter = (reference: ReferenceCase) => Computed;

const wrong = (kind: string, name: string, value: unknown) =>
  new Error(`${kind} ${name} is ${JSON.stringify(value)}, which the library does not know`);

/** Reads the inputs and parameters of a case, each in the shape that is asked for. */
export function reader({ inputs, params }: ReferenceCase) {
  return {
    rows: (name: string): number[][] => {
      const value = inputs[name];
      if (!Array.isArray(value) || !value.every((row) => Array.isArray(row)))
        throw wrong('input', name, value);
      return value as number[][];
    },
    /** A list of rows of rows, such as the views of each sample. */
    blocks: (name: string): number[][][] => {
      const value = inputs[name];
      if (!Array.isArray(value)) throw wrong('input', name, value);
      return value as number[][][];
    },
    numbers: (name: string): number[] => {
      const value = inputs[name];
      if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'number')) {
        throw wrong('input', name, value);
      }
      return value as number[];
    },
    number: (name: string): number => {
      const value = inputs[name];
      if (typeof value !== 'number') throw wrong('input', name, value);
      return value;
    },
    /** Numbers in whatever shape they are. */
    any: (name: string): Numbers => {
      const value = inputs[name];
      if (value === undefined) throw wrong('input', name, value);
      return value;
    },
    has: (name: string): boolean => inputs[name] !== undefined,
    /** A parameter that is a number. */
    real: (name: string): number => {
      const value = params[name];
      if (typeof value !== 'number') throw wrong('parameter', name, value);
      return value;
    },
    flag: (name: string): boolean => {
      const value = params[name];
      if (typeof value !== 'boolean') throw wrong('parameter', name, value);
      return value;
    },
    /** What a parameter's word stands for. */
    word: <T>(name: string, meanings: Record<string, T>): T => {
      const value = params[name];
      if (typeof value !== 'string' || !(value in meanings)) throw wrong('parameter', name, value);
      return meanings[value] as T;
    },
    /** Whether a parameter is given, and not null. */
    given: (name: string): boolean => params[name] !== undefined && params[name] !== null,
  };
}
