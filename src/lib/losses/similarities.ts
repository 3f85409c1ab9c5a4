import { requireFunction } from './require';
import { cosineMatrix, throughCosines } from './cosine-matrix';
import type { RowsLike, Rows } from './declare';
import { dotProduct, euclidean, type Distance } from './distances';
import { addScaled, rowAt, zerosLike } from './rows';

/** The similarities of every row of a with every row of b, and the way back to the rows. */
export interface Similarities {
  /** S[i][j], of aᵢ with bⱼ. */
  S: number[][];
  /** The gradients for a and b of a function whose gradient for S[i][j] is G[i][j]. */
  through(G: Rows): { a: number[][]; b: number[][] };
}

/** A similarity of two vectors, for every row of a with every row of b, all rows being equally long. */
export type Similarity = (a: RowsLike, b: RowsLike) => Similarities;

/** S = cos(aᵢ, bⱼ). Kink: zero, and without gradient, where either is the zero vector, by convention. */
export const cosines: Similarity = (a, b) => {
  const matrix = cosineMatrix(a, b);
  return { S: matrix.cos, through: (G) => throughCosines(matrix, G) };
};

/** The similarity that is a multiple of a distance. The way back measures again, rather than keep n² gradients. */
export function multipleOf(measure: Distance, multiple: number): Similarity {
  requireFunction('distance', measure, 'euclidean');
  return (a, b) => ({
    S: a.map((row) => b.map((other) => multiple * measure(row, other).D)),
    through(G) {
      const gradient = { a: zerosLike(a), b: zerosLike(b) };
      G.forEach((row, i) => {
        row.forEach((g, j) => {
          if (g === 0) return;
          const { x1, x2 } = measure(rowAt(a, i), rowAt(b, j)).gradient;
          addScaled(rowAt(gradient.a, i), x1, multiple * g);
          addScaled(rowAt(gradient.b, j), x2, multiple * g);
        });
      });
      return gradient;
    },
  });
}

/** S = aᵢ · bⱼ. */
export const dotProducts = multipleOf(dotProduct, 1);

/** S = −‖aᵢ − bⱼ‖₂. Kink: no gradient where the rows coincide, by convention. */
export const negativeDistances = multipleOf(euclidean, -1);

/** The similarities of the rows of x with one another; `through` gives the gradient for x. */
export function amongRows(
  similarity: Similarity,
  x: RowsLike,
): { S: number[][]; through(G: Rows): number[][] } {
  const { S, through } = similarity(x, x);
  return {
    S,
    through(G) {
      const { a, b } = through(G);
      a.forEach((row, i) => addScaled(row, rowAt(b, i), 1));
      return a;
    },
  };
}
