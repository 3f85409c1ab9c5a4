import type { Embedded } from '../evaluate';
import { retrieval, trueAcceptRate } from '../retrieval';
import { classSpread, effectiveRank } from '../spread';

/** The false accept rate at which the true accept rate is taken. */
const FAR = 0.01;

/** What embeddings of a few digits come to; the first four from 0 to 1. */
export interface Measures {
  p1: number;
  rp: number;
  map: number;
  tar: number;
  /** Effective rank: directions that they vary in. */
  rank: number;
  /** Distances within classes over those between. */
  spread: number;
}

/** Everything that is told of embeddings with their classes. */
export function measure(items: Embedded): Measures {
  const { p1, rPrecision, mapAtR } = retrieval(items);
  return {
    p1,
    rp: rPrecision,
    map: mapAtR,
    tar: trueAcceptRate(items, FAR),
    rank: effectiveRank(items),
    spread: classSpread(items),
  };
}
