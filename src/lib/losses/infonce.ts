import { crossEntropy } from './cross-entropy';
import { defineLoss, type BatchLoss, type RowsLike } from './declare';
import { reduce, REDUCER, type Reducer } from './reducers';
import { requirePositive, requireFlag } from './require';
import { requireRows, requireShape, rowAt, scaled } from './rows';
import { cosines, dotProducts } from './similarities';
import { NORMALISE, TEMPERATURE } from './similarity-parameters';

export interface InfoNceOptions {
  /** The temperature τ > 0; default 0.05. */
  temperature?: number;
  /** Whether the similarity is the cosine (the default) or the bare scalar product. */
  normalise?: boolean;
  /** Default the mean over the anchors. */
  reducer?: Reducer;
}

/**
 * InfoNCE, one way: each aᵢ is to find its own bᵢ among all of the batch. With s = cos(aᵢ, bⱼ),
 *
 *     Lᵢ = −log( e^{sᵢᵢ/τ} / Σⱼ e^{sᵢⱼ/τ} ),    ∂Lᵢ/∂sᵢⱼ = (softmaxⱼ(sᵢ/τ) − [i = j]) / τ.
 *
 * The items are the Lᵢ. Van den Oord's score is any positive function of the two; the cosine over a temperature, also
 * called multiple negatives ranking, is what is used most. A batch of one costs nothing. What is twice in a batch, or has
 * its like there, counts as a negative of its own partner and is pushed away from it: keep duplicates out of a batch.
 * Kink: a zero vector has no direction; its cosines and its gradient are zero, by convention.
 *
 * @param a B rows of d finite numbers, the anchors
 * @param b B rows of d finite numbers, b[i] being the positive of a[i] and a negative of the others
 * @throws RangeError naming the argument, and what is allowed
 * @see van den Oord, Li, Vinyals (2018), eq. 4
 */
export function infoNce(
  a: RowsLike,
  b: RowsLike,
  { temperature = 0.05, normalise = true, reducer = 'mean' }: InfoNceOptions = {},
): BatchLoss<{ a: number[][]; b: number[][] }> {
  requirePositive('temperature', temperature);
  requireFlag('normalise', normalise);
  requireRows('a', a);
  requireShape('b', b, { count: a.length, dimension: rowAt(a, 0).length });
  const { S, through } = (normalise ? cosines : dotProducts)(a, b);
  const terms = S.map((row, i) =>
    crossEntropy(
      row.map((s) => s / temperature),
      i,
    ),
  );
  const items = terms.map((term) => term.loss);
  const { loss, factor } = reduce(items, reducer);
  const slopes = terms.map((term) => term.gradient);
  return { loss, items, gradient: through(scaled(slopes, factor / temperature)) };
}

export const infoNceLoss = defineLoss({
  id: 'infonce',
  name: 'InfoNCE',
  unit: 'n-tuple',
  about: 'Each anchor finds its own partner among those of the whole batch.',
  formula: String.raw`-\log\frac{e^{\cos(a_i,b_i)/\tau}}{\sum_j e^{\cos(a_i,b_j)/\tau}}`,
  references: ['oord2018'],
  inputs: {
    a: { kind: 'rows', count: 'B', dimension: 'd', about: 'anchors' },
    b: { kind: 'rows', count: 'B', dimension: 'd', about: 'their positives, in the same order' },
  },
  parameters: {
    temperature: { ...TEMPERATURE, default: 0.05 },
    normalise: NORMALISE,
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ a, b }, options) => infoNce(a, b, options),
});
