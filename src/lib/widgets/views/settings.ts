import type { Augmentation } from '../../learning/augment';
import { DEFAULTS, type Settings } from '../../learning/settings';

/** What a network learns from: views that differ in something, or the labels. */
export type Teacher = 'views' | 'labels';

/** Steps of every run. */
export const STEPS = 400;
/** Steps that a point of a loss curve is the mean of. */
export const EACH = 20;

/** A run of the figure, by InfoNCE on views or by SupCon with labels: all else is the same. */
export const settingsOf = (augment: Augmentation, teacher: Teacher, seed: number): Settings => ({
  ...DEFAULTS,
  classes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  dim: 16,
  loss: teacher === 'labels' ? 'supcon' : 'views',
  // With labels no view is made, so that it is the same run whatever views may differ in.
  augment: teacher === 'labels' ? DEFAULTS.augment : augment,
  temperature: 0.2,
  batch: 64,
  measured: 'some',
  seed,
});
