import { zeros, type Numbers, type Precision } from './pictures';

export type OptimiserName = 'adam' | 'sgd';

/** Changes weights by their gradient, and remembers what it needs to from step to step. */
export type Optimiser = (weights: Numbers, gradient: Numbers, rate: number) => void;

/**
 * Stochastic gradient descent with momentum: v ← 0.9 v + g, w ← w − rate · v.
 * @see Polyak (1964), as PyTorch has it
 */
export function sgd(length: number, precision: Precision, momentum = 0.9): Optimiser {
  const v = zeros(precision, length);
  return (weights, gradient, rate) => {
    for (let k = 0; k < length; k++) {
      const velocity = momentum * (v[k] as number) + (gradient[k] as number);
      v[k] = velocity;
      weights[k] = (weights[k] as number) - rate * velocity;
    }
  };
}

/**
 * Adam: m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − rate · m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and
 * v̂ = v / (1 − β₂ᵗ) at step t.
 * @see Kingma, Ba (2015), algorithm 1
 */
export function adam(
  length: number,
  precision: Precision,
  { beta1 = 0.9, beta2 = 0.999, eps = 1e-8 } = {},
): Optimiser {
  const m = zeros(precision, length);
  const v = zeros(precision, length);
  let t = 0;
  return (weights, gradient, rate) => {
    t++;
    const step = rate / (1 - beta1 ** t);
    const root = 1 / Math.sqrt(1 - beta2 ** t);
    for (let k = 0; k < length; k++) {
      const g = gradient[k] as number;
      const mean = beta1 * (m[k] as number) + (1 - beta1) * g;
      const square = beta2 * (v[k] as number) + (1 - beta2) * g * g;
      m[k] = mean;
      v[k] = square;
      if (mean !== 0) weights[k] = (weights[k] as number) - (step * mean) / (Math.sqrt(square) * root + eps);
    }
  };
}

export const optimiserNamed = (name: OptimiserName, length: number, precision: Precision): Optimiser =>
  name === 'adam' ? adam(length, precision) : sgd(length, precision);
