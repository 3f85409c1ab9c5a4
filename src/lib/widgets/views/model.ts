import { DIFFERENCES, viewOf, type Augmentation } from '../../learning/augment';
import { CHOICE } from '../../learning/pretrained/digits';
import type { Result } from '../../live/result';
import type { Measurements } from '../../state/define';
import { random } from '../../state/random';
import recorded from './recorded.json';
import { EACH, settingsOf, type Teacher } from './settings';

/** Views that are shown. */
const SHOWN = 9;

export interface ViewsValues {
  allowed: Augmentation;
  digit: number;
  /** Of the views that are shown. */
  seed: number;
  teacher: Teacher;
  /** Seed of the reader's own run. */
  start: number;
}

/** What the reader's own run has come to. */
export interface Own {
  steps: number;
  loss?: number;
  /** What was measured last, and at which step. */
  found?: { knn: number; before: number; sixNine: number; step: number };
}

const FIELDS = ['steps', 'loss', 'knn', 'before', 'sixNine', 'measured'] as const;

/** A digit with some views of it, and what networks have learned from such views: runs recorded by `npm run record`. */
export function viewsModel({ allowed, digit, seed, teacher, start }: ViewsValues) {
  const uniform = random(seed);
  const { pixels } = CHOICE[digit] as (typeof CHOICE)[number];
  return {
    allowed,
    digit,
    pixels,
    views: Array.from({ length: SHOWN }, () => viewOf(pixels, DIFFERENCES[allowed], uniform)),
    result: recorded.results[allowed],
    results: recorded.results,
    pixelsAlone: recorded.pixels,
    /** The loss of the recorded run that is made in the same way but for its seed: step and loss. */
    curve: recorded.results[teacher === 'labels' ? 'labels' : allowed].losses.map(
      (loss, k) => [EACH * (k + 1), loss] as const,
    ),
    /** How the reader's own run is made. */
    settings: settingsOf(allowed, teacher, start),
    own: undefined as Own | undefined,
  };
}

export type ViewsModel = ReturnType<typeof viewsModel>;

/** What a run has come to as measurements of a session. */
export const measurementsOf = (result: Partial<Result>): Measurements =>
  Object.fromEntries(
    FIELDS.flatMap((field) => (result[field] === undefined ? [] : [[field, result[field]]])),
  );

/** The model with the reader's own run beside the recorded ones. */
export function observed(
  model: ViewsModel,
  { steps = 0, loss, knn, before, sixNine, measured }: Measurements,
): ViewsModel {
  const isWhole =
    knn !== undefined && before !== undefined && sixNine !== undefined && measured !== undefined;
  const own: Own = {
    steps,
    ...(loss !== undefined && { loss }),
    ...(isWhole && { found: { knn, before, sixNine, step: measured } }),
  };
  return { ...model, own };
}
