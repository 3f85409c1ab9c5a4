import type { LossParameter } from './declare';

/** How the losses of the items become one number. `mean-active` averages the items whose loss is above zero. */
export type Reducer = 'sum' | 'mean' | 'mean-active';

/** The reducer as a parameter of a declared loss. */
export const REDUCER = {
  kind: 'option',
  default: 'mean',
  options: ['sum', 'mean', 'mean-active'],
  about: 'how the items become one number',
} as const satisfies LossParameter;

/** What the sum of the items, and the gradient of that sum, are multiplied by. */
export function share(reducer: Reducer, items: number, active: number): number {
  return reducer === 'sum' ? 1 : 1 / Math.max(1, reducer === 'mean' ? items : active);
}

/** The sum, or the mean, of the items and the factor that their gradients share. */
export function reduce(items: readonly number[], reducer: Reducer): { loss: number; factor: number } {
  let [sum, active] = [0, 0];
  for (const item of items) {
    sum += item;
    if (item > 0) active++;
  }
  const factor = share(reducer, items.length, active);
  return { loss: sum * factor, factor };
}
