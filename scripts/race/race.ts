import type { DigitPictures } from '../../src/lib/learning/digits';
import { labelled, type LabelledPictures } from '../../src/lib/learning/pictures';
import { CONTENDERS, type Contender } from '../../src/lib/learning/race/contenders';
import { measure, type Measures } from '../../src/lib/learning/race/measure';
import {
  BATCHES,
  familiarOf,
  foldsOf,
  learnedOf,
  NETWORK,
  RATES,
  SPLITS,
  type BatchName,
  type RaceRun,
  type SplitName,
} from '../../src/lib/learning/race/protocol';
import { resultOf } from '../../src/lib/learning/race/result';
import { embed, training, type Trained } from '../../src/lib/learning/race/run';
import { retrieval } from '../../src/lib/learning/retrieval';
import { digitPictures } from '../digits/files';

export const SEEDS = [1, 2, 3, 4, 5, 6];
export const SPLIT_NAMES = Object.keys(SPLITS) as SplitName[];
/** The seed of the search: none of those that are reported. */
const SEARCH = 101;
/** Significant digits that are kept. */
const FINE = 3;

const PIXELS = NETWORK.side ** 2;

const read = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => digitPictures(digit, NETWORK.side));
const greysOf = (digits: readonly number[], part: 'train' | 'held') =>
  digits.map((digit) => (read[digit] as DigitPictures)[part]);

const picturesOf = (digits: readonly number[], part: 'train' | 'held'): LabelledPictures =>
  labelled(greysOf(digits, part), PIXELS, { scale: 1 / 255 });

function finished<T>(run: Generator<unknown, T>): T {
  let next = run.next();
  while (!next.done) next = run.next();
  return next.value;
}

const embedded = ({ weights }: Trained, { pictures, labels }: LabelledPictures) => ({
  points: embed(weights, pictures),
  labels,
  dim: NETWORK.dim,
});

const rounded = (value: number) => Number(value.toPrecision(FINE));

const inOrder = ({ p1, rp, map, tar, rank, spread }: Measures) =>
  [p1, rp, map, tar, rank, spread].map(rounded);

/** The measures of the test digits, those of learned ones, and the loss at the end. */
type Row = number[];

/** A setting by its place among those of the loss, and a learning rate by its place. */
interface Place {
  setting: number;
  rate: number;
}

/** What came of them: a row for each seed. */
interface Cell extends Place {
  rows: Row[];
}

/** MAP@R of every trial of the search, setting after setting, and the cells of the best and of the published one. */
interface Entry {
  trials: number[];
  tuned: Cell;
  published: Cell;
}

/** What the untrained network of each seed comes to, what the bare pixels do, and each loss by batch. */
export interface SplitResults {
  untrained: Row[];
  pixels: Row;
  batches: Record<string, Record<string, Entry>>;
}

/** MAP@R on digits of the seven that were left out of the learning, the mean over the folds. */
function tried(contender: Contender, split: SplitName, batch: BatchName, place: Place): number {
  const folds = foldsOf(split).map(({ learned, looked }) => {
    const run = runOf(contender, learned, batch, { ...place, seed: SEARCH });
    const trained = finished(training(run, picturesOf(learned, 'train')));
    return retrieval(embedded(trained, picturesOf(looked, 'held'))).mapAtR;
  });
  return rounded(folds.reduce((sum, value) => sum + value, 0) / folds.length);
}

function runOf(
  { id, settings }: Contender,
  learned: readonly number[],
  batch: BatchName,
  { setting, rate, seed }: Place & { seed: number },
): RaceRun {
  return {
    loss: id,
    setting: settings[setting] ?? settings[0],
    rate: RATES[rate] ?? RATES[0],
    learned,
    each: BATCHES[batch],
    seed,
  };
}

const bare = (digits: readonly number[]) =>
  measure({
    points: greysOf(digits, 'held').flatMap((greys) => Array.from(greys)),
    labels: greysOf(digits, 'held').flatMap((greys, c) => new Array<number>(greys.length / PIXELS).fill(c)),
    dim: PIXELS,
  });

/** One split: every batch and loss, with a matched search before the seeds. */
export function race(split: SplitName, log: (line: string) => void): SplitResults {
  const learned = learnedOf(split);
  const train = picturesOf(learned, 'train');
  const test = picturesOf(SPLITS[split], 'held');
  const familiar = picturesOf(familiarOf(split), 'held');
  const rowOf = (trained: Trained): Row => {
    const result = resultOf(trained, test, familiar);
    return [...inOrder(result.unseen), ...inOrder(result.familiar), rounded(result.loss)];
  };
  const [first] = CONTENDERS as readonly [Contender];
  const begun = (seed: number) =>
    finished(training(runOf(first, learned, 'small', { setting: 0, rate: 0, seed }), train, 0));
  const cell = (contender: Contender, batch: BatchName, place: Place): Cell => ({
    ...place,
    rows: SEEDS.map((seed) =>
      rowOf(finished(training(runOf(contender, learned, batch, { ...place, seed }), train))),
    ),
  });

  const batches: SplitResults['batches'] = {};
  for (const batch of Object.keys(BATCHES) as BatchName[]) {
    const entries: Record<string, Entry> = {};
    for (const contender of CONTENDERS) {
      const places = contender.settings.flatMap((_, setting) => RATES.map((_r, rate) => ({ setting, rate })));
      const trials = places.map((place) => tried(contender, split, batch, place));
      const best = places[trials.indexOf(Math.max(...trials))] as Place;
      const published = cell(contender, batch, { setting: 0, rate: 0 });
      const tuned = best.setting === 0 && best.rate === 0 ? published : cell(contender, batch, best);
      entries[contender.id] = { trials, tuned, published };
      const maps = ({ rows }: Cell) => rows.map((row) => row[2]).join(' ');
      log(`${split} ${batch} ${contender.id} ${JSON.stringify(best)}: ${maps(tuned)} | ${maps(published)}`);
    }
    batches[batch] = entries;
  }
  return {
    untrained: SEEDS.map((seed) => rowOf(begun(seed))),
    pixels: [...inOrder(bare(SPLITS[split])), ...inOrder(bare(familiarOf(split))), 0],
    batches,
  };
}
