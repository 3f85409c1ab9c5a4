import type { Drawing } from '../../state/drawings';
import type { Progress } from './plan';

/** What is asked of the worker, and what it tells. */
export interface Request {
  own: readonly Drawing[];
  seed: number;
}
export type Told =
  { type: 'ready' } | ({ type: 'progress' } & Progress) | { type: 'learned'; weights: Float32Array };
