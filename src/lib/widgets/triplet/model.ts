import { throughNormalisation, triplet } from '../../losses';
import { degreesOf, onCircle } from '../../geometry/circle';
import { memoizeLast } from '../../state/memoize-last';
import type { Vec2 } from '../../state/parameters';
import { tripletLandscape } from './landscape';
import type { TripletValues } from './values';

/** The length of an arrow as a share of the gradient that it shows, the same in every state. */
export const ARROW = 1 / 3;

/** Where the negative lies, by the distances that the loss compares. */
type Kind = 'hard' | 'semi-hard' | 'easy' | 'in order';

/** The point itself, or the point of the circle of radius 1 in its direction; (1, 0) for the origin. */
const placed = (z: Vec2, unit: boolean): Vec2 => (unit ? onCircle(degreesOf(z)) : z);

/**
 * `soft` has no margin, so that a negative in order is never done with. The hinge is shut from the gap m on: a triplet
 * that keeps just the margin is easy.
 */
function kindOf(ap: number, an: number, m: number, charge: TripletValues['charge']): Kind {
  if (an <= ap) return 'hard';
  if (charge === 'soft') return 'in order';
  return an - ap < m ? 'semi-hard' : 'easy';
}

/**
 * Three embeddings under the triplet loss and its gradient: squared, Schroff, Kalenichenko, Philbin (2015), eq. 3; soft,
 * Hermans, Beyer, Leibe (2017), section 2; with swap, Balntas et al. (2016). On the circle the gradient is that along
 * it.
 */
export function tripletModel(values: TripletValues, landscape: typeof tripletLandscape = tripletLandscape) {
  const { a, p, n, m, distances, charge, unit, swap } = values;
  const x = { a: placed(a, unit), p: placed(p, unit), n: placed(n, unit) };
  const squared = distances === 'squared';
  const { loss, ap, an, swapped, gradient } = triplet(x.a, x.p, x.n, { m, form: charge, squared, swap });
  const along = (at: Vec2, g: number[]): Vec2 => {
    const [u = 0, v = 0] = unit ? throughNormalisation({ unit: [...at], length: 1 }, g) : g;
    return [u, v];
  };
  const g = { a: along(x.a, gradient.a), p: along(x.p, gradient.p), n: along(x.n, gradient.n) };
  const force = { a: Math.hypot(...g.a), p: Math.hypot(...g.p), n: Math.hypot(...g.n) };
  const length = (d: number) => (squared ? Math.sqrt(d) : d);
  return {
    ...x,
    m,
    squared,
    charge,
    unit,
    swap,
    swapped,
    loss,
    /** What the loss compares: the distances, or their squares. */
    compared: { ap, an },
    D: { ap: length(ap), an: length(an) },
    g,
    force,
    kind: kindOf(ap, an, m, charge),
    /** The distance of the negative from which on the hinge is shut; none for the soft form. */
    border: charge === 'hinge' ? length(ap + m) : undefined,
    landscape: landscape(values),
  };
}

/** A model for one session: the landscape stays as it is while the point that it is about moves. */
export function rememberTriplet(): (values: TripletValues) => TripletModel {
  const landscape = memoizeLast(tripletLandscape, ({ a, p, n, m, distances, charge, unit, swap, land }) => [
    land,
    ...Object.entries({ a, p, n }).flatMap(([key, at]) => (key === land ? [] : [at])),
    m,
    distances,
    charge,
    unit,
    swap,
  ]);
  return (values) => tripletModel(values, landscape);
}

export type TripletModel = ReturnType<typeof tripletModel>;
