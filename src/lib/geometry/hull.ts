import { quantile } from 'd3-array';
import { polygonHull } from 'd3-polygon';
import type { Point } from './frame';

/** The share of a class's points that its hull holds: a stray one would make it say nothing. */
const HELD = 0.9;

/**
 * For each class the smallest convex polygon around those of its points that are nearest to their mean; none for a class
 * of fewer than three.
 * @param points x₁, y₁, x₂, y₂, …
 * @param labels the class of each, from 0
 */
export function classHulls(points: ArrayLike<number>, labels: ArrayLike<number>): (Point[] | undefined)[] {
  const classes: [number, number][][] = [];
  for (let i = 0; i < labels.length; i++) {
    const place: [number, number] = [points[2 * i] as number, points[2 * i + 1] as number];
    if (Number.isFinite(place[0]) && Number.isFinite(place[1]))
      (classes[labels[i] as number] ??= []).push(place);
  }
  return Array.from(classes, (members: [number, number][] = []) => {
    const mean = (axis: 0 | 1) => members.reduce((sum, place) => sum + place[axis], 0) / members.length;
    const [x, y] = [mean(0), mean(1)];
    const away = members.map(([u, v]) => Math.hypot(u - x, v - y));
    const limit = quantile(away, HELD) ?? 0;
    return polygonHull(members.filter((_, i) => (away[i] as number) <= limit)) ?? undefined;
  });
}
