import type { Cloud, Vec2 } from './parameters';

/** The cloud with point `i` moved. */
export function moved({ xy, labels }: Cloud, i: number, [x, y]: Vec2): Cloud {
  const next = xy.slice();
  next.set([x, y], 2 * i);
  return { xy: next, labels };
}
