import { contenderNamed, type ContenderId } from '../../learning/race/contenders';
import type { RaceResult } from '../../learning/race/result';
import results from './results.json';

/** Where a number stands in a recorded row: the measures of unseen digits, those of learned ones, the loss. */
const PLACES = ['p1', 'rp', 'map', 'tar', 'rank', 'spread'] as const;

/** What a run came to, in the order of {@link PLACES}, twice, and its loss. */
export type Row = readonly number[];

export interface Cell {
  /** The place of the setting among those of its loss, and of the learning rate among those that are tried. */
  setting: number;
  rate: number;
  rows: readonly Row[];
}

export interface Entry {
  trials: readonly number[];
  tuned: Cell;
  published: Cell;
}

interface Split {
  untrained: readonly Row[];
  pixels: Row;
  batches: Record<string, Record<string, Entry>>;
}

const RECORDED = results as { seeds: number[]; splits: Record<string, Split> };

/** The seeds of the recorded runs. */
export const SEEDS: readonly number[] = RECORDED.seeds;

/** A measure by which runs are compared. */
export const MEASURES = [...PLACES, 'loss'] as const;
export type MeasureName = (typeof MEASURES)[number];
export type Digits = 'unseen' | 'learned';

/** The place of a measure in a row. */
export const placeOf = (measure: MeasureName, digits: Digits): number =>
  measure === 'loss'
    ? 2 * PLACES.length
    : PLACES.indexOf(measure) + (digits === 'learned' ? PLACES.length : 0);

export const splitOf = (split: string): Split => RECORDED.splits[split] as Split;

export const entryOf = (split: string, batch: string, id: ContenderId): Entry =>
  splitOf(split).batches[batch]?.[id] as Entry;

/** A result of the page in the order of the recorded ones. */
export const rowOf = ({ unseen, familiar, loss }: RaceResult): Row => [
  ...PLACES.map((name) => unseen[name]),
  ...PLACES.map((name) => familiar[name]),
  loss,
];

/** The kinds of the losses by what they compare, in the order of their marks. */
export const KINDS = ['pairs', 'triplets', 'many at a time', 'class weights'] as const;

const KIND_OF: Record<ContenderId, number> = {
  contrastive: 0,
  'triplet-all': 1,
  'triplet-semi-hard': 1,
  'triplet-hard': 1,
  'n-pair': 2,
  infonce: 2,
  supcon: 2,
  'multi-similarity': 2,
  'proxy-nca': 3,
  arcface: 3,
  cosface: 3,
};

export const kindOf = (id: ContenderId): number => KIND_OF[id];

/** What a loss is called. */
export const nameOf = (id: ContenderId): string => contenderNamed(id).name;

/** What it is called in its lane, where the mark says that it is one of the triplet losses. */
export const laneNameOf = (id: ContenderId): string => nameOf(id).replace('triplet, ', '');
