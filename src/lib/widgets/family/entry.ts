import type { LossDeclaration, Rows } from '../../losses';

/** Labelled embeddings, and a weight for each class. */
export interface Batch {
  x: Rows;
  labels: readonly number[];
  W: Rows;
}

/** What a batch costs, and the gradient for its rows; `W` is null where a loss has no class weights. */
export interface BatchTerms {
  loss: number;
  items: readonly number[];
  x: number[][];
  W: number[][] | null;
}

/** What of a loss can be turned here. Each is its own quantity, in its own unit. */
export interface Knobs {
  m: number;
  c: number;
  lambda: number;
  angle: number;
  factor: number;
  tau: number;
}

/** A loss on the map. */
export interface Entry {
  declaration: LossDeclaration;
  /** What the loss sees of two rows. */
  sees: 'distance' | 'cosine' | 'product';
  /** In words, where that does not say it all. */
  seesAlso?: string;
  /** Where the margin or the temperature sits. */
  limit: string;
  /** The same in a word, for the map. */
  tag: string;
  knobs: readonly (keyof Knobs)[];
  /** What its items are, in the plural. */
  items: string;
  /** Radius of a circle around the chosen point, from how far away the farthest of its class is. */
  reach?(knobs: Knobs, farthestOfClass: number): number;
  evaluate(batch: Batch, knobs: Knobs): BatchTerms;
}
