import { landscapeOf, planeField, type Landscape } from '../../geometry/contours';
import { contrastive, contrastiveOfDistance } from '../../losses';
import { memoizeLast } from '../../state/memoize-last';
import type { Vec2 } from '../../state/parameters';

export interface PairValues {
  x1: Vec2;
  x2: Vec2;
  y: '0' | '1';
  m: number;
  /** The point whose places the landscape is about. */
  land: 'none' | 'x1' | 'x2';
}

/** The part of the plane that is shown, and that no point leaves. */
export const PLANE = { x: [-2, 2], y: [-1.5, 1.5] } as const;

/** Half-width of the central difference, near the cube root of float64's precision. */
const H = 1e-5;

/** Two embeddings under the contrastive loss of Hadsell, Chopra, LeCun (2006), eq. 4, and its gradient. */
export function pairModel(values: PairValues, landscape: typeof pairLandscape = pairLandscape) {
  const { x1, x2, y: label, m } = values;
  const y = Number(label) as 0 | 1;
  const terms = contrastive(x1, x2, y, { m });
  const { D, gradient } = terms;
  const g1: Vec2 = [gradient.x1[0] ?? 0, gradient.x1[1] ?? 0];
  const g2: Vec2 = [gradient.x2[0] ?? 0, gradient.x2[1] ?? 0];
  return {
    ...terms,
    y,
    m,
    g1,
    g2,
    /** Length of −gradient, the same for both points. */
    force: Math.hypot(...g1),
    /** What the pair falls short of the margin. */
    lack: Math.max(0, m - D),
    active: y === 0 ? D > 0 : D < m,
    landscape: landscape(values),
  };
}

/** The loss wherever the chosen point might be, the other one staying where it is. */
function pairLandscape({ x1, x2, y, m, land }: PairValues): Landscape | undefined {
  if (land === 'none') return undefined;
  const [u, v] = land === 'x1' ? x2 : x1;
  const label = Number(y);
  return landscapeOf(
    planeField(PLANE, (a, b) => contrastiveOfDistance(Math.hypot(a - u, b - v), label, { m }).loss),
  );
}

/** A model for one session: the landscape stays as it is while the point that it is about moves. */
export function rememberPair(): (values: PairValues) => PairModel {
  const landscape = memoizeLast(pairLandscape, ({ x1, x2, y, m, land }) => [
    land,
    land === 'x1' ? x2 : x1,
    y,
    m,
  ]);
  return (values) => pairModel(values, landscape);
}

export type PairModel = ReturnType<typeof pairModel>;

/**
 * The gradient for both points by central differences, for which no formula is used, and the largest difference of a
 * component from the one by formula.
 */
export function gradientByDifferences(
  { x1, x2 }: Pick<PairValues, 'x1' | 'x2'>,
  { y, m, g1, g2 }: PairModel,
) {
  const lossAt = (a: Vec2, b: Vec2) => contrastive(a, b, y, { m }).loss;
  const differences = ([u, v]: Vec2, loss: (moved: Vec2) => number): Vec2 => [
    (loss([u + H, v]) - loss([u - H, v])) / (2 * H),
    (loss([u, v + H]) - loss([u, v - H])) / (2 * H),
  ];
  const numeric = {
    x1: differences(x1, (moved) => lossAt(moved, x2)),
    x2: differences(x2, (moved) => lossAt(x1, moved)),
  };
  const apart = (a: Vec2, b: Vec2) => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
  return { ...numeric, error: Math.max(apart(g1, numeric.x1), apart(g2, numeric.x2)) };
}

/** How far the second point can be from the first in the direction in which it lies, inside a rectangle about the origin. */
export function farthest(x1: Vec2, x2: Vec2, [right, top]: Vec2): number {
  const [from, unit] = [x1, atDistance([0, 0], [x2[0] - x1[0], x2[1] - x1[1]], 1)];
  const room = ([0, 1] as const).map((k) => {
    const edge = Math.sign(unit[k]) * (k === 0 ? right : top);
    return unit[k] === 0 ? Infinity : (edge - from[k]) / unit[k];
  });
  return Math.min(...room);
}

/** The second point moved along the line from the first, so that their distance is D (rightwards where they coincide). */
export function atDistance(x1: Vec2, x2: Vec2, D: number): Vec2 {
  const u: Vec2 = [x2[0] - x1[0], x2[1] - x1[1]];
  const length = Math.hypot(...u);
  const direction: Vec2 = length > 0 ? [u[0] / length, u[1] / length] : [1, 0];
  return [x1[0] + D * direction[0], x1[1] + D * direction[1]];
}
