import { defineLoss, type LossParameter, type Numbers } from './declare';
import { DISTANCE, DISTANCES } from './distance-parameter';
import { euclidean, squared as squareOf, type Distance } from './distances';
import { REDUCER } from './reducers';
import {
  requireFiniteNumber,
  requireNonNegative,
  requireSameLength,
  requireOption,
  requireFunction,
  requireFlag,
} from './require';
import { sigmoid, softplus } from './softmax';
import { overTriplets, TRIPLET_INPUTS, type TripletTerms } from './triplet-batch';

/**
 * How a triplet is charged for v = d(a,p) − d(a,n):
 * `hinge` is max(0, v + m), `soft` is log(1 + eᵛ) without a margin, `soft-margin` is log(1 + e^{v + m}).
 */
export type TripletForm = (typeof FORMS)[number];

const FORMS = ['hinge', 'soft', 'soft-margin'] as const;

export interface TripletOptions {
  /** The margin m ≥ 0, in the unit of the distance; default 1. */
  m?: number;
  /** Default `hinge`. */
  form?: TripletForm;
}

export interface TripletMeasure {
  /** Default Euclidean. */
  distance?: Distance;
  /** Whether the distance is squared, as in FaceNet; default false. */
  squared?: boolean;
  /** Whether the negative is measured from whichever of a and p is nearer to it; default false. */
  swap?: boolean;
}

/** The loss of a triplet with what it was computed from. */
export interface MeasuredTriplet extends TripletTerms {
  ap: number;
  /** d(a,n), or d(p,n) where that was the smaller and swapped in. */
  an: number;
  swapped: boolean;
}

/**
 * The triplet loss as a function of its two distances, with the slope ∂L/∂d(a,p) = −∂L/∂d(a,n).
 *
 *     L = max(0, d(a,p) − d(a,n) + m),   ∂L/∂d(a,p) = [L > 0]
 *
 * The soft forms have the slope σ(d(a,p) − d(a,n) [+ m]). Kink: the hinge where d(a,n) = d(a,p) + m; 0 there, a
 * subgradient.
 *
 * @param ap d(a,p), a finite number
 * @param an d(a,n), a finite number
 * @throws RangeError naming the argument
 * @see Schroff, Kalenichenko, Philbin (2015), eq. 3; Hermans, Beyer, Leibe (2017), section 2, for the soft form
 */
export function tripletOfDistances(
  ap: number,
  an: number,
  { m = 1, form = 'hinge' }: TripletOptions = {},
): { loss: number; slope: number } {
  requireFiniteNumber('ap', ap);
  requireFiniteNumber('an', an);
  requireNonNegative('m', m);
  requireOption('form', form, FORMS);
  const v = ap - an + (form === 'soft' ? 0 : m);
  if (form === 'hinge') return { loss: Math.max(0, v), slope: v > 0 ? 1 : 0 };
  return { loss: softplus(v), slope: sigmoid(v) };
}

/**
 * The triplet loss of an anchor a, a positive p and a negative n of any dimension. For an open hinge
 *
 *     ∂L/∂a = ∂d(a,p)/∂a − ∂d(a,n)/∂a,   ∂L/∂p = ∂d(a,p)/∂p,   ∂L/∂n = −∂d(a,n)/∂n;
 *
 * squared and Euclidean these are 2(n − p), 2(p − a) and 2(a − n). Kinks: those of {@link tripletOfDistances}, those of
 * the distance, and with swap where d(a,n) = d(p,n), the anchor's distance being taken.
 *
 * @param a anchor, d finite numbers
 * @param p positive, d finite numbers
 * @param n negative, d finite numbers
 * @throws RangeError naming the argument, for different lengths, numbers that are not finite, or bad options
 * @example triplet([0, 0], [3, 0], [0, 1]).loss // 3
 * @see Weinberger, Saul (2009); Schroff, Kalenichenko, Philbin (2015), eq. 3; Balntas et al. (2016) for the swap
 */
export function triplet(
  a: Numbers,
  p: Numbers,
  n: Numbers,
  { distance = euclidean, squared = false, swap = false, ...options }: TripletOptions & TripletMeasure = {},
): MeasuredTriplet {
  requireSameLength('a', a, 'p', p);
  requireSameLength('a', a, 'n', n);
  requireFunction('distance', distance, 'euclidean');
  requireFlag('squared', squared);
  requireFlag('swap', swap);
  const measure = squared ? squareOf(distance) : distance;
  const [ap, an] = [measure(a, p), measure(a, n)];
  const pn = swap ? measure(p, n) : an;
  const swapped = pn.D < an.D;
  const { loss, slope } = tripletOfDistances(ap.D, swapped ? pn.D : an.D, options);
  const gradient = (pull: readonly number[], push?: readonly number[]) =>
    pull.map((component, k) => 0 + slope * (component - (push?.[k] ?? 0)));
  const zero = new Array<number>(a.length).fill(0);
  return {
    ap: ap.D,
    an: swapped ? pn.D : an.D,
    swapped,
    loss,
    gradient: {
      a: gradient(ap.gradient.x1, swapped ? zero : an.gradient.x1),
      p: gradient(ap.gradient.x2, swapped ? pn.gradient.x1 : zero),
      n: gradient(zero, swapped ? pn.gradient.x2 : an.gradient.x2),
    },
  };
}

/** What can be chosen about the loss of one triplet. */
export const TRIPLET_PARAMETERS = {
  m: {
    kind: 'number',
    symbol: 'm',
    default: 1,
    min: 0,
    max: 100,
    about: 'margin, in the unit of the distance',
  },
  form: {
    kind: 'option',
    default: 'hinge',
    options: FORMS,
    about: 'a hinge, the softplus of the difference of the distances, or the softplus with the margin inside',
  },
  squared: { kind: 'flag', default: false, about: 'whether the distances are squared' },
  swap: {
    kind: 'flag',
    default: false,
    about: 'whether the negative is measured from the nearer of anchor and positive',
  },
  distance: DISTANCE,
} as const satisfies Record<string, LossParameter>;

export const tripletLoss = defineLoss({
  id: 'triplet',
  name: 'Triplet loss',
  unit: 'triplet',
  about: 'Every negative farther from the anchor than the positive is, by the margin at least.',
  formula: String.raw`\max(0,\, d(a,p) - d(a,n) + m)`,
  references: ['weinberger2009', 'schroff2015', 'hermans2017', 'balntas2016'],
  inputs: TRIPLET_INPUTS,
  parameters: { ...TRIPLET_PARAMETERS, reducer: REDUCER },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ a, p, n }, { reducer, distance: named, ...options }) => {
    const distance = DISTANCES[named];
    return overTriplets((...rows) => triplet(...rows, { ...options, distance }), a, p, n, reducer);
  },
});
