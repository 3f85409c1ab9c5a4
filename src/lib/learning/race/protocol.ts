import type { ContenderId } from './contenders';
import type { OwnSetting } from './steps';

/** The network of the race: 14 × 14 pixels, one hidden layer, an embedding of sixteen numbers. */
export const NETWORK = { side: 14, hidden: 64, dim: 16 } as const;

/** Steps of every run, whatever the batch. */
export const STEPS = 300;

/** Pictures of each learned digit in a batch. */
export const BATCHES = { small: 2, large: 6 } as const;
export type BatchName = keyof typeof BATCHES;

/** The digits that are never learned from, by the name of the split. The seven others are. */
export const SPLITS = { '789': [7, 8, 9], '246': [2, 4, 6] } as const;
export type SplitName = keyof typeof SPLITS;

/** Learning rates of Adam that are tried. The first is the published default. */
export const RATES = [0.001, 0.004] as const;

/** The seven digits that a split learns from. */
export const learnedOf = (split: SplitName): number[] =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => !(SPLITS[split] as readonly number[]).includes(digit));

/**
 * How a setting is chosen: learn from some of the seven digits, and look at the others of the seven. Twice, so that the
 * digits that are looked at are three and three of the seven. The three test digits take no part.
 */
export function foldsOf(split: SplitName): { learned: number[]; looked: number[] }[] {
  const digits = learnedOf(split);
  return [0, 1].map((fold) => {
    const looked = digits.filter((_, i) => i % 2 === fold).slice(0, 3);
    return { looked, learned: digits.filter((digit) => !looked.includes(digit)) };
  });
}

/** The learned digits whose held-out pictures are looked at beside those of the test digits: as many of them. */
export const familiarOf = (split: SplitName): number[] => learnedOf(split).slice(-3);

/** A run, complete: the same one gives the same result. */
export interface RaceRun {
  loss: ContenderId;
  setting: OwnSetting;
  rate: number;
  /** Digits to learn from. */
  learned: readonly number[];
  /** Pictures of each learned digit in a batch. */
  each: number;
  seed: number;
}
