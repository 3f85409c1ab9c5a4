/** Rows of numbers of one length: embeddings, class weights, proxies. */
export type Rows = readonly (readonly number[])[];

/** What a batch costs, and how each input would change it. Gradients have the shape of their inputs. */
export interface BatchLoss<G = Record<string, number | number[] | number[][]>> {
  /** The items, reduced. */
  loss: number;
  /** The loss of each pair, triplet or anchor before the reduction, in the order that the loss states. */
  items: number[];
  /** ∂loss/∂input for each differentiable input. */
  gradient: G;
}

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

type InputValue<K extends InputKind> = K extends { kind: 'rows' }
  ? Rows
  : K extends { kind: 'number' }
    ? number
    : readonly number[];

/** What can be chosen about a loss, with its default and its range. */
export type LossParameter =
  | { kind: 'number'; symbol: string; default: number; min: number; max: number; about: string }
  | { kind: 'whole'; symbol: string; default: number; min: number; max: number; about: string }
  | { kind: 'flag'; default: boolean; about: string }
  | { kind: 'option'; default: string; options: readonly string[]; about: string };

type ParameterValue<P extends LossParameter> = P extends { kind: 'number' | 'whole' }
  ? number
  : P extends { kind: 'flag' }
    ? boolean
    : P extends { options: readonly (infer V)[] }
      ? V
      : never;

/** What a batch can undergo while its loss stays as it is. */
export type Invariance = 'permutation' | 'rotation' | 'translation' | 'scaling';

/** A loss, declared once: what it is called, takes and offers, and how it is computed. */
export interface LossDeclaration<
  I extends Record<string, InputKind> = Record<string, InputKind>,
  P extends Record<string, LossParameter> = Record<string, LossParameter>,
> {
  id: string;
  name: string;
  /** What one item of the loss is made of. */
  unit: 'pair' | 'triplet' | 'n-tuple' | 'class weights';
  /** One sentence on what it asks for. */
  about: string;
  /** The loss of one item, in TeX. */
  formula: string;
  /** Where it comes from: keys of the bibliography. */
  references: readonly string[];
  inputs: I;
  parameters: P;
  /** What leaves the loss as it is, whatever the parameters: applied to all inputs of kind rows at once. */
  invariances: readonly Invariance[];
  /** Where the stated gradient is by intention not the derivative of the stated loss, as the source has it. */
  surrogate?(parameters: { [K in keyof P]: ParameterValue<P[K]> }): boolean;
  /** @throws RangeError naming the input or parameter that cannot be, and what is allowed */
  evaluate(
    inputs: { [K in keyof I]: InputValue<I[K]> },
    parameters: { [K in keyof P]: ParameterValue<P[K]> },
  ): BatchLoss;
}

/** Checks the declaration's types; returns it as it is. */
export function defineLoss<
  const I extends Record<string, InputKind>,
  const P extends Record<string, LossParameter>,
>(declaration: LossDeclaration<I, P>): LossDeclaration<I, P> {
  return declaration;
}

/** Every parameter of a loss at its default. */
export function defaultParameters<
  I extends Record<string, InputKind>,
  P extends Record<string, LossParameter>,
>({ parameters }: LossDeclaration<I, P>): { [K in keyof P]: ParameterValue<P[K]> } {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]),
  ) as { [K in keyof P]: ParameterValue<P[K]> };
}
