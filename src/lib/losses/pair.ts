import { requireFunction } from './require';
import type { Distance } from './distances';

/** The loss at a distance: its two terms, their sum and the slope ∂L/∂D. */
export interface RadialTerms {
  similar: number;
  dissimilar: number;
  loss: number;
  slope: number;
}

/** The loss of a pair, unreduced, with the gradient for each embedding. */
export interface PairTerms extends RadialTerms {
  D: number;
  gradient: { x1: number[]; x2: number[] };
}

/** A loss that sees a pair only through its distance. */
export type Radial = (D: number) => RadialTerms;

/** The two terms of a similar (y = 0) or dissimilar pair (y = 1), of which the label leaves one. */
export function switched(
  y: 0 | 1,
  similar: { loss: number; slope: number },
  dissimilar: { loss: number; slope: number },
): RadialTerms {
  const terms = { similar: y === 0 ? similar.loss : 0, dissimilar: y === 1 ? dissimilar.loss : 0 };
  return {
    ...terms,
    loss: terms.similar + terms.dissimilar,
    slope: y === 0 ? similar.slope : dissimilar.slope,
  };
}

/** The loss of two embeddings by the chain rule: ∂L/∂x = ∂L/∂D · ∂D/∂x. */
export function ofPair(
  radial: Radial,
  distance: Distance,
  x1: ArrayLike<number>,
  x2: ArrayLike<number>,
): PairTerms {
  requireFunction('distance', distance, 'euclidean');
  const { D, gradient } = distance(x1, x2);
  const terms = radial(D);
  const chained = (g: readonly number[]) => g.map((component) => 0 + terms.slope * component);
  return { D, ...terms, gradient: { x1: chained(gradient.x1), x2: chained(gradient.x2) } };
}
