import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { LABELLED_INPUTS, requireLabelled } from './labelled';
import { partnersOf } from './partners';
import { reduce, REDUCER, type Reducer } from './reducers';
import { requirePositive, requireOption } from './require';
import { rowAt, scaled } from './rows';
import { amongRows, cosines, negativeDistances } from './similarities';
import { TEMPERATURE } from './similarity-parameters';
import { softHinge } from './soft-hinge';

const SIMILARITIES = { cosine: cosines, euclidean: negativeDistances };
const DENOMINATORS = ['other-classes', 'all-others'] as const;

export interface NtXentOptions {
  /** The temperature τ > 0; default 0.1. */
  temperature?: number;
  /** The similarity: the cosine (the default), or minus the Euclidean distance. */
  distance?: 'cosine' | 'euclidean';
  /** What stands in the denominator beside e^{s_ip/τ}: the rows of other classes (the default), or all rows but i, as in eq. 1. */
  denominator?: (typeof DENOMINATORS)[number];
  /** Default the mean over the positive pairs. */
  reducer?: Reducer;
}

/**
 * NT-Xent, the normalised temperature-scaled cross-entropy: each positive pair (i, p) against the rivals n of p.
 *
 *     L_ip = −log( e^{s_ip/τ} / (e^{s_ip/τ} + Σₙ e^{s_in/τ}) ) = log(1 + Σₙ e^{(s_in − s_ip)/τ})
 *
 * The items are the L_ip of every ordered pair of one class, in the order of i and then of p. With two rows a class,
 * two views of one sample, the rivals are all other rows, and this is the paper's loss; its code sums the means over
 * either view, which is twice the mean here. With more rows a class there are two readings. By 'all-others' the rivals
 * are all rows but i and p, as in eq. 1: in classes of one size the mean is then that of SupCon. By 'other-classes' they
 * are the rows with yₙ ≠ yᵢ, and the other positives are left out, as pytorch-metric-learning has it.
 * A batch without positive pairs costs nothing, nor does one without rivals.
 * Kinks: a zero vector has no direction; its cosines and its gradient are zero, by convention. Nor is there a
 * gradient for the Euclidean distance of rows that coincide.
 *
 * @param x N rows of d finite numbers
 * @param labels N classes: whole numbers ≥ 0
 * @throws RangeError naming the argument, and what is allowed
 * @see Chen, Kornblith, Norouzi, Hinton (2020), eq. 1
 */
export function ntXent(
  x: RowsLike,
  labels: Numbers,
  options: NtXentOptions = {},
): BatchLoss<{ x: number[][] }> {
  const { temperature = 0.1, distance = 'cosine', denominator = 'other-classes', reducer = 'mean' } = options;
  requirePositive('temperature', temperature);
  requireOption('distance', distance, Object.keys(SIMILARITIES));
  requireOption('denominator', denominator, DENOMINATORS);
  const y = requireLabelled(x, labels);
  const { S, through } = amongRows(SIMILARITIES[distance], x);
  const G = S.map((row) => row.map(() => 0));
  const items: number[] = [];
  S.forEach((s, i) => {
    const g = rowAt(G, i);
    const { positive, negative } = partnersOf(y, i);
    for (const p of positive) {
      const rivals =
        denominator === 'other-classes' ? negative : [...s.keys()].filter((n) => n !== i && n !== p);
      const { value, gradient } = softHinge(rivals.map((n) => (rowAt(s, n) - rowAt(s, p)) / temperature));
      items.push(value);
      rivals.forEach((n, k) => {
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
  formula: String.raw`-\log\frac{e^{s_{ip}/\tau}}{e^{s_{ip}/\tau}+\sum_{n}e^{s_{in}/\tau}}`,
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
    denominator: {
      kind: 'option',
      default: 'other-classes',
      options: DENOMINATORS,
      about:
        'the rivals n of a positive: the rows of other classes, or all rows but the anchor and the positive',
    },
    reducer: REDUCER,
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x, labels }, options) => ntXent(x, labels, options),
});
