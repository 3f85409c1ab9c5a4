import {
  chopra2005Loss,
  contrastiveLoss,
  cosineEmbeddingLoss,
  doubleMarginLoss,
  linearContrastiveLoss,
  squaredDistanceContrastiveLoss,
  type LossDeclaration,
} from '../../losses';
import type { VariantsModel } from './model';
import { relative, type RelativeName } from './relatives';

type Values = Record<string, number | string | boolean>;

/** What each relative is called with. */
const CALLS: Record<
  RelativeName,
  (m: number, mPositive: number) => { loss: LossDeclaration; parameters: Values }
> = {
  linear: (m) => ({ loss: linearContrastiveLoss, parameters: { m } }),
  'without-half': (m) => ({ loss: contrastiveLoss, parameters: { m, half: false } }),
  'squared-distance': (m) => ({ loss: squaredDistanceContrastiveLoss, parameters: { m } }),
  chopra2005: (m) => ({ loss: chopra2005Loss, parameters: { Q: m } }),
  'double-margin': (m, mPositive) => ({ loss: doubleMarginLoss, parameters: { m, mPositive } }),
  cosine: (m) => ({ loss: cosineEmbeddingLoss, parameters: { m } }),
  normalised: (m) => ({ loss: contrastiveLoss, parameters: { m, distance: 'normalised' } }),
};

/** The relative with the present label and margin, for two embeddings at the present distance. */
export function codeOf({ compare, y, m, mPositive, D }: VariantsModel) {
  // Two vectors of length 1 are as far apart as the angle between them says.
  const half = Math.asin(Math.min(2, D) / 2);
  const [x1, x2] = relative(compare).unitLength
    ? [
        [Math.cos(half), -Math.sin(half)],
        [Math.cos(half), Math.sin(half)],
      ]
    : [
        [0, 0],
        [D, 0],
      ];
  return { ...CALLS[compare](m, mPositive), inputs: { x1: [x1], x2: [x2], y: [y] } };
}
