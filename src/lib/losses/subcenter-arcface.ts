import { angularSoftmax } from './angular';
import { arcFaceTarget, type ArcFaceOptions } from './arcface';
import { CLASS_INPUTS } from './class-inputs';
import { PAST } from './combined-margin';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { REDUCER } from './reducers';

export interface SubCenterArcFaceOptions extends ArcFaceOptions {
  /** The centres of a class, a whole number ≥ 1; default 3. */
  K?: number;
}

/**
 * Sub-centre ArcFace: a class has K weights, and cos θⱼ = maxₖ x̂·Ŵ_{jk}; then as {@link arcFace}. One item an
 * embedding. Only the nearest centre of a class has a gradient; of equals the first, a choice at the kink.
 *
 * After training, the paper keeps for each class the centre that is nearest to most of its embeddings, drops the others
 * and the embeddings that are far from it, by more than 75°, as mislabelled, and trains again with K = 1.
 *
 * @param x B rows of d finite numbers
 * @param W C·K rows of d finite numbers: those of class j are j·K to j·K + K − 1
 * @param labels B classes from 0 to C − 1
 * @throws RangeError naming the argument, and what is allowed
 * @see Deng, Guo, Liu, Gong, Zafeiriou (2020), section 3.2
 */
export function subCenterArcFace(
  x: RowsLike,
  W: RowsLike,
  labels: Numbers,
  { K = 3, s = 64, reducer = 'mean', ...margin }: SubCenterArcFaceOptions = {},
): BatchLoss<{ x: number[][]; W: number[][] }> {
  return angularSoftmax(x, W, labels, {
    s,
    K,
    target: (theta, sine) => arcFaceTarget(theta, margin, sine),
    reducer,
  });
}

export const subCenterArcFaceLoss = defineLoss({
  id: 'subcenter-arcface',
  name: 'Sub-center ArcFace',
  unit: 'class weights',
  about: 'As ArcFace, but an embedding need only be near one of the K centres of its class.',
  formula: String.raw`-\log\frac{e^{s\cos(\theta_y+m)}}{e^{s\cos(\theta_y+m)}+\sum_{j\neq y}e^{s\cos\theta_j}},\quad \cos\theta_j=\max_k \hat x\cdot\hat W_{jk}`,
  references: ['deng2020', 'deng2019'],
  inputs: {
    ...CLASS_INPUTS,
    W: { kind: 'rows', count: 'C·K', dimension: 'd', about: 'class weights, the K of a class in a row' },
  },
  parameters: {
    K: { kind: 'whole', symbol: 'K', default: 3, min: 1, max: 20, about: 'centres of a class' },
    m: { kind: 'number', symbol: 'm', default: 0.5, min: 0, max: 3, about: 'margin, radians' },
    s: { kind: 'number', symbol: 's', default: 64, min: 0.01, max: 1000, about: 'scale of the logits' },
    past: PAST,
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation', 'scaling'],
  evaluate: ({ x, W, labels }, options) => subCenterArcFace(x, W, labels, options),
});
