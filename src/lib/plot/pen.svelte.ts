import type { Drawing, PenPoint, Stroke } from '../geometry/strokes';
import { kept, PenClock } from './drawing';

type Place = readonly [number, number];

/** What a pen draws on. */
interface Paper {
  readonly drawing: Drawing;
  readonly width: number;
  readonly height: number;
  /** Whether the time of the points is kept. */
  readonly timed: boolean;
  /** The drawing with what the pen has added to it; a stroke is one gesture, whose last change commits. */
  onchange(drawing: Drawing, gesture: { commit: boolean }): void;
}

/** Who holds the pen down: the keys, or one pointer of perhaps several. */
export type Holder = 'keys' | { pointer: number };

/** A pen that is put down, led over paper and lifted again: each time a stroke is added to the drawing. */
export class Pen {
  #paper: Paper;
  #clock = new PenClock();
  /** The stroke being drawn, and what it is added to. */
  #open = $state.raw<{ before: Drawing; stroke: Stroke; by: Holder } | null>(null);
  #place = $state.raw<Place | null>(null);

  constructor(paper: Paper) {
    this.#paper = paper;
  }

  /** Who holds it down, if it is down. */
  get holder(): Holder | undefined {
    return this.#open?.by;
  }

  /** Whether this pointer holds it down. */
  isHeldBy(pointer: number): boolean {
    const by = this.holder;
    return typeof by === 'object' && by.pointer === pointer;
  }

  /** Where it is: where it was put last, else at the end of the drawing. */
  get at(): Place {
    const { drawing, width, height } = this.#paper;
    const end = drawing.at(-1)?.at(-1);
    return this.#place ?? (end ? [end[0], end[1]] : [width / 2, height / 2]);
  }

  /** Puts it down. `moment` is the time of the event, in milliseconds. */
  press(by: Holder, [x, y]: Place, moment: number): void {
    this.lift();
    const before = this.#paper.drawing;
    const stroke: Stroke = [[x, y, this.#clock.next(moment, { after: before, first: true })]];
    this.#open = { before, stroke, by };
    this.#place = [x, y];
    this.#paper.onchange([...before, stroke], { commit: false });
  }

  /** Leads it through places, each with the time of its event: drawing while it is down. */
  lead(points: readonly (readonly [number, number, number])[]): void {
    const last = points.at(-1);
    if (!last) return;
    this.#place = [last[0], last[1]];
    if (!this.#open) return;
    const { before, stroke } = this.#open;
    const added = points.map(([x, y, moment]): PenPoint => [
      x,
      y,
      this.#clock.next(moment, { after: before, first: false }),
    ]);
    this.#open = { ...this.#open, stroke: [...stroke, ...added] };
    this.#paper.onchange([...before, this.#open.stroke], { commit: false });
  }

  /** Ends the stroke. */
  lift(): void {
    if (!this.#open) return;
    const { before, stroke } = this.#open;
    this.#open = null;
    this.#paper.onchange([...before, kept(stroke, this.#paper.timed)], { commit: true });
  }

  /** Gives the stroke up. */
  drop(): void {
    if (!this.#open) return;
    const { before } = this.#open;
    this.#open = null;
    this.#paper.onchange(before, { commit: true });
  }

  /** Takes the last stroke away. */
  undo(): void {
    const { drawing } = this.#paper;
    this.#leave();
    if (drawing.length > 0) this.#paper.onchange(drawing.slice(0, -1), { commit: true });
  }

  clear(): void {
    this.#leave();
    this.#paper.onchange([], { commit: true });
  }

  #leave(): void {
    this.#open = null;
    this.#place = null;
  }
}
