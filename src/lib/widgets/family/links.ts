import type { Rows } from '../../losses';
import type { Batch, Entry, Knobs } from './entry';

/** How one row moves another: a slope above zero pulls them together, one below zero pushes them apart. */
export interface Tie {
  i: number;
  /** A row of x, or of W for the losses with class weights. */
  j: number;
  /** ∂L/∂d for the distance of the two, or −∂L/∂s for their cosine or product. */
  slope: number;
}

/** How far rows are lifted. What is neglected is of the order of its square. */
const LIFT = 1e-4;

const length = (row: readonly number[]) => Math.hypot(...row);
const cell = (rows: Rows, i: number, k: number) => rows[i]?.[k] ?? 0;

/** The rows with `count` more components, all zero but one: LIFT for row i in the one that is its own. */
const lifted = (rows: Rows, count: number, own: boolean) =>
  rows.map((row, i) => [...row, ...Array.from({ length: count }, (_, k) => (own && k === i ? LIFT : 0))]);

/**
 * Who pulls whom, found without a look into the loss: every row is lifted a little into a dimension of its own. Of all
 * that a row feels in the dimension of row j, nothing can come from any row but j.
 */
export function tiesOf(
  { sees, evaluate }: Entry,
  { x, labels, W }: Batch,
  knobs: Knobs,
  classes: boolean,
): Tie[] {
  const others = classes ? W : x;
  const terms = evaluate(
    {
      x: lifted(x, others.length, !classes),
      labels,
      W: lifted(W, others.length, classes),
    },
    knobs,
  );
  const ties: Tie[] = [];
  x.forEach((row, i) => {
    others.forEach((other, j) => {
      if (!classes && j <= i) return;
      const felt = -cell(terms.x, i, row.length + j) / LIFT;
      const distance = Math.hypot(...row.map((v, k) => v - (other[k] ?? 0)));
      const unit = { distance, cosine: length(row) * length(other), product: 1 }[sees];
      ties.push({ i, j, slope: felt * unit });
    });
  });
  return ties;
}
