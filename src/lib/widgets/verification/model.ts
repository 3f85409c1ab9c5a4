import { bin, range } from 'd3-array';
import { ratesAt, type Measured, type OperatingPoint } from './rates';
import type { PairSource } from './source';
import { SOURCES } from './sources';
import { trials, type Pair, type TrialValues } from './trial';

export interface VerificationValues extends TrialValues {
  t: number;
  /** A pair by its place in the order of distance, from 1. */
  pair: number;
}

export const BIN = 0.1;

/** The pairs of one kind with distances from D to D + BIN, in percent of their kind. */
export interface Bin {
  D: number;
  share: number;
  /** The part of the share that the threshold judges wrongly. */
  wrong: number;
}

/** The pairs of one kind over the axis, and how many of them, in percent, are farther apart than it reaches. */
interface Histogram {
  bins: readonly Bin[];
  beyond: number;
}

function histogram(
  pairs: readonly Pair[],
  same: boolean,
  count: number,
  t: number,
  reach: number,
): Histogram {
  const percent = (some: readonly Pair[]) => (100 * some.length) / count;
  const ofKind = pairs.filter((pair) => pair.same === same);
  const intoBins = bin<Pair, number>()
    .value(({ D }) => D)
    .domain([0, reach])
    .thresholds(range(0, reach, BIN));
  return {
    bins: intoBins(ofKind).map((held) => ({
      D: held.x0 ?? 0,
      share: percent(held),
      wrong: percent(held.filter((pair) => isWrong(pair, t))),
    })),
    beyond: percent(ofKind.filter(({ D }) => D > reach)),
  };
}

const isWrong = ({ D, same }: Measured, t: number) => D < t !== same;

/**
 * Distances of held-out pairs, and what a threshold makes of them.
 * @param trialFor what the caller keeps from one call to the next, to save measuring the pairs again
 */
export function verificationModel(values: VerificationValues, trialFor = trials()) {
  const trial = trialFor(values);
  const { pairs } = trial;
  const { margin, reach } = SOURCES[values.source] as PairSource;
  // A threshold beyond the axis accepts what one at its end does.
  const t = Math.min(values.t, reach);
  const number = Math.min(pairs.length, Math.max(1, values.pair));
  const chosen = pairs[number - 1] as Pair;
  const rates = ratesAt(pairs, t);
  return {
    ...trial,
    t,
    m: margin ?? values.m,
    /** Whether the training is over, so that margin, noise and seed change nothing. */
    trained: margin !== undefined,
    reach,
    rates,
    histograms: {
      same: histogram(pairs, true, rates.same, t, reach),
      different: histogram(pairs, false, rates.different, t, reach),
    },
    chosen,
    /** The chosen pair's place in the order of distance. */
    number,
    wrong: isWrong(chosen, t),
  };
}

export type VerificationModel = ReturnType<typeof verificationModel>;

/** The places, from 1, of wrongly judged pairs of a kind, in the order of distance. */
function wrongPlaces(pairs: readonly Pair[], t: number, same: boolean): number[] {
  return pairs.flatMap((pair, k) => (pair.same === same && isWrong(pair, t) ? [k + 1] : []));
}

/**
 * The places, from 1, of wrongly judged pairs of a kind: the worst first, or those nearest to the threshold. An accepted
 * pair is the worse the closer it is, a rejected one the farther apart.
 */
export function mistakes(
  pairs: readonly Pair[],
  t: number,
  same: boolean,
  first: 'worst' | 'nearest',
): number[] {
  const found = wrongPlaces(pairs, t, same);
  return same === (first === 'worst') ? found.reverse() : found;
}

/** The place, from 1, of the next wrongly judged pair of a kind after a place, going round; undefined if there is none. */
export function nextMistake(
  pairs: readonly Pair[],
  t: number,
  same: boolean,
  after: number,
): number | undefined {
  const found = wrongPlaces(pairs, t, same);
  return found.find((k) => k > after) ?? found[0];
}

/** The threshold whose false accept rate is the nearest to a wanted one: in the middle of those that have it. */
export function thresholdFor(roc: readonly OperatingPoint[], far: number): number {
  let best = 0;
  roc.forEach((point, k) => {
    if (Math.abs(point.far - far) < Math.abs((roc[best]?.far ?? 0) - far)) best = k;
  });
  // Of all points with this rate the last one, which rejects the fewest.
  while (roc[best + 1]?.far === roc[best]?.far) best++;
  const [at, next] = [roc[best]?.D ?? 0, roc[best + 1]?.D];
  return next === undefined ? at + 1e-6 : (at + next) / 2;
}
