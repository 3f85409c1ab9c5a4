import { contrastive } from '../../losses';
import type { Vec2 } from '../../state/parameters';

export interface PairValues {
  x1: Vec2;
  x2: Vec2;
  y: '0' | '1';
  m: number;
}

/** Half-width of the central difference, near the cube root of float64's precision. */
const H = 1e-5;

/** Two embeddings under the contrastive loss of Hadsell, Chopra, LeCun (2006), eq. 4, and its gradient. */
export function pairModel({ x1, x2, y: label, m }: PairValues) {
  const y = Number(label) as 0 | 1;
  const terms = contrastive(x1, x2, y, { m });
  const { D, gradient } = terms;
  const loss = (a: Vec2, b: Vec2) => contrastive(a, b, y, { m }).loss;
  /** Central differences: no formula for the gradient is used. */
  const differences = (at: Vec2, lossAt: (moved: Vec2) => number): Vec2 => [
    (lossAt([at[0] + H, at[1]]) - lossAt([at[0] - H, at[1]])) / (2 * H),
    (lossAt([at[0], at[1] + H]) - lossAt([at[0], at[1] - H])) / (2 * H),
  ];
  const numeric1 = differences(x1, (moved) => loss(moved, x2));
  const numeric2 = differences(x2, (moved) => loss(x1, moved));
  const g1: Vec2 = [gradient.x1[0] ?? 0, gradient.x1[1] ?? 0];
  const g2: Vec2 = [gradient.x2[0] ?? 0, gradient.x2[1] ?? 0];
  return {
    ...terms,
    y,
    m,
    g1,
    g2,
    numeric1,
    numeric2,
    /** The largest difference between the two gradients, over both points. */
    error: Math.max(...[...g1, ...g2].map((g, k) => Math.abs(g - ([...numeric1, ...numeric2][k] as number)))),
    /** Length of −gradient, the same for both points. */
    force: Math.hypot(...g1),
    /** What the pair falls short of the margin. */
    lack: Math.max(0, m - D),
    active: y === 0 ? D > 0 : D < m,
  };
}

export type PairModel = ReturnType<typeof pairModel>;

/** The second point moved along the line from the first, so that their distance is D (rightwards where they coincide). */
export function atDistance(x1: Vec2, x2: Vec2, D: number): Vec2 {
  const u: Vec2 = [x2[0] - x1[0], x2[1] - x1[1]];
  const length = Math.hypot(...u);
  const direction: Vec2 = length > 0 ? [u[0] / length, u[1] / length] : [1, 0];
  return [x1[0] + D * direction[0], x1[1] + D * direction[1]];
}
