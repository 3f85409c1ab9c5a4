import { tripletLoss } from '../../losses';
import type { TripletModel } from './model';

/** The loss in the form that is chosen, for the three points. */
export function codeOf({ a, p, n, m, squared, charge, swap, unit }: TripletModel) {
  return {
    loss: tripletLoss,
    parameters: { m, form: charge, squared, swap, distance: unit ? 'normalised' : 'euclidean' },
    inputs: { a: [[...a]], p: [[...p]], n: [[...n]] },
  };
}
