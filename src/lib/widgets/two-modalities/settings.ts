import { DEFAULTS, type Settings, type TowerLoss } from '../../learning/settings';

/** Pairs in a batch. */
export const BATCHES = { '8': 8, '32': 32, '128': 128 } as const;
export type BatchName = keyof typeof BATCHES;

/** Pairs that every run sees, whatever its batch. */
const PAIRS = 64_000;
/** Points of a loss curve, each the mean of equally many steps. */
export const POINTS = 20;

/** Steps of a run. */
export const stepsOf = (batch: BatchName): number => PAIRS / BATCHES[batch];

/** A run of the figure. */
export const settingsOf = (loss: TowerLoss, batch: BatchName, seed: number): Settings => ({
  ...DEFAULTS,
  classes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  dim: 16,
  loss,
  batch: BATCHES[batch],
  seed,
});
