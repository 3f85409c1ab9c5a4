import { contrastiveOfDistance, type LabelConvention } from '../../losses';
import { read } from './reading';

export interface ConventionsValues {
  /** What the loss expects. */
  convention: LabelConvention;
  /** What the labels of the data mean. */
  data: LabelConvention;
  same: '1' | '0';
  D: number;
  m: number;
}

/**
 * The two terms of the loss at a distance and their sum weighed by a and 1 − a: 1 and 0 are the two kinds of pair,
 * anything else is what arithmetic makes of a label outside the convention.
 */
export function weighed(a: number, D: number, m: number) {
  const similar = contrastiveOfDistance(D, 0, { m }).loss;
  const dissimilar = contrastiveOfDistance(D, 1, { m }).loss;
  return { similar, dissimilar, loss: a * similar + (1 - a) * dissimilar };
}

/** A pair labelled under one convention and read by code that expects the same or another. */
export function conventionsModel({ convention, data, same, D, m }: ConventionsValues) {
  const rows = [read(convention, data, true), read(convention, data, false)] as const;
  const pair = same === '1' ? rows[0] : rows[1];
  return {
    ...weighed(pair.a, D, m),
    convention,
    data,
    D,
    m,
    /** Both kinds of pair, the same class first. */
    rows,
    pair,
    /** The number written in the data. */
    label: pair.label,
    /** The loss of the pair, its label understood. */
    right: weighed(pair.right, D, m).loss,
    wrong: pair.wrong,
  };
}

export type ConventionsModel = ReturnType<typeof conventionsModel>;
