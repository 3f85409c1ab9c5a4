import type { InputKind, Rows } from './declare';
import { requireLabels, requireRows } from './rows';

/** The inputs of a loss over a labelled batch. */
export const LABELLED_INPUTS = {
  x: { kind: 'rows', count: 'N', dimension: 'd', about: 'embeddings' },
  labels: { kind: 'labels', count: 'N', about: 'the class of each embedding' },
} as const satisfies Record<string, InputKind>;

/** @throws RangeError unless x is rows of finite numbers, with a whole label ≥ 0 for each */
export function requireLabelled(x: Rows, labels: readonly number[]): void {
  requireRows('x', x);
  requireLabels('labels', labels, { count: x.length });
}
