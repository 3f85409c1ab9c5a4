import type { Described, Parameter } from './parameter';

/** A place of the pen: x and y in the units of the pad, y downwards, and the time in hundredths of a second. */
type PenPoint = readonly [x: number, y: number, t: number];

/** What the pen left between being put down and being lifted, for each time that it was. */
export type Drawing = readonly (readonly PenPoint[])[];

export interface DrawingsParameter extends Parameter<readonly Drawing[]> {
  kind: 'drawings';
  /** Drawings, strokes in one of them, points in one of them: this many at the most. */
  most: { drawings: number; strokes: number; points: number };
  width: number;
  height: number;
}

/** Half a minute. */
const LAST = 3000;

interface Spec extends Described {
  most: DrawingsParameter['most'];
  width: number;
  height: number;
  /** Whether the text carries the time of each point. */
  timed?: boolean;
  default?: readonly Drawing[];
}

/** A whole number from 0 to `max`, or NaN. */
function readWhole(text: string, max: number): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  return value <= max ? value : NaN;
}

/**
 * Drawings made with a pen. Points are written `x,y`, or `x,y,t` where time counts, in whole numbers; a semicolon
 * separates the points of a stroke, `~` the strokes of a drawing, `!` the drawings: `10,10;10,90~5,50;60,50`.
 */
export function drawings(spec: Spec): DrawingsParameter {
  const { most, width, height, timed = false } = spec;
  const limits = timed ? [width, height, LAST] : [width, height];
  const allowed =
    `up to ${most.drawings} drawing${most.drawings > 1 ? 's separated by “!”' : ''}, each of up to ` +
    `${most.strokes} strokes separated by “~” and ${most.points} points “${timed ? 'x,y,t' : 'x,y'}” separated by ` +
    `semicolons, in whole numbers, x from 0 to ${width}, y from 0 to ${height}` +
    (timed ? `, t, which never falls, from 0 to ${LAST}` : '');

  function refuse(): never {
    throw new Error(`${allowed}, is expected`);
  }

  function readPoint(text: string): PenPoint {
    const cells = text.split(',');
    if (cells.length !== limits.length) refuse();
    const [x = 0, y = 0, t = 0] = cells.map((cell, k) => readWhole(cell, limits[k] as number));
    return Number.isNaN(x + y + t) ? refuse() : [x, y, t];
  }

  function readDrawing(text: string): Drawing {
    const strokes = text.split('~').map((stroke) => stroke.split(';').map(readPoint));
    const points = strokes.flat();
    const falls = points.some(([, , t], i) => t < (points[i - 1]?.[2] ?? 0));
    if (falls || strokes.length > most.strokes || points.length > most.points) refuse();
    return strokes;
  }

  /** The drawing on the grid of whole numbers, its time never falling, as much of it as there is room for. */
  function clampDrawing(drawing: Drawing): Drawing {
    const whole = (value: number, max: number) => Math.min(max, Math.max(0, Math.round(value)));
    let [room, clock] = [most.points, 0];
    const strokes = drawing.slice(0, most.strokes).map((stroke) =>
      stroke.slice(0, Math.max(0, room)).map(([x, y, t]): PenPoint => {
        room--;
        clock = timed ? Math.max(clock, whole(t, LAST)) : 0;
        return [whole(x, width), whole(y, height), clock];
      }),
    );
    return strokes.filter((stroke) => stroke.length > 0);
  }

  return {
    ...spec,
    kind: 'drawings',
    default: spec.default ?? [],
    allowed,
    parse(text) {
      if (text.trim() === '') return [];
      const found = text.trim().split('!').map(readDrawing);
      return found.length > most.drawings ? refuse() : found;
    },
    format: (value) =>
      value
        .map((drawing) =>
          drawing
            .map((stroke) => stroke.map((point) => point.slice(0, limits.length).join(',')).join(';'))
            .join('~'),
        )
        .join('!'),
    clamp: (value) =>
      value
        .slice(0, most.drawings)
        .map(clampDrawing)
        .filter((drawing) => drawing.length > 0),
  };
}
