import type { Cloud, Vec2 } from '../../state/parameters';
import { MOST } from './model';

/** The cloud with one more point, at its end; as it was when it is full. */
export function add(cloud: Cloud, [x, y]: Vec2, label: number): Cloud {
  if (cloud.labels.length >= MOST) return cloud;
  return { xy: Float64Array.of(...cloud.xy, x, y), labels: [...cloud.labels, label] };
}

/** The cloud without point `i`; as it was when only two are left, for a loss needs a pair. */
export function remove({ xy, labels }: Cloud, i: number): Cloud {
  if (labels.length <= 2) return { xy, labels };
  return { xy: xy.filter((_, k) => k >> 1 !== i), labels: labels.filter((_, k) => k !== i) };
}

/** The cloud with point `i` in class `label`. */
export function relabel({ xy, labels }: Cloud, i: number, label: number): Cloud {
  return { xy, labels: labels.map((old, k) => (k === i ? label : old)) };
}
