import type { InputKind } from './declare';

/** The inputs of a loss that has a weight for each class. */
export const CLASS_INPUTS = {
  x: { kind: 'rows', count: 'B', dimension: 'd', about: 'embeddings' },
  W: { kind: 'rows', count: 'C', dimension: 'd', about: 'class weights' },
  labels: { kind: 'labels', count: 'B', classes: 'C', about: 'the class of each embedding' },
} as const satisfies Record<string, InputKind>;

/** The inputs of a loss that has a proxy for each class. */
export const PROXY_INPUTS = {
  x: CLASS_INPUTS.x,
  proxies: { kind: 'rows', count: 'C', dimension: 'd', about: 'proxies, one a class' },
  labels: CLASS_INPUTS.labels,
} as const satisfies Record<string, InputKind>;
