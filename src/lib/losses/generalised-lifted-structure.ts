import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { DISTANCES } from './distance-parameter';
import { LABELLED_INPUTS, requireLabelled } from './labelled';
import { LIFTED_PARAMETERS, liftOf, overLifts, type LiftedOptions } from './lifted';

/**
 * The generalised lifted structured loss: each row a against all of its class and all others.
 *
 *     L = max(0, log Σₚ e^{Dₐₚ} + log Σₙ e^{m − Dₐₙ})
 *     ∂L/∂Dₐₚ = [L > 0] softmaxₚ(Dₐ),   ∂L/∂Dₐₙ = −[L > 0] softmaxₙ(m − Dₐ)
 *
 * One item a row; a row without a positive or a negative costs nothing. Kink: where L = 0 begins; 0 there, a
 * subgradient.
 *
 * @param x N rows of d finite numbers
 * @param labels N whole numbers ≥ 0
 * @throws RangeError naming the argument
 * @see Hermans, Beyer, Leibe (2017), eq. 8
 */
export function generalisedLiftedStructure(
  x: RowsLike,
  labels: Numbers,
  options: LiftedOptions = {},
): BatchLoss<{ x: number[][] }> {
  const y = requireLabelled(x, labels);
  const lifts = y.map((_, a) => liftOf(y, a));
  return overLifts(x, lifts, (t) => ({ loss: Math.max(0, t), slope: t > 0 ? 1 : 0 }), options);
}

export const generalisedLiftedStructureLoss = defineLoss({
  id: 'generalised-lifted-structure',
  name: 'Generalised lifted structured loss',
  unit: 'n-tuple',
  about: 'All of a class nearer to each member than all others, by a smooth maximum and minimum.',
  formula: String.raw`\max\Bigl(0,\, \log\textstyle\sum_p e^{D_{ap}} + \log\sum_n e^{m-D_{an}}\Bigr)`,
  references: ['hermans2017'],
  inputs: LABELLED_INPUTS,
  parameters: LIFTED_PARAMETERS,
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x, labels }, { distance, ...options }) =>
    generalisedLiftedStructure(x, labels, { ...options, distance: DISTANCES[distance] }),
});
