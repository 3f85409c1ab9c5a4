/** The rows that an anchor is compared with, in rising order. */
export interface Partners {
  /** The other rows of the anchor's class. */
  positive: number[];
  /** The rows of every other class. */
  negative: number[];
}

/** The partners of row i among labelled rows. */
export function partnersOf(labels: readonly number[], i: number): Partners {
  const partners: Partners = { positive: [], negative: [] };
  labels.forEach((label, j) => {
    if (label !== labels[i]) partners.negative.push(j);
    else if (j !== i) partners.positive.push(j);
  });
  return partners;
}
