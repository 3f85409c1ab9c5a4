import {
  allTriplets,
  batchHard,
  hardestNegatives,
  nearestSemiHard,
  randomTriplets,
  type Miner,
} from '../../losses';
import { random } from '../../state/random';

/** The choices of triplets that the figure compares, by the names that a reader sees. */
export const MINERS = [
  { value: 'all', label: 'all' },
  { value: 'random', label: 'random' },
  { value: 'semi-hard', label: 'semi-hard' },
  { value: 'batch-hard', label: 'batch-hard' },
  { value: 'hardest', label: 'hardest negatives' },
] as const;

export type Mining = (typeof MINERS)[number]['value'];

/** A stride between the seeds of two steps, so that a run draws again at each step and again the same on rewind. */
const STRIDE = 7919;

export function minerFor(mining: Mining, seed: number, t: number): Miner {
  switch (mining) {
    case 'all':
      return allTriplets;
    case 'random':
      return randomTriplets(random(seed * STRIDE + t));
    case 'semi-hard':
      return nearestSemiHard;
    case 'batch-hard':
      return batchHard;
    case 'hardest':
      return hardestNegatives;
  }
}
