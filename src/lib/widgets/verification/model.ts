import { euclidean } from '../../losses';
import { equalErrorRate, ratesAt, rocCurve, type Measured, type OperatingPoint } from './rates';
import { SOURCES, type HeldOut, type PairSource, type SourceName } from './source';

export interface VerificationValues {
  source: SourceName;
  t: number;
  m: number;
  noise: number;
  seed: number;
  /** A pair by its place in the order of distance, from 1. */
  pair: number;
}

export interface Pair extends Measured {
  i: number;
  j: number;
}

export const BIN = 0.1;

/** The pairs of one kind with distances from D to D + BIN, in percent of their kind. */
export interface Bin {
  D: number;
  share: number;
  /** The part of the share that the threshold judges wrongly. */
  wrong: number;
}

/** Everything that does not depend on the threshold, nor on the pair that is looked at. */
export interface Trial extends HeldOut {
  /** In order of distance. */
  pairs: readonly Pair[];
  roc: readonly OperatingPoint[];
  eer: { rate: number; t: number };
}

export function trial({ source, m, noise, seed }: VerificationValues): Trial {
  const held = SOURCES[source].embed({ m, noise, seed });
  const { xy, labels } = held;
  const place = (i: number) => [xy[2 * i] ?? 0, xy[2 * i + 1] ?? 0];
  const pairs: Pair[] = [];
  for (let i = 0; i < labels.length; i++) {
    for (let j = i + 1; j < labels.length; j++) {
      pairs.push({ i, j, D: euclidean(place(i), place(j)).D, same: labels[i] === labels[j] });
    }
  }
  pairs.sort((p, q) => p.D - q.D);
  const roc = rocCurve(pairs);
  return { ...held, pairs, roc, eer: equalErrorRate(roc) };
}

/** The pairs of one kind over the axis, and how many of them, in percent, are farther apart than it reaches. */
export interface Histogram {
  bins: readonly Bin[];
  beyond: number;
}

function histogram(pairs: readonly Pair[], same: boolean, t: number, reach: number): Histogram {
  const own = pairs.filter((pair) => pair.same === same);
  const unit = 100 / own.length;
  const bins = Array.from({ length: Math.round(reach / BIN) }, (_, k) => ({
    D: k * BIN,
    share: 0,
    wrong: 0,
  }));
  let beyond = 0;
  for (const { D } of own) {
    const bin = bins[Math.floor(D / BIN)];
    if (!bin) {
      beyond += unit;
      continue;
    }
    bin.share += unit;
    if (isWrong({ D, same }, t)) bin.wrong += unit;
  }
  return { bins, beyond };
}

const isWrong = ({ D, same }: Measured, t: number) => D < t !== same;

/** Distances of held-out pairs, and what a threshold makes of them. */
export function verificationModel(values: VerificationValues, known: Trial = trial(values)) {
  const { pairs } = known;
  const { margin, reach } = SOURCES[values.source] as PairSource;
  // A threshold beyond the axis accepts what one at its end does.
  const t = Math.min(values.t, reach);
  const number = Math.min(pairs.length, Math.max(1, values.pair));
  const chosen = pairs[number - 1] as Pair;
  return {
    ...known,
    t,
    m: margin ?? values.m,
    /** Whether the training is over, so that margin, noise and seed change nothing. */
    trained: margin !== undefined,
    reach,
    rates: ratesAt(pairs, t),
    histograms: { same: histogram(pairs, true, t, reach), different: histogram(pairs, false, t, reach) },
    chosen,
    /** The chosen pair's place in the order of distance. */
    number,
    wrong: isWrong(chosen, t),
  };
}

export type VerificationModel = ReturnType<typeof verificationModel>;

/** A model for one session: moving the threshold keeps the pairs. */
export function createVerificationModel() {
  let last: { key: string; trial: Trial } | undefined;
  return {
    model(values: VerificationValues): VerificationModel {
      const key = [values.source, values.m, values.noise, values.seed].join();
      if (last?.key !== key) last = { key, trial: trial(values) };
      return verificationModel(values, last.trial);
    },
  };
}

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
