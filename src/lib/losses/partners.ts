import type { Numbers } from './declare';
/** The rows that an anchor is compared with, in rising order. */
export interface Partners {
  /** The other rows of the anchor's class. */
  positive: number[];
  /** The rows of every other class. */
  negative: number[];
}

/** The partners of row i among labelled rows. */
export function partnersOf(labels: Numbers, i: number): Partners {
  const partners: Partners = { positive: [], negative: [] };
  for (let j = 0; j < labels.length; j++) {
    if (labels[j] !== labels[i]) partners.negative.push(j);
    else if (j !== i) partners.positive.push(j);
  }
  return partners;
}
