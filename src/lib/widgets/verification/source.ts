/** Embeddings of items with known classes, that took no part in training. */
export interface HeldOut {
  /** x₁, y₁, x₂, y₂, … */
  xy: Float64Array;
  labels: readonly number[];
  /** The items themselves, where they are digits: 14 × 14 numbers from 0 for paper to 1 for ink. */
  pictures?: readonly Float32Array[];
}

export interface Settings {
  /** How far held-out items lie from where training would have them, in margins. */
  noise: number;
  /** Which items are drawn. */
  seed: number;
}

/** Where held-out embeddings come from: pure, the same settings give the same items. */
export interface PairSource {
  /** What the reader chooses it by. */
  name: string;
  /** What the items are, and how they came to be where they are. */
  about: string;
  /** Where the axis of distance ends. */
  reach: number;
  /** The margin, where the training is over: the settings then change nothing. */
  margin?: number;
  /** Where the items are; of a training with margin 1 where the reader chooses the margin, to which all is in proportion. */
  embed(settings: Settings): HeldOut;
}
