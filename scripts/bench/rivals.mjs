import * as math from 'mathjs';
import { Matrix } from 'ml-matrix';

/**
 * A way to compute the mean contrastive loss of pairs, with the gradient for both embeddings.
 * @typedef {(pairs: import('./cases.ts').Pairs) => () => number} Way
 */

/**
 * What a web developer would otherwise take: written with what the package offers for whole arrays, inputs made ready.
 * @type {Record<string, Way>}
 */
export const rivals = {
  mathjs(pairs) {
    const [x1, x2] = [rows(pairs, pairs.x1), rows(pairs, pairs.x2)];
    return () => {
      const u = math.subtract(x1, x2);
      const squares = /** @type {number[]} */ (/** @type {unknown} */ (math.sum(math.dotMultiply(u, u), 1)));
      const { loss, pulls } = radial(pairs, squares);
      const g1 = u.map((row, i) => math.multiply(/** @type {number} */ (pulls[i]), row));
      math.unaryMinus(/** @type {any} */ (g1));
      return loss;
    };
  },

  'ml-matrix'(pairs) {
    const [x1, x2] = [new Matrix(rows(pairs, pairs.x1)), new Matrix(rows(pairs, pairs.x2))];
    return () => {
      const u = Matrix.sub(x1, x2);
      const squares = Matrix.mul(u, u).sum('row');
      const { loss, pulls } = radial(pairs, squares);
      const g1 = u.mulColumnVector(pulls);
      Matrix.mul(g1, -1);
      return loss;
    };
  },
};

/**
 * @param {import('./cases.ts').Pairs} pairs
 * @param {Float64Array} x
 */
const rows = ({ n, d }, x) => Array.from({ length: n }, (_, i) => Array.from(x.subarray(i * d, i * d + d)));

/**
 * The mean loss, and what each x₁ − x₂ is multiplied by in the gradient.
 * @param {import('./cases.ts').Pairs} pairs
 * @param {ArrayLike<number>} squares
 */
function radial({ n, m, y }, squares) {
  let loss = 0;
  const pulls = Array.from(squares, (square, i) => {
    const D = Math.sqrt(square);
    const gap = Math.max(0, m - D);
    loss += y[i] === 0 ? square / 2 : (gap * gap) / 2;
    return (y[i] === 0 ? 1 : D > 0 ? -gap / D : 0) / n;
  });
  return { loss: loss / n, pulls };
}
