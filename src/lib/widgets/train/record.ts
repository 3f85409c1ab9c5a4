import type { LossPoint, Result } from '../../live/result';
import { DEFAULTS, type Settings } from '../../learning/settings';

/** A recorded run: its result, measured at its end, and its accuracy from each of five seeds, the first being its own. */
export type Recorded = Required<Omit<Result, 'measured' | 'before' | 'sixNine'>> & { knnOfSeeds: number[] };

/** What a run looked like at its end. */
export interface RunPicture {
  /** The place of the class of each point, and the points x₁, y₁, x₂, y₂, …; some of the held-out pictures. */
  labels: number[];
  points: number[];
  /** The class weights, or none. */
  rows: number[];
  curve: LossPoint[];
}

/** The most points of a recorded picture. */
const MOST_POINTS = 150;

/** Which of `count` held-out pictures a recorded picture shows, as their places: every so many of them. */
export function chosenOf(count: number): number[] {
  const each = Math.ceil(count / MOST_POINTS);
  return Array.from({ length: Math.ceil(count / each) }, (_, k) => k * each);
}

/** A run's name in the records: what of its settings is not at its default. */
export function keyOf(settings: Settings): string {
  const differing = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULTS[name as keyof Settings]),
  );
  return differing.map(([name, value]) => `${name}=${String(value)}`).join('&');
}

/** The loss over the steps as a line, and its two terms where it is a sum of them. */
export function linesOf(curve: readonly LossPoint[], inTerms: boolean) {
  const over = (k: 1 | 2 | 3) => curve.map((point): [number, number] => [point[0], point[k]]);
  const loss = { text: 'loss', role: 'ink', points: over(3) };
  const similar = { text: 'similar pairs', role: 'pull', points: over(1) };
  const dissimilar = { text: 'dissimilar pairs', role: 'push', dashed: true, points: over(2) };
  return inTerms ? [loss, similar, dissimilar] : [loss];
}
