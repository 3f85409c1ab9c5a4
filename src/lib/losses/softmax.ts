import { mapped } from './mapped';

/**
 * log Σ exp(zᵢ), without overflow: the largest z is taken out first. −∞ for no z at all.
 * Its gradient is {@link softmax}.
 */
export function logSumExp(z: ArrayLike<number>): number {
  let top = -Infinity;
  for (let k = 0; k < z.length; k++) top = Math.max(top, z[k] as number);
  if (top === -Infinity) return -Infinity;
  let sum = 0;
  for (let k = 0; k < z.length; k++) sum += Math.exp((z[k] as number) - top);
  return top + Math.log(sum);
}

/** exp(zᵢ) / Σ exp(zⱼ): positive numbers that sum to 1. */
export function softmax(z: ArrayLike<number>): number[] {
  const total = logSumExp(z);
  return mapped(z, (value) => Math.exp(value - total));
}

/** log softmax(z), without the loss of digits that a logarithm of a tiny softmax would bring. */
export function logSoftmax(z: ArrayLike<number>): number[] {
  const total = logSumExp(z);
  return mapped(z, (value) => value - total);
}

/** log(1 + exp z), without overflow. Its slope is {@link sigmoid}. */
export function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/** 1 / (1 + exp(−z)), without overflow. */
export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return z >= 0 ? 1 / (1 + e) : e / (1 + e);
}

/** log sigmoid(z) = −softplus(−z). Its slope is sigmoid(−z). */
export function logSigmoid(z: number): number {
  return 0 - softplus(0 - z);
}
