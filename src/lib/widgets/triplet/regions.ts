import { ticks } from 'd3-array';
import { tripletOfDistances } from '../../losses';
import type { Point } from '../../geometry/frame';
import type { TripletModel } from './model';

const TURN = 2 * Math.PI;
/** Corners of a whole circle. */
const CORNERS = 96;
/** About how many contours there are. */
const CONTOURS = 7;

/** The rim of a circle from one angle to another, in radians. */
function rim([x, y]: Point, r: number, from: number, to: number): Point[] {
  const count = Math.max(2, Math.ceil((CORNERS * (to - from)) / TURN));
  return Array.from({ length: count + 1 }, (_, i): Point => {
    const t = from + ((to - from) * i) / count;
    return [x + r * Math.cos(t), y + r * Math.sin(t)];
  });
}

/** The outlines of all places within r of one of the centres: one closed line, or two where the circles do not meet. */
export function within(centres: readonly Point[], r: number): Point[][] {
  const [a, b] = centres;
  if (!a) return [];
  const [dx, dy] = b ? [b[0] - a[0], b[1] - a[1]] : [0, 0];
  const between = Math.hypot(dx, dy);
  if (!b || between === 0) return [rim(a, r, 0, TURN)];
  if (between >= 2 * r) return [rim(a, r, 0, TURN), rim(b, r, 0, TURN)];
  const [way, half] = [Math.atan2(dy, dx), Math.acos(between / (2 * r))];
  return [
    [...rim(a, r, way + half, way + TURN - half), ...rim(b, r, way + half - Math.PI, way + Math.PI - half)],
  ];
}

/** From where the negative is measured: the anchor, with swap the positive too. */
export const centresOf = ({ a, p, swap }: TripletModel): Point[] => (swap ? [a, p] : [a]);

/** How near a negative must be for its triplet to be hard, and to cost anything at all; the latter not for the soft form. */
export function radii({ D, border }: TripletModel): { hard: number; costly: number | undefined } {
  return { hard: D.ap, costly: border };
}

export interface Contour {
  loss: number;
  /** The distance from the nearest centre at which a negative has this loss. */
  r: number;
}

/** Levels of the loss over the negative's place, the lowest and widest first; a hinge's 0 among them. */
export function contours(model: TripletModel): Contour[] {
  const { compared, squared, charge, m } = model;
  const top = tripletOfDistances(compared.ap, 0, { m, form: charge }).loss;
  const levels = ticks(0, top, CONTOURS).filter((loss) => loss < top && (loss > 0 || charge === 'hinge'));
  return levels.map((loss) => {
    // The distance that the loss compares, solved for: hinge L = d + m − an, soft L = log(1 + e^{d − an}).
    const an = compared.ap - (charge === 'hinge' ? loss - m : Math.log(Math.expm1(loss)));
    return { loss, r: squared ? Math.sqrt(Math.max(0, an)) : Math.max(0, an) };
  });
}

/** The angles, in degrees from a centre, between which a place of the unit circle is within the chord r of it. */
export const halfArc = (r: number) => (r >= 2 ? 180 : (2 * Math.asin(r / 2) * 180) / Math.PI);

/** Room of a name, in units of the plane, as large as it gets on a small screen. */
const LETTER = 0.1;
const LINE = 0.24;
/** From a point to the middle of a name, which else would lie on it. */
const CLEAR = 0.25;
/** From a point to its letter, which stands above it on either side, as wide as two of a name's. */
const TO_LETTER: readonly Point[] = [
  [-0.28, 0.25],
  [0.28, 0.25],
];

export interface PlacedName {
  text: string;
  at: Point;
}

const meet = (a: PlacedName, b: PlacedName) =>
  Math.abs(a.at[0] - b.at[0]) < (LETTER * (a.text.length + b.text.length)) / 2 &&
  Math.abs(a.at[1] - b.at[1]) < LINE;

/** Whether a name would run into the letter of a point. */
const meetsLetter = (name: PlacedName, [u, v]: Point) =>
  TO_LETTER.some(([du, dv]) => meet(name, { text: 'xx', at: [u + du, v + dv] }));

/**
 * Places for the names of rings around a centre, each at its radius, in the frame, as far as can be from the points and on no
 * other name, nor on the letter of a point if that can be; a name for which there is no room is left out.
 */
export function placeNames(
  centre: Point,
  names: readonly { text: string; r: number }[],
  { x, y }: { x: Point; y: Point },
  away: readonly Point[],
): PlacedName[] {
  const [SIDE, TOP] = [0.42, 0.15];
  const room = (place: Point) => Math.min(...away.map((p) => Math.hypot(p[0] - place[0], p[1] - place[1])));
  const placed: PlacedName[] = [];
  for (const { text, r } of names) {
    const places = Array.from({ length: 24 }, (_, i): Point => {
      const t = Math.PI / 2 + (TURN * i) / 24;
      return [centre[0] + r * Math.cos(t), centre[1] + r * Math.sin(t)];
    })
      .filter((place) => room(place) > CLEAR)
      .filter(([u, v]) => u > x[0] + SIDE && u < x[1] - SIDE && v > y[0] + TOP && v < y[1] - TOP)
      .filter((at) => !placed.some((other) => meet({ text, at }, other)));
    const legible = places.filter((at) => !away.some((point) => meetsLetter({ text, at }, point)));
    const at = (legible.length > 0 ? legible : places).reduce<Point | undefined>(
      (best, place) => (best === undefined || room(place) > room(best) + 1e-9 ? place : best),
      undefined,
    );
    if (at) placed.push({ text, at });
  }
  return placed;
}
