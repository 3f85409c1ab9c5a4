import { between } from './between';
import { classes } from './classes';
import type { Entry } from './entry';

const catalogue = { ...between, ...classes };

export type LossName = keyof typeof catalogue;

export const lossNames = Object.keys(catalogue) as LossName[];

export type Unit = (typeof UNITS)[number]['unit'];

/** The losses of one row of the map. */
export const lossesOf = (unit: Unit): LossName[] =>
  lossNames.filter((name) => entryOf(name).declaration.unit === unit);

/** A loss of the map. */
export const entryOf = (name: LossName): Entry => catalogue[name];

/** The rows of the map: what one item of a loss is made of. */
export const UNITS = [
  { unit: 'pair', title: 'a pair' },
  { unit: 'triplet', title: 'a triplet' },
  { unit: 'n-tuple', title: 'an n-tuple' },
  { unit: 'class weights', title: 'a point and all classes' },
] as const;
