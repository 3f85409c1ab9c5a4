import { normal, random } from '../../state/random';
import { DIM, type Matrix } from './data';

/** A linear map with a bias, z = W x + c, and the linear predictor p = V z that some methods have. */
export interface Network {
  W: Matrix;
  c: readonly number[];
  V: Matrix;
}

const matrix = (entry: () => number): number[][] =>
  Array.from({ length: DIM }, () => Array.from({ length: DIM }, entry));

/** Weights to begin with, from a seed. */
export function networkOf(seed: number): Network {
  const uniform = random(seed);
  const W = matrix(() => normal(uniform) / Math.sqrt(DIM));
  const c = Array.from({ length: DIM }, () => 0.3 * normal(uniform));
  return { W, c, V: matrix(() => (0.3 * normal(uniform)) / Math.sqrt(DIM)) };
}

export function times(M: Matrix, rows: Matrix, add?: readonly number[]): number[][] {
  return rows.map((x) => {
    const z = new Array<number>(DIM);
    for (let k = 0; k < DIM; k++) {
      const m = M[k] as readonly number[];
      let sum = add?.[k] ?? 0;
      for (let j = 0; j < DIM; j++) sum += (m[j] as number) * (x[j] as number);
      z[k] = sum;
    }
    return z;
  });
}

/** Mᵀ g for each row g: the gradient on the way back through M. */
export function backThrough(M: Matrix, g: Matrix): number[][] {
  const transposed = matrix(() => 0).map((row, j) => row.map((_, k) => M[k]?.[j] ?? 0));
  return times(transposed, g);
}

/** Σ g xᵀ over the rows: what they ask of the matrix that led from x to where g is. */
export function outer(g: Matrix, x: Matrix): number[][] {
  const sum = matrix(() => 0);
  g.forEach((row, i) => {
    const input = x[i] as readonly number[];
    for (let k = 0; k < DIM; k++) {
      const [target, value] = [sum[k] as number[], row[k] as number];
      for (let j = 0; j < DIM; j++) target[j] = (target[j] as number) + value * (input[j] as number);
    }
  });
  return sum;
}

export const sumOf = (A: Matrix, B: Matrix): number[][] =>
  A.map((row, i) => row.map((v, k) => v + (B[i]?.[k] ?? 0)));
