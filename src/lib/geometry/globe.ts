import {
  geoCircle,
  geoDistance,
  geoGraticule,
  geoInterpolate,
  geoOrthographic,
  geoPath,
  type GeoPermissibleObjects,
} from 'd3-geo';
import type { Frame, Point } from './frame';
import { toDegrees, type Vec3 } from './sphere';

/** Half a sphere as it is seen from far away: writes what of a shape lies on it as an SVG path. */
export type Side = (shape: GeoPermissibleObjects) => string;

/** A glass sphere: the half towards the eye, and the one behind, seen through it, of which only lines are drawn. */
export interface Globe {
  near: Side;
  far: Side;
}

/** What is drawn of a shape that is not filled: cut at the rim, it is not closed along it. */
const borderOf = (shape: GeoPermissibleObjects): GeoPermissibleObjects =>
  shape.type === 'Polygon' && 'coordinates' in shape
    ? { type: 'MultiLineString', coordinates: shape.coordinates }
    : shape;

/** The unit sphere of a picture with the place at a longitude and latitude, in degrees, in its middle. */
export function globe({ toX, toY }: Frame, [longitude, latitude]: Point): Globe {
  const side = (rotation: [number, number]) => {
    const projection = geoOrthographic()
      .translate([toX(0), toY(0)])
      .scale(toX(1) - toX(0))
      .clipAngle(90)
      // Shapes come with enough places: to look for more at every turn would be half of its work.
      .precision(0)
      .rotate(rotation);
    const write = geoPath(projection).digits(1);
    return { projection, path: (shape: GeoPermissibleObjects) => write(shape) ?? '' };
  };
  const far = side([180 - longitude, latitude]);
  far.projection.reflectX(true);
  return { near: side([-longitude, -latitude]).path, far: (shape) => far.path(borderOf(shape)) };
}

/** Degrees between neighbouring places of a shape: the straight line is a fifth of a pixel from the arc at most, in a picture 480 wide. */
const STEP = 5;
const RADIANS = Math.PI / 180;

/** Meridians and parallels every 30 degrees. */
export const GRATICULE = geoGraticule().step([30, 30]).precision(STEP)();

/** The way from a place to the next along the great circle, without its beginning. */
function way(from: [number, number], to: [number, number]): [number, number][] {
  const pieces = Math.max(1, Math.ceil(geoDistance(from, to) / (STEP * RADIANS)));
  const at = geoInterpolate(from, to);
  return Array.from({ length: pieces }, (_, i) => (i + 1 < pieces ? at((i + 1) / pieces) : to));
}

function through(points: readonly Vec3[]): [number, number][] {
  const places = points.map((p): [number, number] => [...toDegrees(p)]);
  return places.flatMap((to, i) => {
    const from = places[i - 1];
    return from ? way(from, to) : [to];
  });
}

/** A line through points of the sphere; between two of them it follows the great circle. */
export const lineThrough = (points: readonly Vec3[]): GeoPermissibleObjects => ({
  type: 'LineString',
  coordinates: through(points),
});

/** The area on the left of a closed line, its first point again at its end. */
export const areaWithin = (outline: readonly Vec3[]): GeoPermissibleObjects => ({
  type: 'Polygon',
  // The format asks for the area on the right.
  coordinates: [through(outline).reverse()],
});

/** All points at most the angle θ, in radians, from p. */
export const capAround = (p: Vec3, theta: number): GeoPermissibleObjects =>
  geoCircle()
    .center([...toDegrees(p)])
    .radius(theta / RADIANS)
    .precision(STEP)();
