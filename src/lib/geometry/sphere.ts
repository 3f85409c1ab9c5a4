import type { Point } from './frame';

export type Vec3 = readonly [number, number, number];

const RADIANS = Math.PI / 180;

export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const add = (a: Vec3, p: number, b: Vec3, q: number): Vec3 => [
  p * a[0] + q * b[0],
  p * a[1] + q * b[1],
  p * a[2] + q * b[2],
];
const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = (a: Vec3): Vec3 => add(a, 1 / Math.hypot(...a), a, 0);

/** The point of the unit sphere at a longitude and a latitude in degrees; the third axis is the pole. */
export function fromDegrees([longitude, latitude]: Point): Vec3 {
  const [a, b] = [longitude * RADIANS, latitude * RADIANS];
  return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)];
}

/** Longitude and latitude in degrees of a point of the unit sphere. */
export function toDegrees([x, y, z]: Vec3): Point {
  return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

/** The angle between two points of the unit sphere in radians, exact for small and for large angles. */
export function angleBetween(a: Vec3, b: Vec3): number {
  return Math.atan2(Math.hypot(...cross(a, b)), dot(a, b));
}

/** How the sphere is seen from far away: to the right, upwards, and towards the eye. */
export interface Eye {
  right: Vec3;
  up: Vec3;
  near: Vec3;
}

/** The eye above a longitude and latitude in degrees, with the pole upwards. */
export function eyeAbove([longitude, latitude]: Point): Eye {
  const near = fromDegrees([longitude, latitude]);
  const right: Vec3 = [-Math.sin(longitude * RADIANS), Math.cos(longitude * RADIANS), 0];
  return { right, up: cross(near, right), near };
}

/** Where a point is seen, as coordinates of the picture in which the sphere is the unit disc. */
export const project = ({ right, up }: Eye, p: Vec3): Point => [dot(p, right), dot(p, up)];

/** Whether a point is on the side towards the eye; the rim is, whatever rounding has made of it. */
export const isNear = ({ near }: Eye, p: Vec3): boolean => dot(p, near) >= -1e-9;

/** The point of the sphere that is seen at a place, on the near side or on the far one; outside the disc, on its rim. */
export function unproject({ right, up, near }: Eye, [x, y]: Point, far = false): Vec3 {
  const r = Math.hypot(x, y);
  const scale = r > 1 ? 1 / r : 1;
  const depth = Math.sqrt(Math.max(0, 1 - Math.min(1, r) ** 2));
  return add(add(right, x * scale, up, y * scale), 1, near, far ? -depth : depth);
}

/** Directions along the sphere at a point: to the east and to the north, or any two at right angles at a pole. */
function tangents(p: Vec3): [Vec3, Vec3] {
  const level = Math.hypot(p[0], p[1]);
  const east: Vec3 = level > 1e-9 ? [-p[1] / level, p[0] / level, 0] : [0, 1, 0];
  return [east, cross(p, east)];
}

/** The place that is reached from p by going the angle θ in a direction, an azimuth in radians from the east. */
export function travel(p: Vec3, azimuth: number, theta: number): Vec3 {
  const [east, north] = tangents(p);
  const along = add(east, Math.cos(azimuth), north, Math.sin(azimuth));
  return add(p, Math.cos(theta), along, Math.sin(theta));
}

/** The azimuth in which q lies from p. */
export function azimuthOf(p: Vec3, q: Vec3): number {
  const [east, north] = tangents(p);
  return Math.atan2(dot(q, north), dot(q, east));
}

/** The point moved by an angle, in radians, to the right and upwards as the eye sees it, past the rim if need be. */
export function nudge({ right, up, near }: Eye, p: Vec3, [dx, dy]: Point): Vec3 {
  const turn = (a: Vec3, from: Vec3, to: Vec3, angle: number): Vec3 => {
    const [u, v] = [dot(a, from), dot(a, to)];
    const rest = add(add(a, 1, from, -u), 1, to, -v);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return add(add(rest, 1, from, u * c - v * s), 1, to, u * s + v * c);
  };
  return unit(turn(turn(p, near, right, dx), near, up, dy));
}
