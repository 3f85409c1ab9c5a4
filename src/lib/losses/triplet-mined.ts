import { requireOption, requireFunction } from './require';
import { defineLoss, type BatchLoss, type RowsLike, type Numbers } from './declare';
import { DISTANCES } from './distance-parameter';
import { euclidean, squared as squareOf } from './distances';
import { LABELLED_INPUTS, requireLabelled } from './labelled';
import {
  allTriplets,
  easyTriplets,
  hardTriplets,
  semiHardTriplets,
  violatingTriplets,
  type Miner,
} from './mining';
import {
  batchEasy,
  batchHard,
  easyPositiveSemiHard,
  hardestNegatives,
  nearestSemiHard,
} from './mining-batch';
import { MINING, type MinerName } from './miner-names';
import { REDUCER, type Reducer } from './reducers';
import { amongRows, multipleOf } from './similarities';
import { triplet, TRIPLET_PARAMETERS, type TripletMeasure, type TripletOptions } from './triplet';
import { overIndexTriplets, type Triplet } from './triplet-batch';

/** The miner of a name of {@link MINING}, for a margin where one takes part. */
export function minerNamed(name: MinerName, m: number): Miner {
  requireOption('mining', name, MINING.options);
  switch (name) {
    case 'all':
      return allTriplets;
    case 'violating':
      return violatingTriplets(m);
    case 'semi-hard':
      return semiHardTriplets(m);
    case 'hard':
      return hardTriplets;
    case 'easy':
      return easyTriplets(m);
    case 'batch-hard':
      return batchHard;
    case 'batch-easy':
      return batchEasy;
    case 'easy-positive-semi-hard':
      return easyPositiveSemiHard;
    case 'hardest-negatives':
      return hardestNegatives;
    case 'nearest-semi-hard':
      return nearestSemiHard;
  }
}

/** A loss over triplets that were chosen, and which they were. */
export interface MinedLoss extends BatchLoss<{ x: number[][] }> {
  triplets: Triplet[];
}

/**
 * The triplet loss over the triplets that a miner chooses from a labelled batch, by the distance that the loss sees.
 * One item a triplet, in the order of the miner. No gradient goes through the choice.
 *
 * The published losses by name: batch-all is `allTriplets` with the reducer `mean-active`; batch-hard is `batchHard`.
 *
 * @param x N rows of d finite numbers
 * @param labels N whole numbers ≥ 0
 * @throws RangeError naming the argument
 * @see Hermans, Beyer, Leibe (2017), section 2; Schroff, Kalenichenko, Philbin (2015), section 3.2
 */
export function tripletMined(
  x: RowsLike,
  labels: Numbers,
  miner: Miner,
  { reducer = 'mean', ...options }: TripletOptions & TripletMeasure & { reducer?: Reducer } = {},
): MinedLoss {
  const y = requireLabelled(x, labels);
  requireFunction('miner', miner, 'batchHard');
  const { distance = euclidean, squared = false } = options;
  requireFunction('distance', distance, 'euclidean');
  const { S: D } = amongRows(multipleOf(squared ? squareOf(distance) : distance, 1), x);
  const triplets = miner(D, y);
  return { ...overIndexTriplets((...rows) => triplet(...rows, options), x, triplets, reducer), triplets };
}

export const tripletMinedLoss = defineLoss({
  id: 'triplet-mined',
  name: 'Triplet loss with mining',
  unit: 'triplet',
  about: 'The triplet loss over triplets that are chosen from a labelled batch.',
  formula: String.raw`\max(0,\, d(a,p) - d(a,n) + m), \quad (a,p,n) \in \mathcal{T}(D, y)`,
  references: ['schroff2015', 'hermans2017', 'xuan2020'],
  inputs: LABELLED_INPUTS,
  parameters: { ...TRIPLET_PARAMETERS, mining: MINING, reducer: REDUCER },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ x, labels }, { mining, distance, ...options }) =>
    tripletMined(x, labels, minerNamed(mining, options.m), { ...options, distance: DISTANCES[distance] }),
});
