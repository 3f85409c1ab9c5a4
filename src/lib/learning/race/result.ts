import type { LabelledPictures } from '../pictures';
import { measure, type Measures } from './measure';
import { NETWORK } from './protocol';
import { embed, type Trained } from './run';

/** What a run comes to: on digits that it never learned from, and on new pictures of digits that it did. */
export interface RaceResult {
  unseen: Measures;
  familiar: Measures;
  /** The mean loss of its last steps. */
  loss: number;
}

/** Measures a trained network on held-out pictures of both kinds. */
export function resultOf(trained: Trained, unseen: LabelledPictures, familiar: LabelledPictures): RaceResult {
  const measured = ({ pictures, labels }: LabelledPictures) =>
    measure({ points: embed(trained.weights, pictures), labels, dim: NETWORK.dim });
  return { unseen: measured(unseen), familiar: measured(familiar), loss: trained.loss };
}
