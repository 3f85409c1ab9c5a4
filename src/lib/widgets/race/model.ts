import { extent, mean, zip } from 'd3-array';
import { contenderNamed, CONTENDERS, type ContenderId } from '../../learning/race/contenders';
import { RATES } from '../../learning/race/protocol';
import type { OwnSetting } from '../../learning/race/steps';
import type { Measurements } from '../../state/define';
import { MEASURE_FACTS } from './measures';
import {
  entryOf,
  kindOf,
  laneNameOf,
  nameOf,
  placeOf,
  splitOf,
  type Digits,
  type MeasureName,
} from './record';
import { estimate, type Estimate } from './statistics';

export interface RaceValues {
  metric: MeasureName;
  batch: 'small' | 'large';
  /** Whose settings are tuned: those of all, of none, or of one loss alone. */
  tuned: string;
  test: '789' | '246';
  digits: Digits;
  sort: 'family' | 'mean';
  loss: ContenderId;
  seed: number;
}

/** One loss in the race. */
export interface Lane extends Estimate {
  id: ContenderId;
  name: string;
  /** Its name in its lane. */
  label: string;
  kind: number;
  /** How it was trained. */
  setting: OwnSetting;
  rate: number;
  isTuned: boolean;
  /** One number a seed. */
  runs: readonly number[];
  /** Whether its interval meets that of the best. */
  meetsBest: boolean;
}

export interface RaceModel {
  /** From the top down. */
  lanes: readonly Lane[];
  best: Lane;
  worst: Lane;
  /** The network before its first step, and the bare pixels; none where they have no such measure. */
  untrained: Estimate | undefined;
  pixels: number | undefined;
  /** The ends of the axis, the same for both batches and all ways of tuning. */
  domain: readonly [number, number];
  /** The standard deviation of one run over seeds, the mean over the losses. */
  seedSd: number;
  /** How many losses have a better mean tuned than as published, and how many a worse one. */
  helped: number;
  harmed: number;
  /** How many lie below the untrained network by their mean, and how many below the bare pixels. */
  belowUntrained: number;
  belowPixels: number;
  /** What the reader's last run came to. */
  own: number | undefined;
}

/** Whether a loss has the settings that were found for it, by the value of `tuned`. */
export const isTuned = (tuned: string, id: ContenderId) => tuned === 'all' || tuned === id;

/** Better first; for a measure of which neither end is better, larger first. */
const inOrder = (metric: MeasureName) => (a: Estimate, b: Estimate) =>
  MEASURE_FACTS[metric].better === 'low' ? a.mean - b.mean : b.mean - a.mean;

const meets = (a: Estimate, b: Estimate) => a.low <= b.high && b.low <= a.high;

function laneOf(
  { metric, batch, tuned, test, digits }: RaceValues,
  id: ContenderId,
): Omit<Lane, 'meetsBest'> {
  const entry = entryOf(test, batch, id);
  const cell = isTuned(tuned, id) ? entry.tuned : entry.published;
  const { factor } = MEASURE_FACTS[metric];
  const runs = cell.rows.map((row) => factor * (row[placeOf(metric, digits)] as number));
  return {
    id,
    name: nameOf(id),
    label: laneNameOf(id),
    kind: kindOf(id),
    setting: contenderNamed(id).settings[cell.setting] as OwnSetting,
    rate: RATES[cell.rate] as number,
    isTuned: isTuned(tuned, id),
    runs,
    ...estimate(runs),
  };
}

/** Everything that the axis has to hold, so that a change of batch or of tuning moves no number along it. */
function domainOf(values: RaceValues, rest: readonly number[]): readonly [number, number] {
  const all = (['small', 'large'] as const).flatMap((batch) =>
    ['all', 'none'].flatMap((tuned) =>
      CONTENDERS.flatMap(({ id }) => {
        const { runs, low, high } = laneOf({ ...values, batch, tuned }, id);
        return [...runs, low, high];
      }),
    ),
  );
  const [low = 0, high = 1] = extent([...all, ...rest]);
  const margin = 0.04 * (high - low);
  return [Math.max(0, low - margin), high + margin];
}

export function raceModel(values: RaceValues): RaceModel {
  const { metric, test, digits } = values;
  const found = CONTENDERS.map(({ id }) => laneOf(values, id));
  const ranked = [...found].sort(inOrder(metric));
  const [best, worst] = [ranked[0], ranked.at(-1)] as [Lane, Lane];
  const lanes = (values.sort === 'mean' ? ranked : found).map((lane) => ({
    ...lane,
    meetsBest: meets(lane, best),
  }));
  const { factor } = MEASURE_FACTS[metric];
  const reference = metric === 'loss' ? undefined : splitOf(test);
  const place = placeOf(metric, digits);
  const untrained = reference && estimate(reference.untrained.map((row) => factor * (row[place] as number)));
  // Pixels have 196 dimensions, so that their rank is none of sixteen.
  const pixels = metric === 'rank' || !reference ? undefined : factor * (reference.pixels[place] as number);
  const better = (a: Estimate, b: Estimate) =>
    MEASURE_FACTS[metric].better !== 'neither' && inOrder(metric)(a, b) < 0;
  const as = (tuned: string) => CONTENDERS.map(({ id }) => laneOf({ ...values, tuned }, id));
  const pairs = zip<Estimate>(as('all'), as('none')) as [tuned: Estimate, published: Estimate][];
  return {
    lanes,
    best: { ...best, meetsBest: true },
    worst: { ...worst, meetsBest: meets(worst, best) },
    untrained,
    pixels,
    domain: domainOf(values, [
      ...(untrained ? [untrained.low, untrained.high] : []),
      ...(pixels === undefined ? [] : [pixels]),
    ]),
    seedSd: mean(found, ({ sd }) => sd) ?? 0,
    helped: pairs.filter(([tuned, published]) => better(tuned, published)).length,
    harmed: pairs.filter(([tuned, published]) => better(published, tuned)).length,
    belowUntrained: untrained ? found.filter((lane) => better(untrained, lane)).length : 0,
    belowPixels:
      pixels === undefined ? 0 : found.filter((lane) => better({ ...lane, mean: pixels }, lane)).length,
    own: undefined,
  };
}

/** The model with what the reader's own run came to. */
export const observed = (model: RaceModel, { own }: Measurements): RaceModel => ({ ...model, own });

/** The distance of the best mean from the worst. */
export const gapOf = ({ best, worst }: RaceModel): number => Math.abs(best.mean - worst.mean);

/** How many other losses the best cannot be told from by its interval. */
export const overlapOf = ({ lanes }: RaceModel): number => lanes.filter((lane) => lane.meetsBest).length - 1;
