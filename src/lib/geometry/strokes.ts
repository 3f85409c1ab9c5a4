/** One place of a pen: x and y in the units of its pad, y downwards, and the time t in hundredths of a second. */
export type PenPoint = readonly [x: number, y: number, t: number];

/** What a pen leaves from where it is put down to where it is lifted. */
export type Stroke = readonly PenPoint[];

export type Drawing = readonly Stroke[];

/** The smallest rectangle around all places of the pen. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The box of a drawing, or `null` where nothing is drawn. */
export function boxOf(drawing: Drawing): Box | null {
  const points = drawing.flat();
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** The strokes as an SVG path; a stroke of one point is a dot, for a line with round ends. */
export function strokesPath(drawing: Drawing): string {
  return drawing
    .filter((stroke) => stroke.length > 0)
    .map((stroke) => {
      const [[x, y], ...rest] = stroke as [PenPoint, ...PenPoint[]];
      return `M${x} ${y}${rest.length === 0 ? 'h0' : rest.map(([a, b]) => `L${a} ${b}`).join('')}`;
    })
    .join('');
}

/** The distance of a place to the segment from a to b, all of them with as many coordinates. */
function distanceToSegment(p: readonly number[], a: readonly number[], b: readonly number[]): number {
  let [along, length] = [0, 0];
  for (let k = 0; k < p.length; k++) {
    const d = (b[k] as number) - (a[k] as number);
    along += ((p[k] as number) - (a[k] as number)) * d;
    length += d * d;
  }
  const share = length > 0 ? Math.min(1, Math.max(0, along / length)) : 0;
  return Math.hypot(...p.map((v, k) => v - (a[k] as number) - share * ((b[k] as number) - (a[k] as number))));
}

/**
 * A stroke with as few of its points as stay within `tolerance` of all of them (Ramer 1972; Douglas and Peucker 1973).
 * @param unit what a hundredth of a second counts beside a unit of the pad; 0 where the time does not matter.
 */
export function thinOut(stroke: Stroke, tolerance: number, unit = 0): Stroke {
  if (stroke.length < 3) return stroke;
  const places = stroke.map(([x, y, t]) => [x, y, unit * t]);
  const [first, last] = [places[0] as number[], places.at(-1) as number[]];
  let [farthest, most] = [0, tolerance];
  for (let i = 1; i < places.length - 1; i++) {
    const distance = distanceToSegment(places[i] as number[], first, last);
    if (distance > most) [farthest, most] = [i, distance];
  }
  if (farthest === 0) return [stroke[0] as PenPoint, stroke.at(-1) as PenPoint];
  const before = thinOut(stroke.slice(0, farthest + 1), tolerance, unit);
  return [...before.slice(0, -1), ...thinOut(stroke.slice(farthest), tolerance, unit)];
}

/** A pen at one moment, and whether it was down on the way here from the moment before. */
export interface Moment {
  x: number;
  y: number;
  down: boolean;
}

/**
 * `n` moments of a drawing, evenly spaced in time from its first point to its last, the way between strokes included:
 * a lifted pen moves too. A drawing that took no time is spaced evenly along its way instead.
 * @param n two or more
 */
export function resample(drawing: Drawing, n: number): Moment[] {
  const points = drawing.flatMap((stroke) => stroke.map(([x, y, t], i) => ({ x, y, t, down: i > 0 })));
  const [first] = points;
  if (first === undefined) return [];
  const total = (points.at(-1) as { t: number }).t - first.t;
  const clock = [0];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as typeof first, points[i] as typeof first];
    const passed = total > 0 ? b.t - a.t : Math.hypot(b.x - a.x, b.y - a.y);
    clock.push((clock[i - 1] as number) + passed);
  }
  const end = clock.at(-1) as number;

  let i = 1;
  return Array.from({ length: n }, (_, k): Moment => {
    const now = (end * k) / (n - 1);
    while (i < points.length - 1 && (clock[i] as number) < now) i++;
    const b = points[i] ?? first;
    const a = points[i - 1] ?? first;
    const span = (clock[i] ?? 0) - (clock[i - 1] ?? 0);
    const share = span > 0 ? Math.min(1, (now - (clock[i - 1] as number)) / span) : 0;
    return {
      x: a.x + share * (b.x - a.x),
      y: a.y + share * (b.y - a.y),
      down: i >= points.length || k === 0 || b.down,
    };
  });
}
