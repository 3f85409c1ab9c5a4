import type { Point } from './frame';

/** How far an arrow key goes, as a share of the span: plain, with Shift, with Alt. */
const PLAIN = 1 / 50;
const COARSE = 1 / 10;
const FINE = 1 / 200;

export type Axis = 'x' | 'y' | 'both';

export interface Span {
  x: Point;
  y: Point;
}

const DIRECTIONS: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

const clamp = (value: number, [low, high]: Point) => Math.min(high, Math.max(low, value));

/** Where a point at `from` goes that is to go to `to`: inside the span, and along its axis. */
export function constrain(axis: Axis, from: Point, [x, y]: Point, span: Span): Point {
  return [axis === 'y' ? from[0] : clamp(x, span.x), axis === 'x' ? from[1] : clamp(y, span.y)];
}

/** A key with what is held down beside it. */
export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const OPPOSITE: Record<string, string> = { Home: 'End', End: 'Home', PageUp: 'PageDown', PageDown: 'PageUp' };

/** The key as it is for a number that falls along the axis: the arrows go where they point, other keys by the number. */
export const opposite = ({ key, shiftKey, altKey }: Key): Key => ({
  key: OPPOSITE[key] ?? key,
  shiftKey,
  altKey,
});

/**
 * Where a key would take a point, or `null` for a key that does not move it. On a single axis the other pair of arrows
 * moves it too, as on a slider; Page Up and Page Down go far, upwards or along the axis, Home and End to its ends.
 */
export function keyStep(key: Key, [x, y]: Point, span: Span, axis: Axis): Point | null {
  const along = axis === 'y' ? span.y : span.x;
  const end = { Home: along[0], End: along[1] }[key.key];
  if (end !== undefined) return axis === 'y' ? [x, end] : [end, y];

  const page = { PageUp: 1, PageDown: -1 }[key.key];
  const direction = page === undefined ? DIRECTIONS[key.key] : ([0, page] as const);
  if (!direction) return null;
  const share = page !== undefined || key.shiftKey ? COARSE : key.altKey ? FINE : PLAIN;
  const sum = direction[0] + direction[1];
  const [dx, dy] = axis === 'both' ? direction : axis === 'x' ? [sum, 0] : [0, sum];
  return [x + dx * share * (span.x[1] - span.x[0]), y + dy * share * (span.y[1] - span.y[0])];
}

/** How far a key changes a number: an arrow, with Alt, and with Shift or as Page Up and Page Down. */
export interface Steps {
  plain: number;
  fine: number;
  coarse: number;
}

/** The number that a key makes of another, as a slider does, or `null` for a key that does not change it. */
export function keyNumber(key: Key, value: number, [min, max]: Point, steps: Steps): number | null {
  if (key.key === 'Home') return min;
  if (key.key === 'End') return max;
  const page = { PageUp: 1, PageDown: -1 }[key.key];
  if (page !== undefined) return value + page * steps.coarse;
  const direction = DIRECTIONS[key.key];
  if (!direction) return null;
  const step = key.shiftKey ? steps.coarse : key.altKey ? steps.fine : steps.plain;
  return value + (direction[0] + direction[1]) * step;
}
