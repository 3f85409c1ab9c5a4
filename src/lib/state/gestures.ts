import { getContext, setContext } from 'svelte';

/** What one hand does with one handle, from its press to its release. */
export interface Gesture {
  /** Takes the handle back to where the gesture began, without an end. */
  rewind(): void;
  /** Takes it on again to where the hand is. */
  resume(): void;
  /** Leaves it where it is, as one change that can be undone. */
  finish(): void;
}

/** What a widget remembers of its gestures. */
interface Memory {
  /** Whether nothing is under way. */
  readonly isIdle: boolean;
  /** Has gestures ended by `end`, and all put back to what it was before them. */
  giveUp(end: () => void): void;
}

const NO_MEMORY: Memory = { isIdle: false, giveUp: (end) => end() };

/**
 * The gestures under way in one widget, which two fingers may make at a time. Each is to be undone by itself, while the
 * history knows the widget's whole state alone: so the others step back for the moment in which one of them ends.
 */
export class Gestures {
  readonly #open = new Set<Gesture>();
  readonly #memory: Memory;
  /** Whether nothing else was under way when the first of them began, such as a run, which would be given up with them. */
  #areAlone = false;

  constructor(memory = NO_MEMORY) {
    this.#memory = memory;
  }

  begin(gesture: Gesture): void {
    if (this.#open.size === 0) this.#areAlone = this.#memory.isIdle;
    this.#open.add(gesture);
  }

  /** Has all gestures, which have gone back already, ended by `end`. */
  giveUp(end: () => void): void {
    if (this.#areAlone) this.#memory.giveUp(end);
    else end();
  }

  end(gesture: Gesture): void {
    if (!this.#open.delete(gesture)) return;
    for (const other of this.#open) other.rewind();
    gesture.finish();
    for (const other of this.#open) other.resume();
  }
}

const KEY = Symbol('gestures');

export const provideGestures = (memory: Memory): Gestures => setContext(KEY, new Gestures(memory));

/** The gestures of the widget around a picture; of the picture alone where there is none. */
export const useGestures = (): Gestures => getContext<Gestures | undefined>(KEY) ?? new Gestures();
