import type { Vec2 } from '../../state/parameters';

/** Two rows of two: row i leads to output i, column j comes from component j of the input. */
export type Matrix = readonly [Vec2, Vec2];

/** One pass through the network: the sums before the tanh, and the embedding. */
export interface Pass {
  input: Vec2;
  z: Vec2;
  x: Vec2;
}

/** One way back: the slopes at the sums, and what this tower contributes to the gradient of its weights. */
export interface Back {
  /** ∂L/∂x, as it comes from the loss. */
  g: Vec2;
  /** δ = ∂L/∂z. */
  delta: Vec2;
  /** δ aᵀ. */
  contribution: Matrix;
}

/** z = W a, x = tanh z. The whole network: four weights and no bias. */
export function forward(W: Matrix, input: Vec2): Pass {
  const z: Vec2 = [0 + W[0][0] * input[0] + W[0][1] * input[1], 0 + W[1][0] * input[0] + W[1][1] * input[1]];
  return { input, z, x: [Math.tanh(z[0]), Math.tanh(z[1])] };
}

/** δ = ∂L/∂x ⊙ (1 − x²) since tanh′ = 1 − tanh², and ∂L/∂W = δ aᵀ. */
export function backward({ input, x }: Pass, g: Vec2): Back {
  const delta: Vec2 = [0 + g[0] * (1 - x[0] ** 2), 0 + g[1] * (1 - x[1] ** 2)];
  const row = (d: number): Vec2 => [0 + d * input[0], 0 + d * input[1]];
  return { g, delta, contribution: [row(delta[0]), row(delta[1])] };
}

export function sum(A: Matrix, B: Matrix): Matrix {
  const row = (i: 0 | 1): Vec2 => [A[i][0] + B[i][0], A[i][1] + B[i][1]];
  return [row(0), row(1)];
}
