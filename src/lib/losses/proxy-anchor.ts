import { PROXY_INPUTS } from './class-inputs';
import { cosineMatrix, throughCosines } from './cosine-matrix';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { requireFiniteNumber, requirePositive } from './require';
import { requireLabels, requireRows, requireShape, rowAt } from './rows';
import { softHinge } from './soft-hinge';

export interface ProxyAnchorOptions {
  /** The margin δ, a cosine; default 0.1. */
  delta?: number;
  /** The scale α > 0; default 32. */
  alpha?: number;
}

/**
 * The proxy-anchor loss: a proxy pulls the embeddings of its class, the farthest most, and pushes the others, the
 * nearest most. With s = cos(x, p), P all proxies and P⁺ those that have embeddings in the batch,
 *
 *     L = 1/|P⁺| Σ_{p∈P⁺} log(1 + Σ_{x of p} e^{−α(s − δ)}) + 1/|P| Σ_{p∈P} log(1 + Σ_{x not of p} e^{α(s + δ)}).
 *
 * The items are the shares of the proxies: their sum is the loss.
 * Kink: a zero vector has no direction; its cosines and its gradient are zero, by convention.
 *
 * @param x B rows of d finite numbers
 * @param proxies C rows of d finite numbers, one a class
 * @param labels B classes from 0 to C − 1
 * @throws RangeError naming the argument, and what is allowed
 * @see Kim, Kim, Cho, Kwak (2020), eq. 4
 */
export function proxyAnchor(
  x: RowsLike,
  proxies: RowsLike,
  labels: Numbers,
  { delta = 0.1, alpha = 32 }: ProxyAnchorOptions = {},
): BatchLoss<{ x: number[][]; proxies: number[][] }> {
  requireFiniteNumber('delta', delta);
  requirePositive('alpha', alpha);
  requireRows('x', x);
  requireShape('proxies', proxies, { dimension: rowAt(x, 0).length });
  const y = requireLabels('labels', labels, { count: x.length, classes: proxies.length });
  const matrix = cosineMatrix(x, proxies);
  const G = matrix.cos.map((row) => row.map(() => 0));
  const present = new Set(y).size;
  const items = proxies.map((_, j) => {
    const side = (own: boolean, sign: 1 | -1, share: number) => {
      const rows = [...y.keys()].filter((i) => (y[i] === j) === own);
      const z = rows.map((i) => sign * alpha * (rowAt(rowAt(matrix.cos, i), j) + sign * delta));
      const { value, gradient } = softHinge(z);
      rows.forEach((i, k) => (rowAt(G, i)[j] = share * sign * alpha * rowAt(gradient, k)));
      return share * value;
    };
    return side(true, -1, 1 / present) + side(false, 1, 1 / proxies.length);
  });
  const { a, b } = throughCosines(matrix, G);
  return {
    loss: items.reduce((sum, item) => sum + item, 0),
    items,
    gradient: { x: a, proxies: b },
  };
}

export const proxyAnchorLoss = defineLoss({
  id: 'proxy-anchor',
  name: 'Proxy-Anchor',
  unit: 'class weights',
  about:
    'Each proxy pulls the embeddings of its class and pushes the others, those hardest that are most wrong.',
  formula: String.raw`\tfrac{[p\in P^+]}{|P^+|}\log\Bigl(1+\sum_{x\in X_p^+}e^{-\alpha(\cos(x,p)-\delta)}\Bigr)+\tfrac1{|P|}\log\Bigl(1+\sum_{x\in X_p^-}e^{\alpha(\cos(x,p)+\delta)}\Bigr)`,
  references: ['kim2020'],
  inputs: PROXY_INPUTS,
  parameters: {
    delta: { kind: 'number', symbol: 'δ', default: 0.1, min: -1, max: 1, about: 'margin, a cosine' },
    alpha: { kind: 'number', symbol: 'α', default: 32, min: 0.01, max: 1000, about: 'scale' },
  },
  invariances: ['permutation', 'rotation', 'scaling'],
  evaluate: ({ x, proxies, labels }, options) => proxyAnchor(x, proxies, labels, options),
});
