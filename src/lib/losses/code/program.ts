import type { LossParameter, ParametersOf } from '../declare';
import type { ArrayLanguage } from './names';

/** The present values of the parameters of a loss, by name. */
export type Settings<L> = L extends { parameters: infer P extends Record<string, LossParameter> }
  ? ParametersOf<P>
  : never;

/** How a loss is written in Python, once for all libraries of arrays. */
export interface Program<S = Record<string, number | boolean | string>> {
  /** The name of the function. */
  name: string;
  /**
   * The body of the function, whose arguments are the inputs of the loss and those of its parameters that it names.
   * Operations are those of `xp`, which stands for the library: `xp.exp(z)`.
   */
  body(settings: S, language: ArrayLanguage): string[];
}

/** Checks the body against the parameters of the loss that it is for. */
export function programOf<L>(program: Program<Settings<L>>): Program {
  return program as unknown as Program;
}

/** Names of parameters that Python reserves or writes otherwise. */
export const pythonName = (name: string): string =>
  name === 'lambda' ? 'lam' : name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
