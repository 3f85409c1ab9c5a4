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

/**
 * The gestures under way in one widget, which two fingers may make at a time. Each is to be undone by itself, while the
 * history knows the widget's whole state alone: so the others step back for the moment in which one of them ends.
 */
export class Gestures {
  readonly #open = new Set<Gesture>();

  begin(gesture: Gesture): void {
    this.#open.add(gesture);
  }

  end(gesture: Gesture): void {
    if (!this.#open.delete(gesture)) return;
    for (const other of this.#open) other.rewind();
    gesture.finish();
    for (const other of this.#open) other.resume();
  }
}

const KEY = Symbol('gestures');

export const provideGestures = (): Gestures => setContext(KEY, new Gestures());

/** The gestures of the widget around a picture; of the picture alone where there is none. */
export const useGestures = (): Gestures => getContext<Gestures | undefined>(KEY) ?? new Gestures();
