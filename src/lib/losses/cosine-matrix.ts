import type { RowsLike, Rows } from './declare';
import { normalise, throughNormalisation } from './distances';
import { addScaled, rowAt, zerosLike } from './rows';

/** A vector divided by its length, and that length. */
export type Normalised = ReturnType<typeof normalise>;

/** The cosines of every row of a with every row of b, and what their gradients need. */
export interface CosineMatrix {
  a: Normalised[];
  b: Normalised[];
  /** cos[i][j] = âᵢ · b̂ⱼ; zero where either is the zero vector, by convention. */
  cos: number[][];
}

/** The cosines of every row of a with every row of b, all rows being equally long. */
export function cosineMatrix(a: RowsLike, b: RowsLike): CosineMatrix {
  const [an, bn] = [a.map(normalise), b.map(normalise)];
  const cos = an.map(({ unit }) =>
    bn.map((other) => unit.reduce((sum, component, k) => sum + component * rowAt(other.unit, k), 0)),
  );
  return { a: an, b: bn, cos };
}

/**
 * The gradients for a and b of a function whose gradient for cos[i][j] is G[i][j]:
 *
 *     ∂L/∂aᵢ = (I − âᵢâᵢᵀ) Σⱼ Gᵢⱼ b̂ⱼ / ‖aᵢ‖,    ∂L/∂bⱼ = (I − b̂ⱼb̂ⱼᵀ) Σᵢ Gᵢⱼ âᵢ / ‖bⱼ‖.
 *
 * Kink: zero for a zero vector, by convention.
 */
export function throughCosines({ a, b }: CosineMatrix, G: Rows): { a: number[][]; b: number[][] } {
  const [ga, gb] = [zerosLike(a.map(({ unit }) => unit)), zerosLike(b.map(({ unit }) => unit))];
  G.forEach((row, i) => {
    row.forEach((g, j) => {
      addScaled(rowAt(ga, i), rowAt(b, j).unit, g);
      addScaled(rowAt(gb, j), rowAt(a, i).unit, g);
    });
  });
  return {
    a: a.map((row, i) => throughNormalisation(row, rowAt(ga, i))),
    b: b.map((row, j) => throughNormalisation(row, rowAt(gb, j))),
  };
}

/**
 * The angle θ of a cosine, from 0 to π. Near 0 and π a cosine has few digits left for its angle, about half of them
 * at 1e-8; other implementations take the same way, and agree.
 */
export function angleOf(cosine: number): number {
  return Math.acos(Math.min(1, Math.max(-1, cosine)));
}
