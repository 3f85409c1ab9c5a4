import { rowAt, plainArray } from './rows';
import { logSumExp, sigmoid, softplus } from './softmax';

/** A loss of logits with its gradient for each of them. */
export interface LogitLoss {
  loss: number;
  gradient: number[];
}

/** The log-sum-exp of the logits other than z_y less z_y, and how it is shared among those others. */
function lead(z: readonly number[], y: number): { gap: number; share: number[] } {
  const total = logSumExp(z.filter((_, j) => j !== y));
  return { gap: total - rowAt(z, y), share: z.map((zj, j) => (j === y ? -1 : Math.exp(zj - total))) };
}

/**
 * The cross-entropy of logits with the true class y:
 *
 *     L = −log(e^{z_y} / Σⱼ e^{zⱼ}) = log(1 + e^g),   g = log Σ_{j≠y} e^{zⱼ} − z_y
 *     ∂L/∂z = softmax(z) − 1_y
 *
 * Written in g, which keeps the digits of a loss near zero. A single class costs nothing.
 */
export function crossEntropy(z: ArrayLike<number>, y: number): LogitLoss {
  if (z.length === 1) return { loss: 0, gradient: [0] };
  const { gap, share } = lead(plainArray(z), y);
  const p = sigmoid(gap);
  return { loss: softplus(gap), gradient: share.map((q) => p * q) };
}

/**
 * As {@link crossEntropy}, with the true class left out of the denominator: L = log Σ_{j≠y} e^{zⱼ} − z_y, which may be
 * negative and has no lower bound in z.
 * @throws RangeError for fewer than two logits
 */
export function crossEntropyOfOthers(z: ArrayLike<number>, y: number): LogitLoss {
  if (z.length < 2) throw new RangeError(`z has length ${z.length}; two at least are needed`);
  const { gap, share } = lead(plainArray(z), y);
  return { loss: gap, gradient: share };
}
