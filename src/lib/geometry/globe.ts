import { geoCircle, geoGraticule, geoOrthographic, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import type { Frame, Point } from './frame';
import { toDegrees, type Vec3 } from './sphere';

/** Half a sphere as it is seen from far away: writes what of a shape lies on it as an SVG path. */
export type Side = (shape: GeoPermissibleObjects) => string;

/** A glass sphere: the half towards the eye, and the one behind, seen through it. */
export interface Globe {
  near: Side;
  far: Side;
}

/** The unit sphere of a picture with the place at a longitude and latitude, in degrees, in its middle. */
export function globe({ toX, toY }: Frame, [longitude, latitude]: Point): Globe {
  const side = (rotation: [number, number]) => {
    const projection = geoOrthographic()
      .translate([toX(0), toY(0)])
      .scale(toX(1) - toX(0))
      .clipAngle(90)
      .rotate(rotation);
    const write = geoPath(projection).digits(1);
    return { projection, path: (shape: GeoPermissibleObjects) => write(shape) ?? '' };
  };
  const far = side([180 - longitude, latitude]);
  far.projection.reflectX(true);
  return { near: side([-longitude, -latitude]).path, far: far.path };
}

/** Meridians and parallels every 30 degrees. */
export const GRATICULE = geoGraticule().step([30, 30])();

const place = (p: Vec3) => [...toDegrees(p)];

/** A line through points of the sphere; between two of them it follows the great circle. */
export const lineThrough = (points: readonly Vec3[]): GeoPermissibleObjects => ({
  type: 'LineString',
  coordinates: points.map(place),
});

/** The area on the left of a closed line, its first point again at its end. */
export const areaWithin = (outline: readonly Vec3[]): GeoPermissibleObjects => ({
  type: 'Polygon',
  // The format asks for the area on the right.
  coordinates: [outline.map(place).reverse()],
});

/** All points at most the angle θ, in radians, from p. */
export const capAround = (p: Vec3, theta: number): GeoPermissibleObjects =>
  geoCircle()
    .center(toDegrees(p) as [number, number])
    .radius((theta * 180) / Math.PI)();
