import { tripletMinedLoss } from '../../losses';
import type { Mining } from './miners';
import type { MiningSide, MiningValues } from './model';

/** How the library calls the choices of the figure; one that is redrawn at each step has no program. */
const MININGS = {
  all: 'all',
  'semi-hard': 'nearest-semi-hard',
  'batch-hard': 'batch-hard',
  hardest: 'hardest-negatives',
} as const;

export type Printed = keyof typeof MININGS;
export const isPrinted = (mining: Mining): mining is Printed => mining in MININGS;

/** The loss over the chosen triplets, for the batch where it is now. */
export function codeOf(
  mining: Printed,
  { x }: MiningSide,
  labels: readonly number[],
  { m, charge, distances }: Pick<MiningValues, 'm' | 'charge' | 'distances'>,
) {
  return {
    loss: tripletMinedLoss,
    parameters: { m, form: charge, squared: distances === 'squared', mining: MININGS[mining] },
    inputs: { x, labels },
  };
}
