import type { LabelledPictures } from './pictures';
import { hasTwoTowers, type Settings } from './settings';
import { Towers } from './towers';
import { Trainer } from './trainer';

/** What learns in a run: one network, or the two towers of pictures and their names. */
export type Learner = Trainer | Towers;

/** A learner at its first step, as the settings ask for one. */
export const learnerOf = (
  settings: Settings,
  train: LabelledPictures,
  neighbours: Uint32Array | undefined,
): Learner =>
  hasTwoTowers(settings.loss) ? new Towers(settings, train) : new Trainer(settings, train, neighbours);
