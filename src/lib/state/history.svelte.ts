import { untrack } from 'svelte';

/** What undo goes back to: how it was before each gesture, and before the one under way. */
export class History<Moment> {
  #past = $state.raw<readonly Moment[]>([]);
  /** How it was before the gesture under way; `null` between gestures. */
  #before = $state.raw<Moment | null>(null);

  get hasGesture(): boolean {
    return this.#before !== null;
  }

  get canUndo(): boolean {
    return this.#past.length > 0 || this.#before !== null;
  }

  /** Begins a gesture, unless one is under way. */
  begin(moment: Moment): void {
    this.#before = untrack(() => this.#before) ?? moment;
  }

  /** Ends the gesture under way, which is remembered unless it has left all as it was. */
  end(isAsBefore: (before: Moment) => boolean): void {
    const before = this.#before;
    this.#before = null;
    if (before !== null && !isAsBefore(before)) this.#past = [...this.#past, before];
  }

  /**
   * Has the gesture under way ended by `end`, and not remembered.
   * @returns how it was before it
   */
  giveUp(end: () => void): Moment | null {
    const [before, past] = [this.#before, this.#past];
    end();
    this.#past = past;
    return before;
  }

  /** How it was before the last gesture, which is forgotten. */
  takeLast(): Moment | undefined {
    const last = this.#past.at(-1);
    if (last !== undefined) this.#past = this.#past.slice(0, -1);
    return last;
  }

  clear(): void {
    this.#past = [];
  }
}
