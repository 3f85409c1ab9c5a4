import type { LossParameter } from './declare';
import { requireOption } from './require';

/**
 * How the losses of the items become one number: their sum, their mean, or the mean of those above {@link SHUT}, as
 * where the others are hinges that are shut.
 */
export type Reducer = 'sum' | 'mean' | 'mean-active';

/**
 * An item up to this counts as zero. A softmax leaves 1e-43 where it means nothing; single precision, in which programs
 * run, has no such numbers, and a mean must not hang on how many of them there are.
 */
export const SHUT = 1e-30;

/** The reducer as a parameter of a declared loss. */
export const REDUCER = {
  kind: 'option',
  default: 'mean',
  options: ['sum', 'mean', 'mean-active'],
  about: 'how the items become one number',
} as const satisfies LossParameter;

/** What the sum of the items, and the gradient of that sum, are multiplied by. */
export function share(reducer: Reducer, items: number, active: number): number {
  requireOption('reducer', reducer, REDUCER.options);
  return reducer === 'sum' ? 1 : 1 / Math.max(1, reducer === 'mean' ? items : active);
}

/** The sum, or the mean, of the items and the factor that their gradients share. */
export function reduce(items: readonly number[], reducer: Reducer): { loss: number; factor: number } {
  let [sum, active] = [0, 0];
  for (const item of items) {
    sum += item;
    if (item > SHUT) active++;
  }
  const factor = share(reducer, items.length, active);
  return { loss: sum * factor, factor };
}
