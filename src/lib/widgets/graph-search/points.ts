import type { Points } from '../../clustering';
import { normal, random } from '../../state/random';

/** Heaps that the points come in, as embeddings do. */
const HEAPS = 14;
const SPREAD = 0.13;
export const EDGE = 1;
/** Where the picture ends, and how far the query may go. */
export const REACH = 1.05 * EDGE;

const inside = (value: number) => Math.min(EDGE, Math.max(-EDGE, value));

/** Stored points of the plane, in heaps and with some between them. A larger n keeps the points of a smaller one. */
export function storedPoints(n: number, seed: number): Points {
  const uniform = random(seed);
  const centres = Array.from(
    { length: HEAPS },
    () => [1.7 * uniform() - 0.85, 1.7 * uniform() - 0.85] as const,
  );
  const at = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    const lone = uniform() < 0.15;
    const [x, y] = centres[Math.floor(uniform() * HEAPS)] as readonly [number, number];
    at[2 * i] = lone ? 2 * uniform() - 1 : inside(x + SPREAD * normal(uniform));
    at[2 * i + 1] = lone ? 2 * uniform() - 1 : inside(y + SPREAD * normal(uniform));
  }
  return { at, dim: 2 };
}
