import { angularPairs, SCORED_INPUTS } from './scored-pairs';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { requirePositive } from './require';
import { rowAt, plainArray } from './rows';
import { softHinge } from './soft-hinge';

/**
 * CoSENT: pairs of a higher score should have the greater cosine. One item for the whole batch.
 *
 *     L = log(1 + Σ_{scoreᵢ < scoreⱼ} exp(k (cᵢ − cⱼ))),   c = cos(a, b)
 *     ∂L/∂cᵢ = k (Σⱼ qᵢⱼ − Σⱼ qⱼᵢ),   q the terms of the sum over 1 + the sum
 *
 * @param a B rows of d finite numbers
 * @param b B rows of d finite numbers
 * @param score B finite numbers
 * @param k the scale, > 0; default 20
 * @throws RangeError naming the argument, and what is allowed
 * @see Huang et al. (2024), CoSENT
 */
export function coSent(
  a: RowsLike,
  b: RowsLike,
  score: Numbers,
  k = 20,
): BatchLoss<{ a: number[][]; b: number[][] }> {
  requirePositive('k', k);
  return angularPairs(a, b, score, (c) => {
    const scores = plainArray(score);
    const pairs = scores.flatMap((low, i) =>
      scores.flatMap((high, j) => (low < high ? [[i, j] as const] : [])),
    );
    const { value: loss, gradient } = softHinge(pairs.map(([i, j]) => k * (rowAt(c, i) - rowAt(c, j))));
    const slope = c.map(() => 0);
    pairs.forEach(([i, j], p) => {
      const q = k * rowAt(gradient, p);
      slope[i] = rowAt(slope, i) + q;
      slope[j] = rowAt(slope, j) - q;
    });
    return { loss, items: [loss], slope };
  });
}

export const coSentLoss = defineLoss({
  id: 'cosent',
  name: 'CoSENT',
  unit: 'n-tuple',
  about: 'Pairs of a higher score should have the greater cosine.',
  formula: String.raw`\log\Bigl(1+\sum_{\mathrm{score}_i<\mathrm{score}_j} e^{k(c_i-c_j)}\Bigr)`,
  references: ['huang2024'],
  inputs: SCORED_INPUTS,
  parameters: {
    k: { kind: 'number', symbol: 'k', default: 20, min: 0.01, max: 1000, about: 'scale of the cosines' },
  },
  invariances: ['permutation', 'rotation', 'scaling'],
  evaluate: ({ a, b, score }, { k }) => coSent(a, b, score, k),
});
