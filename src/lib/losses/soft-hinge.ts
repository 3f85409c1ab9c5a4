import { plainArray } from './rows';
import { logSumExp, softmax, softplus } from './softmax';

/**
 * log(1 + Σₖ e^{zₖ}), a smooth max(0, z₁, z₂, …), with its gradient e^{zₖ} / (1 + Σ e^z). Zero for no z at all.
 */
export function softHinge(z: ArrayLike<number>): { value: number; gradient: number[] } {
  if (z.length === 0) return { value: 0, gradient: [] };
  return { value: softplus(logSumExp(z)), gradient: softmax([0, ...plainArray(z)]).slice(1) };
}
