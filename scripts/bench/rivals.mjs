import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * A way to compute the mean contrastive loss of pairs, with the gradient for both embeddings.
 * @typedef {(pairs: import('./cases.ts').Pairs) => () => number} Way
 */

/**
 * What a web developer would otherwise take: written with what the package offers for whole arrays, inputs made ready.
 * @type {Record<string, (module: any) => Way | Promise<Way>>}
 */
const RIVALS = {
  mathjs: (math) => (pairs) => {
    const [x1, x2] = [rows(pairs, pairs.x1), rows(pairs, pairs.x2)];
    return () => {
      const u = math.subtract(x1, x2);
      const squares = math.sum(math.dotMultiply(u, u), 1);
      const { loss, pulls } = radial(pairs, squares);
      const g1 = u.map((/** @type {number[]} */ row, /** @type {number} */ i) =>
        math.multiply(pulls[i], row),
      );
      math.unaryMinus(g1);
      return loss;
    };
  },

  'ml-matrix':
    ({ Matrix }) =>
    (pairs) => {
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

  '@tensorflow/tfjs': async (tf) => {
    await tf.setBackend('cpu');
    await tf.ready();
    return ({ n, d, m, x1, x2, y }) => {
      const shape = [n, d];
      const [a, b] = [tf.tensor2d(Float32Array.from(x1), shape), tf.tensor2d(Float32Array.from(x2), shape)];
      const label = tf.tensor1d(Float32Array.from(y));
      const meanLoss = tf.valueAndGrads((/** @type {any} */ p, /** @type {any} */ q) => {
        const squares = p.sub(q).square().sum(1);
        const gap = tf.relu(tf.sub(m, squares.sqrt()));
        return tf.add(tf.sub(1, label).mul(squares), label.mul(gap.square())).mean().div(2);
      });
      return () =>
        tf.tidy(() => {
          const { value, grads } = meanLoss([a, b]);
          for (const gradient of grads) gradient.dataSync();
          return value.dataSync()[0];
        });
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

/**
 * The rivals that are installed, and the names of those that are not.
 * @param {string} folder what has the node_modules to look in
 */
export async function findRivals(folder) {
  const require = createRequire(pathToFileURL(`${folder}/`));
  /** @type {Record<string, Way>} */
  const found = {};
  const missing = [];
  for (const [name, make] of Object.entries(RIVALS)) {
    let path;
    try {
      path = require.resolve(name);
    } catch {
      missing.push(name);
      continue;
    }
    const module = await import(pathToFileURL(path).href);
    found[name] = await make({ ...module.default, ...module });
  }
  return { found, missing };
}
