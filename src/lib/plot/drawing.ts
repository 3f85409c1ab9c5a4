import { thinOut, type Drawing, type Stroke } from '../geometry/strokes';

/** A rest of the pen counts as no longer than this, in hundredths of a second: a pause to think is no part of a drawing. */
const LONGEST_REST = 50;
/** How far a thinned stroke may be from the pen's way, in units of the pad. */
const TOLERANCE = 0.6;
/** What a hundredth of a second counts beside a unit of the pad, where the drawing keeps its time. */
const TIME_UNIT = 0.25;

/** The clock of one drawing. */
export class PenClock {
  #t = 0;
  #seen = 0;

  /** The time of the next point of a drawing, from the moment of an event in milliseconds. */
  next(moment: number, { after, first }: { after: Drawing; first: boolean }): number {
    const last = after.at(-1)?.at(-1)?.[2];
    if (first) this.#t = last ?? 0;
    const passed = last === undefined && first ? 0 : (moment - this.#seen) / 10;
    this.#seen = moment;
    return (this.#t += Math.min(LONGEST_REST, Math.max(0, passed)));
  }
}

/** A stroke as it is kept: without the points that its line and, where it counts, its time can do without. */
export const kept = (stroke: Stroke, timed: boolean): Stroke =>
  thinOut(stroke, TOLERANCE, timed ? TIME_UNIT : 0);
