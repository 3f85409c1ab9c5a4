import { angularSoftmax } from './angular';
import { PROXY_INPUTS } from './class-inputs';
import { crossEntropy, crossEntropyOfOthers } from './cross-entropy';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { normalizedSoftmaxTarget } from './normalized-softmax';
import { REDUCER, type Reducer } from './reducers';
import { requirePositive, requireFlag } from './require';
import { requireRows, requireShape, rowAt } from './rows';

export interface ProxyNcaOptions {
  /** The factor k > 0 of the squared distances; default 1, as in the paper. */
  k?: number;
  /** Whether the own proxy is in the denominator, as in ProxyNCA++; default false, as in the paper. */
  own?: boolean;
  reducer?: Reducer;
}

/**
 * Proxy-NCA: each embedding nearer to the proxy of its class than to the others. One item an embedding:
 *
 *     L = −log(e^{−k d(x, p_y)} / Σ_{j≠y} e^{−k d(x, pⱼ)}),    d(x, p) = ‖x̂ − p̂‖² = 2 − 2 cos θ
 *
 * So it is a softmax of cosines at the scale 2k, since the constant goes out of the quotient. With `own`, the sum
 * runs over all j, and L ≥ 0; without, L may be negative.
 * Kink: a zero vector has no direction; its cosines and its gradient are zero, by convention.
 *
 * @param x B rows of d finite numbers
 * @param proxies C rows of d finite numbers, one a class; C ≥ 2
 * @param labels B classes from 0 to C − 1
 * @throws RangeError naming the argument, and what is allowed
 * @see Movshovitz-Attias, Toshev, Leung, Ioffe, Singh (2017); Teh, DeVries, Taylor (2020)
 */
export function proxyNca(
  x: RowsLike,
  proxies: RowsLike,
  labels: Numbers,
  { k = 1, own = false, reducer = 'mean' }: ProxyNcaOptions = {},
): BatchLoss<{ x: number[][]; proxies: number[][] }> {
  requirePositive('k', k);
  requireFlag('own', own);
  requireRows('x', x);
  requireShape('proxies', proxies, { dimension: rowAt(x, 0).length });
  if (proxies.length < 2) throw new RangeError('proxies has 1 row; two at least are needed');
  const { loss, items, gradient } = angularSoftmax(x, proxies, labels, {
    s: 2 * k,
    target: normalizedSoftmaxTarget,
    ofLogits: own ? crossEntropy : crossEntropyOfOthers,
    reducer,
  });
  return { loss, items, gradient: { x: gradient.x, proxies: gradient.W } };
}

export const proxyNcaLoss = defineLoss({
  id: 'proxy-nca',
  name: 'Proxy-NCA',
  unit: 'class weights',
  about: 'Each embedding nearer to the proxy of its class than to the proxies of the others.',
  formula: String.raw`-\log\frac{e^{-k\lVert\hat x-\hat p_y\rVert^2}}{\sum_{j\neq y}e^{-k\lVert\hat x-\hat p_j\rVert^2}}`,
  references: ['movshovitz2017', 'teh2020'],
  inputs: PROXY_INPUTS,
  parameters: {
    k: {
      kind: 'number',
      symbol: 'k',
      default: 1,
      min: 0.01,
      max: 500,
      about: 'factor of the squared distances',
    },
    own: { kind: 'flag', default: false, about: 'whether the own proxy is in the denominator' },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation', 'scaling'],
  evaluate: ({ x, proxies, labels }, options) => proxyNca(x, proxies, labels, options),
});
