/** A pair as a verifier sees it: the distance, and whether the two are the same. */
export interface Measured {
  D: number;
  same: boolean;
}

/** The mistakes of a threshold: a pair is accepted where D < t. */
export interface Rates {
  same: number;
  different: number;
  /** Different pairs that are accepted. */
  falseAccepts: number;
  /** Same pairs that are rejected. */
  falseRejects: number;
  /** False accept rate: false accepts among the different pairs, from 0 to 1. */
  far: number;
  /** False reject rate: false rejects among the same pairs, from 0 to 1. */
  frr: number;
}

/**
 * False accepts and false rejects at the threshold t.
 * @throws RangeError unless there are pairs of both kinds
 */
export function ratesAt(pairs: readonly Measured[], t: number): Rates {
  let [same, different, falseAccepts, falseRejects] = [0, 0, 0, 0];
  for (const pair of pairs) {
    const accepted = pair.D < t;
    if (pair.same) {
      same++;
      if (!accepted) falseRejects++;
    } else {
      different++;
      if (accepted) falseAccepts++;
    }
  }
  if (same === 0 || different === 0)
    throw new RangeError('pairs of both kinds are needed, same and different');
  return {
    same,
    different,
    falseAccepts,
    falseRejects,
    far: falseAccepts / different,
    frr: falseRejects / same,
  };
}

/** The rates for all thresholds in (D, next D], where D is the distance of the last pair that is accepted. */
export interface OperatingPoint {
  /** 0 at the first point, where nothing is accepted. */
  D: number;
  far: number;
  frr: number;
}

/**
 * The operating points from accepting nothing to accepting all, one for each distance that occurs.
 * @throws RangeError unless there are pairs of both kinds
 */
export function rocCurve(pairs: readonly Measured[]): OperatingPoint[] {
  const { same, different } = ratesAt(pairs, 0);
  const sorted = [...pairs].sort((p, q) => p.D - q.D);
  const curve: OperatingPoint[] = [{ D: 0, far: 0, frr: 1 }];
  let [falseAccepts, trueAccepts] = [0, 0];
  sorted.forEach((pair, k) => {
    if (pair.same) trueAccepts++;
    else falseAccepts++;
    // Pairs of one distance are accepted together.
    if (sorted[k + 1]?.D === pair.D) return;
    curve.push({ D: pair.D, far: falseAccepts / different, frr: (same - trueAccepts) / same });
  });
  return curve;
}

/**
 * The equal error rate: where the ROC curve, its operating points joined by straight lines, has FAR = FRR.
 * @param curve as {@link rocCurve} gives it
 * @returns the rate, and a threshold at the crossing
 */
export function equalErrorRate(curve: readonly OperatingPoint[]): { rate: number; t: number } {
  const k = curve.findIndex(({ far, frr }) => far >= frr);
  const [before, after] = [curve[k - 1], curve[k]];
  if (!before || !after) throw new RangeError('curve leads from accepting nothing to accepting all');
  const [gapBefore, gapAfter] = [before.frr - before.far, after.far - after.frr];
  const share = gapBefore / (gapBefore + gapAfter);
  const next = curve[k + 1];
  // Where a whole range of thresholds makes the errors equal, its middle; otherwise the distance at which they cross.
  const t = gapAfter === 0 && next ? (after.D + next.D) / 2 : after.D;
  return { rate: before.far + share * (after.far - before.far), t };
}
