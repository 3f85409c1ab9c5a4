import type { LossParameter } from './declare';

/** The miner as a parameter of a declared loss. */
export const MINING = {
  kind: 'option',
  default: 'all',
  options: [
    'all',
    'violating',
    'semi-hard',
    'hard',
    'easy',
    'batch-hard',
    'batch-easy',
    'easy-positive-semi-hard',
    'hardest-negatives',
    'nearest-semi-hard',
  ],
  about: 'which triplets of the batch count',
} as const satisfies LossParameter;

export type MinerName = (typeof MINING.options)[number];
