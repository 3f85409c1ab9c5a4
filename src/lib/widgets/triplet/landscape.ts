import { degreesOf, onCircle } from '../../geometry/circle';
import { directionField, landscapeOf, planeField, type Landscape } from '../../geometry/contours';
import type { Point } from '../../geometry/frame';
import { tripletOfDistances } from '../../losses';
import type { TripletValues } from './values';

/** The part of the plane that is shown, and that no point leaves. */
export const PLANE = { x: [-2, 2], y: [-1.5, 1.5] } as const;
/** As far as its corners. */
const CORNER = 2.5;
/** More than the loss can fall anywhere in the picture: a hinge with so much more margin is nowhere shut. */
const OPEN = 100;

/**
 * The loss wherever the chosen one of the three might be, the others staying where they are. With embeddings of length 1
 * it depends on the direction alone.
 */
export function tripletLandscape(values: TripletValues): Landscape | undefined {
  const { m, distances, charge: form, unit, swap, land } = values;
  if (land === 'none') return undefined;
  const place = (at: Point): Point => (unit ? onCircle(degreesOf(at)) : at);
  const fixed = { a: place(values.a), p: place(values.p), n: place(values.n) };
  const measure = (u: Point, v: Point) => {
    const [dx, dy] = [u[0] - v[0], u[1] - v[1]];
    return distances === 'squared' ? dx * dx + dy * dy : Math.hypot(dx, dy);
  };
  const open = form === 'hinge' ? OPEN : 0;
  /** The loss, and beyond the kink of the hinge what it would go on to. */
  const lossAt = (at: Point) => {
    const [a, p, n] = [land === 'a' ? at : fixed.a, land === 'p' ? at : fixed.p, land === 'n' ? at : fixed.n];
    const an = swap ? Math.min(measure(a, n), measure(p, n)) : measure(a, n);
    return tripletOfDistances(measure(a, p), an, { m: m + open, form }).loss - open;
  };
  return landscapeOf(
    unit
      ? directionField(CORNER, (degrees) => lossAt(onCircle(degrees)))
      : planeField(PLANE, (x, y) => lossAt([x, y])),
    1,
  );
}
