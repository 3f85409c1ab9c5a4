import type { Cloud } from './parameters';
import { normal, random } from './random';

/**
 * `n` points of the plane from a seed, each coordinate normal with standard deviation `sigma`, in `classes`
 * classes that take turns. A larger n keeps the points of a smaller one.
 */
export function scatter(seed: number, n: number, classes: number, sigma: number): Cloud {
  const uniform = random(seed);
  return {
    xy: Float64Array.from({ length: 2 * n }, () => sigma * normal(uniform)),
    labels: Array.from({ length: n }, (_, i) => i % classes),
  };
}
