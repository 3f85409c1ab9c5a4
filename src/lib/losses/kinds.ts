/**
 * What an input holds. Inputs whose `count` is the same letter have as many rows as each other, and inputs whose
 * `dimension` is the same letter have rows of the same length. A letter that names a whole parameter is that parameter's
 * value; letters with a dot between, `C·K`, are a product.
 */
export type InputKind =
  | { kind: 'rows'; count: string; dimension: string; about: string }
  /** A class from 0 for each row of `count`; as many classes as `classes` has rows, or any number where it is absent. */
  | { kind: 'labels'; count: string; classes?: string; about: string }
  /** One of two numbers for each row of `count`. */
  | { kind: 'sides'; count: string; sides: readonly [number, number]; about: string }
  | { kind: 'numbers'; count: string; min: number; max: number; about: string }
  | { kind: 'number'; min: number; max: number; about: string };

/** What can be chosen about a loss, with its default and its range. */
export type LossParameter =
  | { kind: 'number'; symbol: string; default: number; min: number; max: number; about: string }
  | { kind: 'whole'; symbol: string; default: number; min: number; max: number; about: string }
  | { kind: 'flag'; default: boolean; about: string }
  | { kind: 'option'; default: string; options: readonly string[]; about: string };
