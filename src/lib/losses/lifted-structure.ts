import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { DISTANCES } from './distance-parameter';
import { LABELLED_INPUTS, requireLabelled } from './labelled';
import { LIFTED_PARAMETERS, liftOf, overLifts, type LiftedOptions } from './lifted';
import { unorderedPairs } from './pair-batch';

/**
 * The lifted structured loss, in its smooth form: each similar pair against all dissimilar pairs of its two rows.
 *
 *     L = 1/(2|P|) Σ_{(i,j) ∈ P} max(0, Jᵢⱼ)²,   Jᵢⱼ = log(Σₙ e^{m − Dᵢₙ} + Σₙ e^{m − Dⱼₙ}) + Dᵢⱼ
 *     ∂/∂Dᵢⱼ = max(0, Jᵢⱼ),   ∂/∂Dᵢₙ = −max(0, Jᵢⱼ) qᵢₙ,   q the share of e^{m − Dᵢₙ} in the sum
 *
 * One item, ½ max(0, Jᵢⱼ)², a similar pair i < j, in the order of i and then of j; in a batch of one class every item
 * is 0. No kinks but those of the distance.
 *
 * @param x N rows of d finite numbers
 * @param labels N whole numbers ≥ 0
 * @throws RangeError naming the argument
 * @see Oh Song, Xiang, Jegelka, Savarese (2016), eq. 4
 */
export function liftedStructure(
  x: RowsLike,
  labels: Numbers,
  options: LiftedOptions = {},
): BatchLoss<{ x: number[][] }> {
  const y = requireLabelled(x, labels);
  const similar = [...unorderedPairs(x.length)].filter(([i, j]) => y[i] === y[j]);
  const lifts = similar.map(([i, j]) => ({
    similar: [[i, j] as const],
    dissimilar: [...liftOf(y, i).dissimilar, ...liftOf(y, j).dissimilar],
  }));
  return overLifts(x, lifts, (t) => ({ loss: Math.max(0, t) ** 2 / 2, slope: Math.max(0, t) }), options);
}

export const liftedStructureLoss = defineLoss({
  id: 'lifted-structure',
  name: 'Lifted structured loss',
  unit: 'n-tuple',
  about: 'Each similar pair nearer than all dissimilar pairs of its two members.',
  formula: String.raw`\tfrac12 \max\Bigl(0,\, \log\bigl(\textstyle\sum_n e^{m-D_{in}} + \sum_n e^{m-D_{jn}}\bigr) + D_{ij}\Bigr)^2`,
  references: ['song2016'],
  inputs: LABELLED_INPUTS,
  parameters: LIFTED_PARAMETERS,
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x, labels }, { distance, ...options }) =>
    liftedStructure(x, labels, { ...options, distance: DISTANCES[distance] }),
});
