import type { Embedded } from './evaluate';
import { covarianceOf, effectiveNumber, eigenvalues } from './spectrum';

/** Rows of embeddings, each divided by its length; a zero vector stays as it is. */
function unitRows({ points, labels, dim }: Embedded): number[][] {
  return Array.from({ length: labels.length }, (_, i) => {
    const row = Array.from({ length: dim }, (_, k) => points[i * dim + k] as number);
    const length = Math.hypot(...row) || 1;
    return row.map((value) => value / length);
  });
}

/**
 * The effective rank of embeddings of unit length: in how many directions they vary, from 1 to their dimension. It is
 * e^H, H being the entropy of the singular values σ of the embeddings (about their mean), as shares of their sum.
 *
 * @returns 0 where all embeddings are one point
 * @see Roy, Vetterli (2007), definition 1
 */
export const effectiveRank = (items: Embedded): number =>
  effectiveNumber(eigenvalues(covarianceOf(unitRows(items))).map(Math.sqrt));

/**
 * How tight classes are beside how far they are from each other: the mean distance of two embeddings of one class over
 * the mean distance of two class means, both of unit length. Small means tight heaps; Roth's π_ratio.
 *
 * @returns 0 where the class means coincide
 * @see Roth et al. (2020), section 5.1
 */
export function classSpread(items: Embedded): number {
  const rows = unitRows(items);
  const classes = [...new Set(Array.from(items.labels))].map((label) =>
    rows.filter((_, i) => items.labels[i] === label),
  );
  const within = meanOf(classes.flatMap((members) => distancesAmong(members)));
  const means = classes.map((members) => {
    const mean = Array.from({ length: items.dim }, (_, k) =>
      members.reduce((sum, row) => sum + (row[k] as number), 0),
    );
    const length = Math.hypot(...mean) || 1;
    return mean.map((value) => value / length);
  });
  const between = meanOf(distancesAmong(means));
  return between > 0 ? within / between : 0;
}

function distancesAmong(rows: readonly (readonly number[])[]): number[] {
  return rows.flatMap((row, i) =>
    rows
      .slice(0, i)
      .map((other) => Math.sqrt(row.reduce((sum, value, k) => sum + (value - (other[k] as number)) ** 2, 0))),
  );
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
