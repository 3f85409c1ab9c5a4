import type { Point } from './frame';
import { dot, isNear, project, travel, fromDegrees, type Eye, type Vec3 } from './sphere';

/** A line on the sphere as it is seen: what is near and what is far; a break is a point that is no place. */
export interface Seen {
  near: Point[];
  far: Point[];
}

const BREAK: Point = [NaN, NaN];

/** Where the straight line between two points of the sphere crosses the rim. */
function rim(eye: Eye, a: Vec3, b: Vec3): Point {
  const [p, q] = [dot(a, eye.near), dot(b, eye.near)];
  const t = p === q ? 0 : p / (p - q);
  const [x, y] = project(eye, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])]);
  const r = Math.hypot(x, y);
  return [x / r, y / r];
}

/** A line through points of the sphere, cut where it passes the rim. */
export function seen(eye: Eye, points: readonly Vec3[]): Seen {
  const result: Seen = { near: [], far: [] };
  let before: Vec3 | undefined;
  for (const p of points) {
    const side = isNear(eye, p) ? 'near' : 'far';
    if (before && isNear(eye, before) !== isNear(eye, p)) {
      const at = rim(eye, before, p);
      result[side === 'near' ? 'far' : 'near'].push(at, BREAK);
      result[side].push(at);
    }
    result[side].push(project(eye, p));
    before = p;
  }
  return result;
}

/** The circle of the points at the angle θ from p, closed. */
export function circleAround(p: Vec3, theta: number, count = 72): Vec3[] {
  return Array.from({ length: count + 1 }, (_, i) => travel(p, (2 * Math.PI * i) / count, theta));
}

/** Meridians and parallels every 30 degrees, as lines. */
export const GRATICULE: readonly (readonly Vec3[])[] = [
  ...Array.from({ length: 12 }, (_, i) =>
    Array.from({ length: 21 }, (_, k) => fromDegrees([30 * i, -60 + 6 * k])),
  ),
  ...[-60, -30, 0, 30, 60].map((latitude) =>
    Array.from({ length: 61 }, (_, k) => fromDegrees([6 * k, latitude])),
  ),
];

/**
 * The near part of a region of the sphere as one polygon, for a region that the rim cuts at most once, as it cuts every
 * convex one. Where the outline passes behind, the polygon follows the rim.
 *
 * @param outline a closed line, its first point again at its end
 * @param inside whether a place belongs to the region; it decides which way round the rim
 */
export function nearPart(eye: Eye, outline: readonly Vec3[], inside: (p: Vec3) => boolean): Point[] {
  const points = outline.slice(0, -1);
  const n = points.length;
  const at = (i: number) => points[((i % n) + n) % n] as Vec3;
  const start = points.findIndex((p, i) => isNear(eye, p) && !isNear(eye, at(i - 1)));
  if (start < 0) return points.every((p) => isNear(eye, p)) ? points.map((p) => project(eye, p)) : [];
  const chain: Point[] = [rim(eye, at(start - 1), at(start))];
  let i = start;
  for (; isNear(eye, at(i)); i++) chain.push(project(eye, at(i)));
  chain.push(rim(eye, at(i - 1), at(i)));
  return [...chain, ...alongRim(eye, chain, inside)];
}

/** The rim from the end of a chain back to its beginning, inside the region. */
function alongRim({ right, up }: Eye, chain: readonly Point[], inside: (p: Vec3) => boolean): Point[] {
  const angle = ([x, y]: Point = [1, 0]) => Math.atan2(y, x);
  const [from, to] = [angle(chain.at(-1)), angle(chain[0])];
  const place = (a: number): Vec3 => [
    Math.cos(a) * right[0] + Math.sin(a) * up[0],
    Math.cos(a) * right[1] + Math.sin(a) * up[1],
    Math.cos(a) * right[2] + Math.sin(a) * up[2],
  ];
  const left = (to - from + 2 * Math.PI) % (2 * Math.PI);
  const turn = inside(place(from + left / 2)) ? left : left - 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(turn) / 0.05));
  return Array.from({ length: count - 1 }, (_, i): Point => {
    const a = from + (turn * (i + 1)) / count;
    return [Math.cos(a), Math.sin(a)];
  });
}
