import { loadDigits } from '../load-digits';
import { labelled, type LabelledPictures } from '../pictures';
import { familiarOf, NETWORK, SPLITS, STEPS, type RaceRun, type SplitName } from './protocol';
import { resultOf, type RaceResult } from './result';
import { training } from './run';

/** A run to be made in a page: on which digits, and where the site has their pictures. */
export interface PageRun {
  run: RaceRun;
  split: SplitName;
  /** The folder of the site, as an absolute address that ends in a slash. */
  base: string;
  /** Files that the host brought along, by their addresses below the folder. */
  files?: Readonly<Record<string, Uint8Array<ArrayBuffer>>> | undefined;
}

/** What a page hears of its run. */
export type RaceReport =
  | { type: 'hello' }
  | { type: 'progress'; share: number }
  | { type: 'finished'; result: RaceResult }
  | { type: 'failed'; message: string };

/** Of the progress, what the loading of the digits is taken for. */
const LOADING = 0.1;
/** Steps between two reports of progress. */
const EVERY = 10;

/**
 * Loads the digits, trains and measures, by the protocol of the recorded runs.
 * @param pause asked after every step: where others are to have a turn, a promise to wait for
 * @throws DigitsError where the digits cannot be loaded
 */
export async function raceInPage(
  { run, split, base, files }: PageRun,
  onprogress: (share: number) => void,
  pause: () => Promise<void> | undefined = () => undefined,
): Promise<RaceResult> {
  const { side } = NETWORK;
  const unseen = SPLITS[split];
  const digits = [...run.learned, ...unseen];
  const loaded = await loadDigits(digits, {
    side,
    base,
    files,
    onprogress: (done, all) => onprogress((LOADING * done) / Math.max(1, all)),
  });
  const pictures = (of: readonly number[], part: 'train' | 'held'): LabelledPictures => {
    const chosen = loaded.filter(({ digit }) => of.includes(digit)).map((one) => one[part]);
    return labelled(chosen, side * side, { scale: 1 / 255 });
  };
  const steps = training(run, pictures(run.learned, 'train'));
  let next = steps.next();
  for (; !next.done; next = steps.next()) {
    if (next.value % EVERY === 0) onprogress(LOADING + ((1 - LOADING) * next.value) / STEPS);
    const wait = pause();
    if (wait) await wait;
  }
  return resultOf(next.value, pictures(unseen, 'held'), pictures(familiarOf(split), 'held'));
}
