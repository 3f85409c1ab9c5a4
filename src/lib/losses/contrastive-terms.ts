import { share, type Reducer } from './reducers';

export interface ContrastiveBatchOptions {
  /** The margin m ≥ 0, a distance; default 1. */
  m?: number;
  /** Default `mean`. For `mean-active`, similar pairs apart and dissimilar pairs closer than m are active. */
  reducer?: Reducer;
  /** Whether similar pairs count. */
  similar?: boolean;
  /** Whether dissimilar pairs count. */
  dissimilar?: boolean;
}

/** What many pairs cost together. */
export interface ContrastiveTerms<G> {
  /** The reduced loss and its two parts. */
  loss: number;
  similar: number;
  dissimilar: number;
  /** Pairs that count, of both kinds. */
  pairs: number;
  similarPairs: number;
  dissimilarPairs: number;
  /** Dissimilar pairs closer than m. */
  activeDissimilar: number;
  gradient: G;
}

/** Sums over pairs of both kinds, whichever count, before the reduction. */
export interface ContrastiveSums {
  similar: number;
  dissimilar: number;
  similarPairs: number;
  dissimilarPairs: number;
  /** Similar pairs that are apart. */
  activeSimilar: number;
  activeDissimilar: number;
}

export const noSums = (): ContrastiveSums => ({
  similar: 0,
  dissimilar: 0,
  similarPairs: 0,
  dissimilarPairs: 0,
  activeSimilar: 0,
  activeDissimilar: 0,
});

type Chosen = Required<Pick<ContrastiveBatchOptions, 'reducer' | 'similar' | 'dissimilar'>>;

/** The sums, reduced, and the factor that the gradient of the sum is to be multiplied by. */
export function reduceSums(
  sums: ContrastiveSums,
  { reducer, similar, dissimilar }: Chosen,
): { factor: number; terms: Omit<ContrastiveTerms<never>, 'gradient'> } {
  const { similarPairs, dissimilarPairs, activeDissimilar } = sums;
  const pairs = (similar ? similarPairs : 0) + (dissimilar ? dissimilarPairs : 0);
  const active = (similar ? sums.activeSimilar : 0) + (dissimilar ? activeDissimilar : 0);
  const factor = share(reducer, pairs, active);
  const parts = {
    similar: similar ? sums.similar * factor : 0,
    dissimilar: dissimilar ? sums.dissimilar * factor : 0,
  };
  const loss = parts.similar + parts.dissimilar;
  return { factor, terms: { loss, ...parts, pairs, similarPairs, dissimilarPairs, activeDissimilar } };
}
