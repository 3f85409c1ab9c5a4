import { Delaunay } from 'd3-delaunay';
import { pathRound } from 'd3-path';
import type { Frame } from './frame';

/**
 * The part of a picture that is nearer to one point than to any other, for each point, those of one group as one SVG path:
 * where a nearest neighbour would be found in that group.
 * @param points x₁, y₁, x₂, y₂, … in data coordinates, finite
 * @param groups the group of each
 */
export function cellPaths(
  { x, y, toX, toY }: Frame,
  points: ArrayLike<number>,
  groups: readonly string[],
): Map<string, string> {
  const places = Float64Array.from(points, (value, k) => (k % 2 === 0 ? toX(value) : toY(value)));
  const cells = new Delaunay(places).voronoi([toX(x[0]), toY(y[1]), toX(x[1]), toY(y[0])]);
  const pens = new Map<string, ReturnType<typeof pathRound>>();
  groups.forEach((group, i) => {
    const pen = pens.get(group) ?? pathRound(1);
    pens.set(group, pen);
    cells.renderCell(i, pen);
  });
  return new Map([...pens].map(([group, pen]) => [group, String(pen)]));
}
