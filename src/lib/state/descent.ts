/** Of the states of a run, one in so many is kept: going back costs fewer steps than this. */
const EVERY = 50;

/** How far a run has come. */
interface Run<S, N> {
  now: S;
  /** What was noted of each step, from 0 to the present one. */
  notes: readonly N[];
}

/**
 * One run of gradient descent, step by step. It remembers the run it was last asked for, so that going on by one step
 * costs one step: the present state, a few of those before it, and a note of each. The answers do not depend on what it
 * remembers.
 */
export class Trajectory<S, N = never> {
  #key: readonly unknown[] | null = null;
  #present: readonly [t: number, state: S] | null = null;
  /** The states of the steps 0, EVERY, 2 EVERY, … */
  #kept: S[] = [];
  #notes: N[] = [];

  /**
   * The run after `t` steps.
   * @param key everything that the run depends on, compared by identity; `t` is not part of it.
   * @param start the state at step 0
   * @param next the state one step after a state
   * @param note what is to be remembered of each state; nothing unless given
   */
  run(
    key: readonly unknown[],
    t: number,
    start: () => S,
    next: (state: S) => S,
    note?: (state: S) => N,
  ): Run<S, N> {
    if (key.length !== this.#key?.length || !key.every((part, i) => part === this.#key?.[i])) {
      this.#key = key;
      this.#present = null;
      this.#kept = [];
      this.#notes = [];
      this.#remember(0, start(), note);
    }
    let [at, state] = this.#latestUpTo(t);
    while (at < t) this.#remember(++at, (state = next(state)), note);
    this.#present = [at, state];
    return { now: state, notes: this.#notes.slice(0, t + 1) };
  }

  #remember(t: number, state: S, note?: (state: S) => N): void {
    if (t === EVERY * this.#kept.length) this.#kept.push(state);
    if (note && t === this.#notes.length) this.#notes.push(note(state));
  }

  /** The last state that is remembered of the steps up to `t`, and its step. */
  #latestUpTo(t: number): readonly [t: number, state: S] {
    const k = Math.min(Math.floor(t / EVERY), this.#kept.length - 1);
    if (this.#present && this.#present[0] <= t && this.#present[0] > EVERY * k) return this.#present;
    return [EVERY * k, this.#kept[k] as S];
  }
}
