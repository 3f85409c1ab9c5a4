import type { Measured } from '../learning/measure';

/** Means over the last 50 steps of a run. */
export interface Last {
  loss: number;
  similar: number;
  dissimilar: number;
  /** From 0 to 1, like accuracy and recall. */
  active: number;
}

/** What a run has come to. A network that was attached back has no losses before its next step. */
export interface Result extends Partial<Last>, Measured {
  steps: number;
  /** The step after which accuracy and recall were measured, where it is not the last. */
  measured?: number;
}

/** Means over a stretch of steps that ends at `t`: t, similar, dissimilar, loss. */
export type LossPoint = [t: number, similar: number, dissimilar: number, loss: number];

/** Steps that results are means of. */
const LAST = 50;

/** The mean over the steps from one to before another. */
function mean(steps: readonly Last[], of: keyof Last, from = 0, to = steps.length): number {
  let sum = 0;
  for (let k = from; k < to; k++) sum += (steps[k] as Last)[of];
  return sum / Math.max(1, to - from);
}

/** The means over the last steps of a run. */
export function lastOf(steps: readonly Last[]): Last {
  const last = steps.slice(-LAST);
  return {
    loss: mean(last, 'loss'),
    similar: mean(last, 'similar'),
    dissimilar: mean(last, 'dissimilar'),
    active: mean(last, 'active'),
  };
}

/** A run's losses as at most `most` means of equally many steps each: one batch alone says little. */
export function curveOf(steps: readonly Last[], most: number): LossPoint[] {
  const each = Math.max(1, Math.ceil(steps.length / most));
  const points: LossPoint[] = [];
  for (let from = 0; from < steps.length; from += each) {
    const to = Math.min(steps.length, from + each);
    const over = (of: keyof Last) => mean(steps, of, from, to);
    points.push([to, over('similar'), over('dissimilar'), over('loss')]);
  }
  return points;
}
