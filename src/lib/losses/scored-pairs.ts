import type { BatchLoss, InputKind, RowsLike, Numbers } from './declare';
import { cosineSimilarity } from './distances';
import { requireFinite } from './require';
import { requireRows, requireShape, rowAt } from './rows';

/** The inputs of a loss over pairs with a score for each.
 * @internal
 */
export const SCORED_INPUTS = {
  a: { kind: 'rows', count: 'B', dimension: 'd', about: 'first embeddings' },
  b: { kind: 'rows', count: 'B', dimension: 'd', about: 'second embeddings' },
  score: { kind: 'numbers', count: 'B', min: 0, max: 1, about: 'how similar each pair is' },
} as const satisfies Record<string, InputKind>;

/** A loss of the cosines of all pairs, with its items and its slope in each cosine. */
type OfCosines = (c: readonly number[]) => { loss: number; items: number[]; slope: readonly number[] };

/**
 * A loss that sees each pair through its cosine, with the gradients for the embeddings.
 * @internal
 */
export function angularPairs(
  a: RowsLike,
  b: RowsLike,
  score: Numbers,
  ofCosines: OfCosines,
): BatchLoss<{ a: number[][]; b: number[][] }> {
  requireRows('a', a);
  requireShape('b', b, { count: a.length, dimension: rowAt(a, 0).length });
  requireFinite('score', score);
  if (score.length !== a.length) {
    throw new RangeError(`score has ${score.length} entries; ${a.length} are needed, one a pair`);
  }
  const measured = a.map((row, i) => cosineSimilarity()(row, rowAt(b, i)));
  const { loss, items, slope } = ofCosines(measured.map(({ D }) => D));
  const chained = (side: 'x1' | 'x2') =>
    measured.map(({ gradient }, i) => gradient[side].map((g) => 0 + rowAt(slope, i) * g));
  return { loss, items, gradient: { a: chained('x1'), b: chained('x2') } };
}
