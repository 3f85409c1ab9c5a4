import { DEFAULTS, type Settings } from '../../learning/settings';

/** Means over the last 50 steps of a run. */
export interface Last {
  loss: number;
  similar: number;
  dissimilar: number;
  /** From 0 to 1, like accuracy and recall. */
  active: number;
}

/** What a run came to. A network that was brought back has no losses before its next step. */
export interface Result extends Partial<Last> {
  steps: number;
  knn: number;
  recall: number;
}

/** A recorded run: its result, and its accuracy from each of five seeds, the first being its own. */
export type Recorded = Required<Result> & { knnOfSeeds: number[] };

/** What a run looked like at its end. */
export interface RunPicture {
  /** The place of the class of each point, and the points x₁, y₁, x₂, y₂, …; some of the held-out pictures. */
  labels: number[];
  points: number[];
  /** The class weights, or none. */
  rows: number[];
  curve: LossPoint[];
}

/** Means over a stretch of steps that ends at `t`: t, similar, dissimilar, loss. */
export type LossPoint = [t: number, similar: number, dissimilar: number, loss: number];

/** A run's name in the records: what of its settings is not at its default. */
export function keyOf(settings: Settings): string {
  const differing = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULTS[name as keyof Settings]),
  );
  return differing.map(([name, value]) => `${name}=${String(value)}`).join('&');
}

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

/** The loss over the steps as a line, and its two terms where it is a sum of them. */
export function linesOf(curve: readonly LossPoint[], inTerms: boolean) {
  const over = (k: 1 | 2 | 3) => curve.map((point): [number, number] => [point[0], point[k]]);
  const loss = { text: 'loss', role: 'ink', points: over(3) };
  const similar = { text: 'similar pairs', role: 'pull', points: over(1) };
  const dissimilar = { text: 'dissimilar pairs', role: 'push', dashed: true, points: over(2) };
  return inTerms ? [loss, similar, dissimilar] : [loss];
}
