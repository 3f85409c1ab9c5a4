import type { InputKind, Numbers, RowsLike } from './declare';
import { requireLabels, requireRows } from './rows';

/**
 * The inputs of a loss over a labelled batch. A row that is alone in its class has no positive and mostly costs nothing,
 * yet counts in a mean; so batches are made of P classes with K ≥ 2 rows of each.
 */
export const LABELLED_INPUTS = {
  x: { kind: 'rows', count: 'N', dimension: 'd', about: 'embeddings' },
  labels: { kind: 'labels', count: 'N', about: 'the class of each embedding' },
} as const satisfies Record<string, InputKind>;

/**
 * The labels in a plain array.
 * @throws RangeError unless x is rows of finite numbers, with a whole label ≥ 0 for each
 */
export function requireLabelled(x: RowsLike, labels: Numbers): readonly number[] {
  requireRows('x', x);
  return requireLabels('labels', labels, { count: x.length });
}
