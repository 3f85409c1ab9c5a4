import { cutInto, leafOrder, type Merge } from '../../clustering';
import type { Frame, Point } from '../../geometry/frame';
import { pathOf, polylines } from '../../geometry/polyline';

/** A bracket that joins two clusters: down, across and down again; its heights on the axis of the drawing. */
export interface Bracket {
  points: Point[];
  /** The cluster that it lies in, if it is below the cut. */
  cluster: number | undefined;
}

/** Heights are drawn as their square roots, so that the many low merges can be told apart. */
export const onAxis = (height: number): number => Math.sqrt(Math.max(0, height));
export const fromAxis = (place: number): number => Math.max(0, place) ** 2;

/** Every bracket of a tree that is cut so that k clusters are left. Leaves stand at 0, 1, 2, … */
export function bracketsOf(merges: readonly Merge[], n: number, k: number): Bracket[] {
  const clusters = cutInto(merges, n, k);
  const places: Point[] = [];
  const firstLeaf = Array.from({ length: n }, (_, i) => i);
  leafOrder(merges, n).forEach((leaf, x) => (places[leaf] = [x, 0]));
  return merges.map(({ first, second, height }, m) => {
    const [a, b] = [places[first] as Point, places[second] as Point];
    const top = onAxis(height);
    places[n + m] = [(a[0] + b[0]) / 2, top];
    firstLeaf[n + m] = firstLeaf[first] as number;
    return {
      points: [a, [a[0], top], [b[0], top], b],
      cluster: m < n - k ? clusters[firstLeaf[first] as number] : undefined,
    };
  });
}

/** The brackets as SVG paths, those of one colour as one. */
export function bracketPaths(
  frame: Frame,
  brackets: readonly Bracket[],
  hues: readonly number[],
): [role: string, d: string][] {
  const lines = new Map<string, string[]>();
  for (const { points, cluster } of brackets) {
    const role = cluster === undefined ? 'ink' : `class-${hues[cluster] ?? 1}`;
    const own = lines.get(role) ?? [];
    lines.set(role, own);
    own.push(...polylines(frame, points));
  }
  return [...lines].map(([role, all]) => [role, pathOf(all)]);
}
