import { defineLoss, type BatchLoss, type Rows } from './declare';
import { LABELLED_INPUTS, requireLabelled } from './labelled';
import { partnersOf } from './partners';
import { reduce, REDUCER, type Reducer } from './reducers';
import { requirePositive } from './require';
import { rowAt, scaled } from './rows';
import { amongRows, cosines, negativeDistances } from './similarities';
import { TEMPERATURE } from './similarity-parameters';
import { softHinge } from './soft-hinge';

export interface NtXentOptions {
  /** The temperature τ > 0; 0.1 unless said. */
  temperature?: number;
  /** The similarity: the cosine unless said, or minus the Euclidean distance. */
  distance?: 'cosine' | 'euclidean';
  /** The mean over the positive pairs unless said. */
  reducer?: Reducer;
}

/**
 * NT-Xent, the normalised temperature-scaled cross-entropy: each positive pair (i, p) against the negatives of i.
 *
 *     L_ip = −log( e^{s_ip/τ} / (e^{s_ip/τ} + Σ_{n: yₙ ≠ yᵢ} e^{s_in/τ}) ) = log(1 + Σₙ e^{(s_in − s_ip)/τ})
 *
 * The items are the L_ip of every ordered pair of one class, in the order of i and then of p. With two rows a class,
 * two views of one sample, this is the paper's loss; its code sums the means over either view, which is twice the mean
 * here. With more rows a class the other positives are left out of the denominator, as pytorch-metric-learning has it.
 * A batch without positive pairs costs nothing, nor does one without negatives.
 * Kinks: a zero vector has no direction; its cosines and its gradient are zero, by convention. Nor is there a
 * gradient for the Euclidean distance of rows that coincide.
 *
 * @param x N rows of d finite numbers
 * @param labels N classes: whole numbers ≥ 0
 * @throws RangeError naming the argument, and what is allowed
 * @see Chen, Kornblith, Norouzi, Hinton (2020), eq. 1
 */
export function ntXent(
  x: Rows,
  labels: readonly number[],
  { temperature = 0.1, distance = 'cosine', reducer = 'mean' }: NtXentOptions = {},
): BatchLoss<{ x: number[][] }> {
  requirePositive('temperature', temperature);
  requireLabelled(x, labels);
  const { S, through } = amongRows({ cosine: cosines, euclidean: negativeDistances }[distance], x);
  const G = S.map((row) => row.map(() => 0));
  const items: number[] = [];
  S.forEach((s, i) => {
    const g = rowAt(G, i);
    const { positive, negative } = partnersOf(labels, i);
    for (const p of positive) {
      const { value, gradient } = softHinge(negative.map((n) => (rowAt(s, n) - rowAt(s, p)) / temperature));
      items.push(value);
      negative.forEach((n, k) => {
        g[n] = rowAt(g, n) + rowAt(gradient, k);
        g[p] = rowAt(g, p) - rowAt(gradient, k);
      });
    }
  });
  const { loss, factor } = reduce(items, reducer);
  return { loss, items, gradient: { x: through(scaled(G, factor / temperature)) } };
}

export const ntXentLoss = defineLoss({
  id: 'nt-xent',
  name: 'NT-Xent',
  unit: 'n-tuple',
  about: 'Each view finds the other view of its sample among all samples of the batch.',
  formula: String.raw`-\log\frac{e^{s_{ip}/\tau}}{e^{s_{ip}/\tau}+\sum_{n:\,y_n\ne y_i}e^{s_{in}/\tau}}`,
  references: ['chen2020', 'sohn2016'],
  inputs: LABELLED_INPUTS,
  parameters: {
    temperature: { ...TEMPERATURE, default: 0.1 },
    distance: {
      kind: 'option',
      default: 'cosine',
      options: ['cosine', 'euclidean'],
      about: 'the similarity s: the cosine, or minus the Euclidean distance',
    },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x, labels }, options) => ntXent(x, labels, options),
});
