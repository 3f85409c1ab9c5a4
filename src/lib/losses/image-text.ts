import type { InputKind, RowsLike, Rows } from './declare';
import { requirePositive } from './require';
import { requireRows, requireShape, rowAt } from './rows';

/** The inputs of a loss over images with their texts. */
export const IMAGE_TEXT_INPUTS = {
  img: { kind: 'rows', count: 'B', dimension: 'd', about: 'embeddings of images' },
  txt: { kind: 'rows', count: 'B', dimension: 'd', about: 'embeddings of their texts, in the same order' },
} as const satisfies Record<string, InputKind>;

export interface ImageTextOptions {
  /** Whether the similarity is the cosine (the default) or the bare scalar product. */
  normalise?: boolean;
}

/** @throws RangeError unless both are as many rows of finite numbers, equally long, and the scale is a number > 0 */
export function requireImageText(
  img: RowsLike,
  txt: RowsLike,
  scale: readonly [name: string, value: number],
): void {
  requireRows('img', img);
  requireShape('txt', txt, { count: img.length, dimension: rowAt(img, 0).length });
  requirePositive(...scale);
}

/** Σᵢⱼ Gᵢⱼ Sᵢⱼ: the gradient for a factor of S. */
export function contracted(G: Rows, S: Rows): number {
  return G.reduce((sum, row, i) => sum + row.reduce((part, g, j) => part + g * rowAt(rowAt(S, i), j), 0), 0);
}
