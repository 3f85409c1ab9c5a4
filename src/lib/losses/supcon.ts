import { crossEntropy } from './cross-entropy';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { LABELLED_INPUTS, requireLabelled } from './labelled';
import { partnersOf } from './partners';
import { reduce, REDUCER, type Reducer } from './reducers';
import { requirePositive, requireWhole, requireOption, requireFlag } from './require';
import { rowAt, scaled } from './rows';
import { amongRows, cosines, dotProducts } from './similarities';
import { NORMALISE, TEMPERATURE } from './similarity-parameters';
import { logSoftmax } from './softmax';

const CONTRAST_MODES = ['all', 'one'] as const;

export interface SupConOptions {
  /** The temperature τ > 0; default 0.07. */
  temperature?: number;
  /** The base temperature τ₀ > 0 of the factor τ/τ₀; default 0.07. With τ₀ = τ the loss is the paper's. */
  baseTemperature?: number;
  /** Whether the similarity is the cosine (the default) or the bare scalar product. */
  normalise?: boolean;
  /** Which rows are anchors: all (the default), or the first view of each sample alone. */
  contrastMode?: (typeof CONTRAST_MODES)[number];
  /** The views V ≥ 1 of each sample: the rows are view after view, so that the first N/V are first views; default 2. */
  views?: number;
  /** Whether a batch of one class costs nothing, as in pytorch-metric-learning; default false. */
  needsNegatives?: boolean;
  /** Default the mean over the anchors; pytorch-metric-learning has the mean of those above zero. */
  reducer?: Reducer;
}

/** How many of n rows are first views. */
function firstViews(n: number, views: number): number {
  if (n % views !== 0)
    throw new RangeError(`views is ${views}; a divisor of the number of rows, ${n}, is allowed`);
  return n / views;
}

/** The loss of an anchor with logits z over the other rows, and its gradient for them; none without positives. */
function ofAnchor(
  z: readonly number[],
  isPositive: readonly boolean[],
): { loss: number; gradient: number[] } {
  const positives = isPositive.filter(Boolean).length;
  if (positives === 0) return { loss: 0, gradient: z.map(() => 0) };
  // In terms of the gap, which keeps the digits of a loss near zero, as only that of one positive can be.
  if (positives === 1) return crossEntropy(z, isPositive.indexOf(true));
  const logq = logSoftmax(z);
  const share = isPositive.map((positive) => (positive ? 1 / positives : 0));
  return {
    loss: logq.reduce((sum, value, k) => sum - rowAt(share, k) * value, 0),
    gradient: logq.map((value, k) => Math.exp(value) - rowAt(share, k)),
  };
}

/**
 * The supervised contrastive loss L_out: each anchor finds all rows of its class among all other rows.
 *
 *     Lᵢ = −(τ/τ₀) 1/|P(i)| Σ_{p∈P(i)} log( e^{zᵢ·z_p/τ} / Σ_{a≠i} e^{zᵢ·z_a/τ} )
 *     ∂Lᵢ/∂s_ia = (q_ia − [a ∈ P(i)]/|P(i)|) / τ₀,    q the softmax over a ≠ i
 *
 * The items are the Lᵢ of the anchors; an anchor without positives costs nothing, and counts in the mean.
 * Without labels of its own, a sample is a class: its views share one label.
 * Kink: a zero vector has no direction; its cosines and its gradient are zero, by convention.
 *
 * @param x N rows of d finite numbers
 * @param labels N classes: whole numbers ≥ 0
 * @throws RangeError naming the argument, and what is allowed
 * @see Khosla et al. (2020), eq. 2
 */
export function supCon(
  x: RowsLike,
  labels: Numbers,
  options: SupConOptions = {},
): BatchLoss<{ x: number[][] }> {
  const { temperature = 0.07, baseTemperature = 0.07, normalise = true, contrastMode = 'all' } = options;
  const { views = 2, needsNegatives = false, reducer = 'mean' } = options;
  requirePositive('temperature', temperature);
  requirePositive('baseTemperature', baseTemperature);
  requireWhole('views', views);
  requireOption('contrastMode', contrastMode, CONTRAST_MODES);
  requireFlag('normalise', normalise);
  requireFlag('needsNegatives', needsNegatives);
  const y = requireLabelled(x, labels);
  const anchors = contrastMode === 'one' ? firstViews(x.length, views) : x.length;
  const { S, through } = amongRows(normalise ? cosines : dotProducts, x);
  const G = S.map((row) => row.map(() => 0));
  const free = needsNegatives && new Set(y).size === 1;
  const items = S.slice(0, anchors).map((s, i) => {
    const others = [...s.keys()].filter((a) => a !== i);
    const positive = new Set(free ? [] : partnersOf(y, i).positive);
    const { loss, gradient } = ofAnchor(
      others.map((a) => rowAt(s, a) / temperature),
      others.map((a) => positive.has(a)),
    );
    others.forEach((a, k) => (rowAt(G, i)[a] = rowAt(gradient, k) / baseTemperature));
    return (temperature / baseTemperature) * loss;
  });
  const { loss, factor } = reduce(items, reducer);
  return { loss, items, gradient: { x: through(scaled(G, factor)) } };
}

export const supConLoss = defineLoss({
  id: 'supcon',
  name: 'Supervised contrastive loss',
  unit: 'n-tuple',
  about: 'Each anchor finds all of its class among all of the batch.',
  formula: String.raw`-\frac{\tau}{\tau_0}\,\frac1{|P(i)|}\sum_{p\in P(i)}\log\frac{e^{z_i\cdot z_p/\tau}}{\sum_{a\ne i}e^{z_i\cdot z_a/\tau}}`,
  references: ['khosla2020'],
  inputs: LABELLED_INPUTS,
  parameters: {
    temperature: { ...TEMPERATURE, default: 0.07 },
    baseTemperature: {
      kind: 'number',
      symbol: 'τ₀',
      default: 0.07,
      min: 0.001,
      max: 100,
      about: 'base temperature: the loss is multiplied by τ/τ₀',
    },
    normalise: NORMALISE,
    contrastMode: {
      kind: 'option',
      default: 'all',
      options: CONTRAST_MODES,
      about: 'which rows are anchors: all, or the first view of each sample',
    },
    views: {
      kind: 'whole',
      symbol: 'V',
      default: 2,
      min: 1,
      max: 16,
      about: 'views of a sample, one block of rows each',
    },
    needsNegatives: { kind: 'flag', default: false, about: 'whether a batch of one class costs nothing' },
    reducer: REDUCER,
  },
  invariances: ['rotation'],
  evaluate: ({ x, labels }, options) => supCon(x, labels, options),
});
