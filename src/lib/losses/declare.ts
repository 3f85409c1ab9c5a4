import type { InputKind, LossParameter } from './kinds';
import { checkedParameters, requireInputs } from './parameters';

export type { InputKind, LossParameter } from './kinds';

/** A number for each row or pair, such as labels and scores, in a plain or a typed array. */
export type Numbers = ArrayLike<number>;

/**
 * Rows of numbers of one length: embeddings, class weights, proxies. Each row is a plain or a typed array, and is read
 * where it is: {@link rowsOf} gives those of one flat array without a copy.
 */
export type RowsLike = readonly ArrayLike<number>[];

/** Rows in plain arrays, as the library gives them: similarities, gradients. */
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

type InputValue<K extends InputKind> = K extends { kind: 'rows' }
  ? RowsLike
  : K extends { kind: 'number' }
    ? number
    : Numbers;

type ParameterValue<P extends LossParameter> = P extends { kind: 'number' | 'whole' }
  ? number
  : P extends { kind: 'flag' }
    ? boolean
    : P extends { options: readonly (infer V)[] }
      ? V
      : never;

/** The inputs of a loss by name. */
export type InputsOf<I extends Record<string, InputKind>> = { [K in keyof I]: InputValue<I[K]> };

/** The parameters of a loss by name. */
export type ParametersOf<P extends Record<string, LossParameter>> = { [K in keyof P]: ParameterValue<P[K]> };

/** What a batch can undergo while its loss stays as it is. */
export type Invariance = 'permutation' | 'rotation' | 'translation' | 'scaling';

/** A loss as its file writes it: what it is called, takes and offers, and how it is computed. */
export interface LossDefinition<
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
  surrogate?(parameters: ParametersOf<P>): boolean;
  /** Computes it under parameters that have been checked. */
  evaluate(inputs: InputsOf<I>, parameters: ParametersOf<P>): BatchLoss;
}

/** A loss, declared once, which checks whatever it is given. */
export interface LossDeclaration<
  I extends Record<string, InputKind> = Record<string, InputKind>,
  P extends Record<string, LossParameter> = Record<string, LossParameter>,
> extends LossDefinition<I, P> {
  /**
   * @param parameters each is its default unless given
   * @throws RangeError naming the input or parameter that cannot be, and what is allowed
   */
  evaluate(inputs: InputsOf<I>, parameters?: Partial<ParametersOf<P>>): BatchLoss;
}

/**
 * Declares a loss: checks the types of what is written, and at each call the parameters. A bundle that takes the
 * function of a loss leaves its declaration out.
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineLoss<
  const I extends Record<string, InputKind>,
  const P extends Record<string, LossParameter>,
>(definition: LossDefinition<I, P>): LossDeclaration<I, P> {
  const { id, inputs: kinds, parameters: declared } = definition;
  return {
    ...definition,
    evaluate(inputs, parameters = {}) {
      const values = checkedParameters(id, declared, parameters);
      requireInputs(id, kinds, inputs);
      return definition.evaluate(inputs, values as ParametersOf<P>);
    },
  };
}

/** Every parameter of a loss at its default. */
export function defaultParameters<
  I extends Record<string, InputKind>,
  P extends Record<string, LossParameter>,
>({ parameters }: LossDeclaration<I, P>): ParametersOf<P> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]),
  ) as ParametersOf<P>;
}
