import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { reduce, REDUCER, type Reducer } from './reducers';
import { rowAt } from './rows';
import { angularPairs, SCORED_INPUTS } from './scored-pairs';

/**
 * The squared error of the cosine as a prediction of a score. One item a pair.
 *
 *     L = (c − score)²,   c = cos(a, b),   ∂L/∂c = 2 (c − score)
 *
 * @param a B rows of d finite numbers
 * @param b B rows of d finite numbers
 * @param score B finite numbers
 * @throws RangeError naming the argument, and what is allowed
 * @see `CosineSimilarityLoss` of Sentence Transformers (Reimers, Gurevych 2019)
 */
export function cosineMse(
  a: RowsLike,
  b: RowsLike,
  score: Numbers,
  reducer: Reducer = 'mean',
): BatchLoss<{ a: number[][]; b: number[][] }> {
  return angularPairs(a, b, score, (c) => {
    const errors = c.map((own, i) => own - rowAt(score, i));
    const items = errors.map((error) => error * error);
    const { loss, factor } = reduce(items, reducer);
    return { loss, items, slope: errors.map((error) => 2 * factor * error) };
  });
}

export const cosineMseLoss = defineLoss({
  id: 'cosine-mse',
  name: 'Squared error of the cosine',
  unit: 'pair',
  about: 'The cosine of a pair should equal its score.',
  formula: String.raw`(\cos(a, b) - \mathrm{score})^2`,
  references: ['reimers2019'],
  inputs: SCORED_INPUTS,
  parameters: { reducer: REDUCER },
  invariances: ['permutation', 'rotation', 'scaling'],
  evaluate: ({ a, b, score }, { reducer }) => cosineMse(a, b, score, reducer),
});
