import type { Point } from '../../geometry/frame';
import { euclidean } from '../../losses';
import { memoizeLast } from '../../state/memoize-last';
import { equalErrorRate, rocCurve, type Measured, type OperatingPoint } from './rates';
import type { HeldOut, PairSource } from './source';
import { SOURCES, type SourceName } from './sources';

/** What the pairs depend on. */
export interface TrialValues {
  source: SourceName;
  m: number;
  noise: number;
  seed: number;
}

export interface Pair extends Measured {
  i: number;
  j: number;
}

/** Everything that does not depend on the threshold, nor on the pair that is looked at. */
interface Trial extends HeldOut {
  /** In order of distance. */
  pairs: readonly Pair[];
  roc: readonly OperatingPoint[];
  /** The ROC curve, in percent, by points that can be told apart: thousands of pairs make thousands of steps. */
  curve: readonly Point[];
  eer: { rate: number; t: number };
}

/** The least step of a rate that is drawn. */
const STEP = 0.002;

function curveOf(roc: readonly OperatingPoint[]): Point[] {
  let last = roc[0];
  const seen = roc.filter((point, k) => {
    const isApart = !last || Math.abs(point.far - last.far) >= STEP || Math.abs(point.frr - last.frr) >= STEP;
    const isSeen = isApart || k === 0 || k === roc.length - 1;
    if (isSeen) last = point;
    return isSeen;
  });
  return seen.map(({ far, frr }) => [100 * far, 100 * (1 - frr)]);
}

/** The trial of a training with margin 1, or of one that is over. */
function trialOf(source: SourceName, noise: number, seed: number): Trial {
  const held = SOURCES[source].embed({ noise, seed });
  const { xy, labels } = held;
  const places = labels.map((_, i) => [xy[2 * i] ?? 0, xy[2 * i + 1] ?? 0]);
  const pairs: Pair[] = [];
  places.forEach((xi, i) => {
    for (let j = i + 1; j < labels.length; j++) {
      pairs.push({ i, j, D: euclidean(xi, places[j] as number[]).D, same: labels[i] === labels[j] });
    }
  });
  pairs.sort((p, q) => p.D - q.D);
  const roc = rocCurve(pairs);
  return { ...held, pairs, roc, curve: curveOf(roc), eer: equalErrorRate(roc) };
}

/** The trial of a training with margin m: all is m times as far apart, and no rate is another. */
function scaledTrial(trial: Trial, m: number): Trial {
  return {
    ...trial,
    xy: trial.xy.map((v) => m * v),
    pairs: trial.pairs.map(({ i, j, D, same }) => ({ i, j, D: m * D, same })),
    roc: trial.roc.map(({ D, far, frr }) => ({ D: m * D, far, frr })),
    eer: { rate: trial.eer.rate, t: m * trial.eer.t },
  };
}

/** The trials as they were made last: the threshold leaves them as they are, and the margin their rates. */
export function trials() {
  const [made, scaled] = [memoizeLast(trialOf), memoizeLast(scaledTrial)];
  return ({ source, m, noise, seed }: TrialValues): Trial => {
    const { margin } = SOURCES[source] as PairSource;
    return margin === undefined ? scaled(made(source, noise, seed), m) : made(source, 0, 0);
  };
}
