import type { Shape } from '../../learning/shape';
import { FEATURES } from './features';

/** The network: a signature's features, 32 hidden units, 8 numbers. */
export const SHAPE: Shape = { inputs: FEATURES, hidden: 32, dim: 8, classes: 0 };

/** Steps of a training. */
export const STEPS = 1200;
/** Steps between two reports. */
export const REPORT = 20;
/** Numbers of writers from here on are in no training: they are for samples. */
export const FIRST_SAMPLE = 1000;

/** How far a training is: the mean loss of its last steps. */
export interface Progress {
  step: number;
  loss: number;
}
