import type { Definition } from '../state/define';
import type { Parameters, Values } from '../state/parameters';
import type { Condition } from './condition';
import { holds } from './condition';
import { decode } from '../state/query';

/** An output or a parameter of the widget, and what it must come to. */
export interface Goal {
  name: string;
  of: 'output' | 'parameter';
  condition: Condition;
}

/** What the reader is asked for. */
export type Aim =
  /** A state of the widget in which all goals hold. */
  | { kind: 'reach'; goals: readonly Goal[] }
  /** A number: the value of an output, or of a parameter, in the state that solves the task. */
  | { kind: 'predict'; name: string; value: number; tolerance: number }
  /** One of a few statements, of which one is right. */
  | { kind: 'choose'; options: readonly { text: string; right: boolean }[] };

/** A question about a widget that the widget grades itself. It is data, read by `readTask`. */
export interface Task {
  /** The state to start from, as a query. */
  query: string;
  /** Parameters that stay as they are. */
  locked: readonly string[];
  /** Parameters without a control, which stay as they are, and parts of the frame that are left out. */
  hidden: readonly string[];
  /** Hidden parameters that the reader may change in the figure all the same. */
  free: readonly string[];
  question: string;
  aim: Aim;
  hint: string | undefined;
  /** Share of the points that a look at the hint costs, from 0 to 1. */
  hintCost: number;
  explanation: string | undefined;
  /** A state that solves the task or shows its answer, as a query over the state to start from. */
  solution: string | undefined;
}

/** What a reader has made of a task. */
export interface TaskResult {
  solved: boolean;
  /** Answers given, or changes made to the widget, up to the solution. */
  tries: number;
  /** Whether the hint was looked at before the solution. */
  hint: boolean;
  /** Whether the explanation was looked at before the solution. */
  explanation: boolean;
  /**
   * Points from 0 to 1: all for a solution; until then the share that was reached at best of the goals that did not hold
   * at the beginning. Less what the hint costs.
   */
  score: number;
}

/** An attempt as it is kept, to go on from later. */
export interface AttemptRecord extends TaskResult {
  /** The last answer: a number as it was typed, or the place of a choice in the list. */
  answer?: string | undefined;
}

/** The values of a state with a query set over it, as a reader's change would set them. */
export function valuesAfter(
  definition: Definition,
  values: Values<Parameters>,
  query: string,
): Values<Parameters> {
  const { values: asked } = decode(definition.parameters, query, values);
  const change = definition.normalizeChange?.(asked, values, definition.model(values)) ?? asked;
  return Object.assign({}, values, change);
}

/** The value of an output, or of a parameter as its text. */
export function valueOf(
  definition: Definition,
  { name, of }: Pick<Goal, 'name' | 'of'>,
  values: Values<Parameters>,
  model: unknown,
): number | string {
  const output = of === 'output' && Object.hasOwn(definition.outputs, name) ? definition.outputs[name] : null;
  if (output) return output.value(model);
  const value = values[name];
  const format = definition.parameters[name]?.format as (value: unknown) => string;
  return typeof value === 'number' ? value : format(value);
}

/** How many goals hold in a state. */
export function countReached(
  definition: Definition,
  goals: readonly Goal[],
  values: Values<Parameters>,
  model: unknown,
): number {
  return goals.filter((goal) => holds(goal.condition, valueOf(definition, goal, values, model))).length;
}

/** Whether all goals hold in a state. */
export function isReached(
  definition: Definition,
  goals: readonly Goal[],
  values: Values<Parameters>,
  model: unknown,
): boolean {
  return countReached(definition, goals, values, model) === goals.length;
}
