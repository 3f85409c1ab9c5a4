import { contrastiveBatch } from '../../losses';
import { Trajectory } from '../../state/descent';
import { memoizeLast } from '../../state/memoize-last';
import type { Cloud } from '../../state/parameters';
import { scatter } from '../../state/scatter';
import { cloudLandscape, inside, type CloudLandscape } from './landscape';

/** The most points that a cloud holds. */
export const MOST = 2000;
/** The most steps of one run, and how many points may take as many. */
export const STEPS = 2000;
const FULL = 300;
/** Standard deviation of a coordinate of the seed's points. */
const SIGMA = 0.8;
/** A cloud in which no force moves a point by more than this at rate 1 is at rest, and stays. */
const REST = 1e-3;

export interface CloudValues {
  seed: number;
  n: number;
  classes: number;
  m: number;
  rate: number;
  pairs: 'both' | 'similar';
  start: Cloud | null;
  t: number;
  /** Whether the landscape is shown that the selected point lies in, and its way down. */
  land: 'none' | 'lines' | 'way';
  /** The selected point, from 1. */
  point: number;
}

/** The cloud at one step of the run. */
export interface CloudStep {
  /** Coordinates x₁, y₁, x₂, y₂, … */
  xy: Float64Array;
  labels: readonly number[];
  /** −(n / 2) ∂L/∂x: for each point, the mean of the forces of its n − 1 pairs. */
  forces: Float64Array;
  /** L, the mean loss over all n(n − 1)/2 pairs, and its two terms. */
  loss: number;
  similar: number;
  dissimilar: number;
  dissimilarPairs: number;
  activeDissimilar: number;
}

/** The two terms of the loss at one step. */
export type Sample = Pick<CloudStep, 'similar' | 'dissimilar'>;

/**
 * How many steps one run of `n` points may have: whoever opens its address computes them all before the first picture,
 * in a time that grows with n². A longer run goes on as a new one from where it is.
 */
export const longest = (n: number): number => Math.min(STEPS, Math.floor(STEPS * (FULL / n) ** 2));

export interface CloudModel extends CloudStep {
  /** The steps taken: those asked for, or as many as a run of so many points has. */
  t: number;
  /** Percent of the dissimilar pairs that are pushed: D < m. */
  active: number;
  /** Root of the mean squared distance from the centre of all points. */
  spread: number;
  /** Whether the cloud is at rest; further steps leave it as it is. */
  settled: boolean;
  /** The loss at the steps 0 to t. */
  history: readonly Sample[];
  landscape: CloudLandscape | undefined;
}

/** The points that the run starts from: those placed by hand, or else the seed's. */
function startOf({ seed, n, classes, start }: CloudValues): Cloud {
  if (start) return start;
  const { xy, labels } = scatter(seed, n, classes, SIGMA);
  return { xy: xy.map(inside), labels };
}

/** The contrastive loss of Hadsell, Chopra, LeCun (2006), eq. 4, over all pairs, and the force on each point. */
function evaluate({ xy, labels }: Cloud, { m, pairs }: CloudValues): CloudStep {
  const n = labels.length;
  const batch = contrastiveBatch(xy, 2, labels, { m, reducer: 'sum', dissimilar: pairs === 'both' });
  // Over all pairs, whichever of them count: so switching one kind off takes a term away and leaves the other as it is.
  const all = Math.max(1, batch.similarPairs + batch.dissimilarPairs);
  return {
    xy,
    labels,
    forces: batch.gradient.map((g) => -g / Math.max(1, n - 1)),
    loss: batch.loss / all,
    similar: batch.similar / all,
    dissimilar: batch.dissimilar / all,
    dissimilarPairs: batch.dissimilarPairs,
    activeDissimilar: batch.activeDissimilar,
  };
}

/** One step of descent, x ← x − rate · (n / 2) ∂L/∂x, kept in the plane. The step does not shrink with n. */
function descend({ xy, labels, forces }: CloudStep, values: CloudValues): CloudStep {
  const next = xy.map((v, i) => inside(v + values.rate * (forces[i] as number)));
  return evaluate({ xy: next, labels }, values);
}

/** Whether no force can still move its point by much: one against the edge of the plane cannot. */
function atRest({ xy, forces }: CloudStep): boolean {
  return xy.every((v, i) => Math.abs(inside(v + (forces[i] as number)) - v) < REST);
}

function spreadOf(xy: Float64Array): number {
  const n = xy.length / 2;
  let [x, y, squares] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    x += (xy[2 * i] as number) / n;
    y += (xy[2 * i + 1] as number) / n;
  }
  for (let i = 0; i < n; i++) {
    squares += ((xy[2 * i] as number) - x) ** 2 + ((xy[2 * i + 1] as number) - y) ** 2;
  }
  return Math.sqrt(squares / n);
}

/** The landscape of the selected point among the others, where they are now. */
function landscapeIn(
  { xy, labels }: Cloud,
  { land, point, m, pairs }: CloudValues,
): CloudLandscape | undefined {
  if (land === 'none') return undefined;
  return cloudLandscape({ xy, labels }, selectedOf(point, labels), { m, pairs });
}

/** The index of the selected point; the last one where fewer are left. */
export const selectedOf = (point: number, labels: readonly number[]): number =>
  Math.min(point, labels.length) - 1;

/** What a session keeps, to save work that it has done. */
export interface CloudMemory {
  /** The last run. */
  run: Trajectory<CloudStep, Sample>;
  landscape: typeof landscapeIn;
}

export const newMemory = (): CloudMemory => ({
  run: new Trajectory(),
  // The place of the point itself is nothing that its landscape depends on.
  landscape: memoizeLast(landscapeIn, ({ xy, labels }, { land, point, m, pairs }) => {
    const i = selectedOf(point, labels);
    return [
      land === 'none',
      i,
      labels,
      m,
      pairs,
      ...(land === 'none' ? [] : xy.filter((_, k) => k >> 1 !== i)),
    ];
  }),
});

/**
 * A labelled cloud after `t` steps of gradient descent on the contrastive loss over all its pairs.
 * @param memory what the caller keeps from one call to the next, to save steps already taken
 */
export function cloudModel(values: CloudValues, memory = newMemory()): CloudModel {
  const { seed, n, classes, m, rate, pairs, start } = values;
  const t = Math.min(values.t, longest(start ? start.labels.length : n));
  const { now, notes } = memory.run.run(
    [seed, n, classes, m, rate, pairs, start],
    t,
    () => evaluate(startOf(values), values),
    (step) => (atRest(step) ? step : descend(step, values)),
    ({ similar, dissimilar }) => ({ similar, dissimilar }),
  );
  return {
    ...now,
    t,
    active: now.dissimilarPairs > 0 ? (100 * now.activeDissimilar) / now.dissimilarPairs : 0,
    spread: spreadOf(now.xy),
    settled: atRest(now),
    history: notes,
    landscape: memory.landscape(now, values),
  };
}
