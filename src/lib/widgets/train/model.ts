import type { Settings } from '../../learning/settings';
import type { Result } from '../../live/result';
import type { Measurements } from '../../state/define';
import { keyOf, type Recorded } from './record';
import results from './results.json';
import { nameOf, settingsOf, type RunValues } from './settings';

const RECORDED = results as Record<string, Recorded>;

/** One run as it is shown: how it is made, and what it came to. */
export interface Run {
  name: string;
  settings: Settings;
  /** Whether the result is a recorded one; else it was measured here, or there is none yet. */
  recorded: boolean;
  result: Result | undefined;
  /** Mean and standard deviation of the accuracy over five seeds, where the run is recorded. */
  seeds: { mean: number; sd: number } | undefined;
}

export interface TrainModel {
  /** One run, or two that stand beside each other. */
  runs: readonly [Run, ...Run[]];
}

function runOf(settings: Settings): Run {
  const found = RECORDED[keyOf(settings)];
  return {
    name: nameOf(settings),
    settings,
    recorded: found !== undefined,
    result: found,
    seeds: found && spread(found.knnOfSeeds),
  };
}

function spread(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}

/** The runs that values ask for, with the results of recorded ones. */
export function trainModel(values: RunValues): TrainModel {
  const [first, ...others] = settingsOf(values).map(runOf);
  return { runs: [first as Run, ...others] };
}

const FIELDS = ['steps', 'loss', 'similar', 'dissimilar', 'active', 'knn', 'recall', 'measured'] as const;

/** A result of run `i` as measurements of a session. */
export function measurementsOf(i: number, result: Partial<Result>): Measurements {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = result[field];
      return value === undefined ? [] : [[`${field}${i + 1}`, value]];
    }),
  );
}

/**
 * The model with what was measured instead of what was recorded. A run that was begun and has no accuracy yet
 * has only its steps.
 */
export function observed(model: TrainModel, measured: Measurements): TrainModel {
  const [first, ...others] = model.runs.map((run, i): Run => {
    const own = Object.fromEntries(FIELDS.map((field) => [field, measured[`${field}${i + 1}`]]));
    if (own.steps === undefined) return run;
    const complete = own.knn !== undefined && own.recall !== undefined;
    return { ...run, recorded: false, result: complete ? (own as unknown as Result) : undefined };
  });
  return { runs: [first as Run, ...others] };
}
