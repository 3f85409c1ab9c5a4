/**
 * The states of one run of gradient descent, step by step. It remembers the run it was last asked for, so that
 * going on by one step costs one step and going back costs none. The answers do not depend on what it remembers.
 */
export class Trajectory<S> {
  #key: readonly unknown[] = [];
  #states: S[] = [];

  /**
   * The states 0 to `t` of a run.
   * @param key everything that the run depends on, compared by identity; `t` is not part of it.
   * @param start the state at step 0
   * @param next the state one step after a state
   */
  run(key: readonly unknown[], t: number, start: () => S, next: (state: S) => S): S[] {
    const same = key.length === this.#key.length && key.every((part, i) => part === this.#key[i]);
    if (!same || this.#states.length === 0) {
      this.#key = key;
      this.#states = [start()];
    }
    while (this.#states.length <= t) this.#states.push(next(this.#states.at(-1) as S));
    return this.#states.slice(0, t + 1);
  }
}
