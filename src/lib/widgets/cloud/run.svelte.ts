import { untrack } from 'svelte';
import { moved } from '../../state/cloud';
import { Descent } from '../../state/descent.svelte';
import type { Cloud, Vec2 } from '../../state/parameters';
import type { Session } from '../../state/session.svelte';
import type { definition } from './definition';
import { add, relabel, remove } from './edit';
import { EDGE } from './landscape';
import { longest, selectedOf, type CloudModel } from './model';
import { LossRecord } from './record';
import { Roll } from './roll.svelte';

export type CloudSession = Session<typeof definition.parameters, CloudModel>;

/** What a reader does with a cloud: runs it, and takes hold of its points meanwhile. */
export class CloudRun {
  readonly descent = new Descent({
    advance: (steps) => this.#advance(steps),
    stopped: () => this.#session.commit(),
  });

  readonly roll = new Roll();

  #session: CloudSession;
  #record = new LossRecord();
  #restored = 0;
  #chosen: number;
  /** The point in the reader's hand, where the hand holds it. */
  #held: { i: number; at: Vec2 } | null = null;

  constructor(session: CloudSession) {
    this.#session = session;
    // A run is of a session, whatever becomes of the values that it begins with.
    this.#chosen = $state(untrack(() => session.values.point - 1));
  }

  /** The points as they are now. */
  get present(): Cloud {
    const { xy, labels } = this.#session.model;
    return { xy, labels };
  }

  get selected(): number {
    const { land, point } = this.#session.values;
    const { labels } = this.#session.model;
    return selectedOf(land === 'none' ? this.#chosen + 1 : point, labels);
  }

  get at(): Vec2 {
    const { xy } = this.#session.model;
    return [xy[2 * this.selected] ?? 0, xy[2 * this.selected + 1] ?? 0];
  }

  get label(): number {
    return this.#session.model.labels[this.selected] ?? 0;
  }

  /** Losses of all steps that the reader has seen since the seed's points. */
  get samples() {
    if (this.#restored !== this.#session.restored) {
      this.#restored = this.#session.restored;
      this.#record.clear();
    }
    if (this.#session.isGliding) return this.#session.model.history;
    return this.#record.observe(this.#session.model.history, this.#session.values.start !== null);
  }

  /** A landscape is that of the selected point, which its address then names. */
  select(i: number): void {
    this.#chosen = i;
    if (this.#session.values.land !== 'none') this.#session.set({ point: i + 1 });
  }

  rewind(): void {
    this.descent.pause();
    this.#session.set({ t: 0 });
  }

  backToSeed(): void {
    this.descent.pause();
    this.#session.set({ start: null, t: 0 });
  }

  newSeed(): void {
    const { seed } = this.#session.values;
    this.#session.set({ seed: (seed % this.#session.definition.parameters.seed.max) + 1 });
  }

  /** An earlier state has been attached back: it stays as it is until the reader goes on. */
  restore(): void {
    this.descent.pause();
    this.roll.stop();
    this.#held = null;
  }

  move(i: number, at: Vec2, { commit }: { commit: boolean }): void {
    this.#chosen = i;
    this.#held = commit ? null : { i, at };
    const { xy } = this.#session.model;
    if (xy[2 * i] !== at[0] || xy[2 * i + 1] !== at[1]) this.#place(moved(this.present, i, at), false);
    if (commit) this.#session.commit();
  }

  /**
   * Lets the selected point go: it follows the steepest descent while the others stay where they are, and until anything
   * else is changed.
   */
  letRoll(): void {
    this.descent.pause();
    this.#session.arrive();
    const i = this.selected;
    let left = this.#session.values;
    this.roll.start(this.#session.model.landscape?.wayFrom(this.at) ?? [], (at, { commit }) => {
      if (this.#session.values !== left) {
        this.roll.stop();
        return;
      }
      this.#place(moved(this.present, i, at), commit);
      left = this.#session.values;
    });
  }

  /** A new point beside the selected one, of its class; it is selected. */
  add(): void {
    const [x, y] = this.at;
    const STEP = EDGE / 10;
    const next = add(this.present, [x + (x > 0 ? -STEP : STEP), y + (y > 0 ? -STEP : STEP)], this.label);
    this.#chosen = next.labels.length - 1;
    this.#place(next);
  }

  remove(): void {
    this.#place(remove(this.present, this.selected));
  }

  relabel(label: number): void {
    if (label < this.#session.values.classes) this.#place(relabel(this.present, this.selected, label));
  }

  #place(start: Cloud, commit = true): void {
    if (this.#session.locked.includes('start')) return;
    this.#session.set({ start, t: 0, point: this.#chosen + 1 }, { commit });
  }

  #advance(steps: number): boolean {
    const session = this.#session;
    const { t, labels } = session.model;
    if (t + steps > longest(labels.length)) session.set({ start: this.present, t: steps }, { commit: false });
    else session.set({ t: t + steps }, { commit: false });
    if (!this.#held) return !session.model.settled;
    // Seen by the record before the hand puts its point back and the run begins again.
    void this.samples;
    this.#place(moved(this.present, this.#held.i, this.#held.at), false);
    return true;
  }
}
