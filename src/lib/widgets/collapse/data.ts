import { normal, random } from '../../state/random';

export type Matrix = readonly (readonly number[])[];

/** Numbers of an input, and of an embedding. */
export const DIM = 6;
/** Samples of a batch. */
const BATCH = 24;
/** Held-out samples, which are drawn. */
const SHOWN = 60;
/** Standard deviation of what a view changes in a number of the input, which is 1 wide itself. */
const SLIGHT = 0.3;
const STRONG = 1.5;

export interface Views {
  a: number[][];
  b: number[][];
}

/**
 * Two views each of some inputs: six independent numbers of standard deviation 1, to which either view adds noise of its own.
 * The last `drowned` of the six get so much that hardly anything of them is left.
 */
function viewsOf(uniform: () => number, count: number, drowned: number): Views {
  const inputs = Array.from({ length: count }, () => Array.from({ length: DIM }, () => normal(uniform)));
  const view = () =>
    inputs.map((x) => x.map((value, k) => value + (k < DIM - drowned ? SLIGHT : STRONG) * normal(uniform)));
  return { a: view(), b: view() };
}

/** The batch of a step: fresh samples at every one. */
export const batchAt = (seed: number, t: number, drowned: number): Views =>
  viewsOf(random(7919 * seed + t + 1), BATCH, drowned);

export const heldOut = (seed: number, drowned: number): Views =>
  viewsOf(random(104729 * seed), SHOWN, drowned);
