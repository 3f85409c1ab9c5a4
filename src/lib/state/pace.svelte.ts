import { getContext, setContext, untrack } from 'svelte';
import { READABLE } from './readable';

/**
 * Milliseconds after which numbers change though nothing else does. Until then a change of the drawing brings them along:
 * the browser lays out and paints both at once.
 */
const LATEST = 150;

/** Milliseconds without a change after which a widget has come to rest. */
const PAUSE = 300;

/**
 * The pace at which the parts of a widget follow what happens in it. What the hand holds and what is drawn follow at once;
 * while a gesture or a run is under way, numbers follow some times a second, and what needs nobody's eye when it ends.
 */
export class Pace {
  /** Goes up some times a second while something changes. */
  beat = $state(0);
  /** Goes up when something has changed and nothing has since for a while. */
  pause = $state(0);

  #isIdle: () => boolean;
  #changed = 0;
  #struck = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param isIdle whether no gesture is under way: a drag that has not been let go of, or a run */
  constructor(isIdle: () => boolean) {
    this.#isIdle = isIdle;
  }

  get isIdle(): boolean {
    return this.#isIdle();
  }

  /** Says that something has changed. */
  tell(): void {
    this.#changed = performance.now();
    if (this.#changed - this.#struck >= READABLE) untrack(this.#strike);
    else this.#timer ??= setTimeout(this.#strike, LATEST);
  }

  /** Ends it with its widget. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #strike = (): void => {
    this.#struck = performance.now();
    this.beat++;
    clearTimeout(this.#timer);
    const isOver = this.#struck - this.#changed >= PAUSE;
    if (isOver) this.pause++;
    this.#timer = isOver ? undefined : setTimeout(this.#strike, LATEST);
  };
}

const KEY = Symbol('pace');

export const providePace = (pace: Pace): Pace => setContext(KEY, pace);

const usePace = () => getContext<Pace | undefined>(KEY);

/**
 * What follows a gesture only when it ends, since nobody needs it before: such as where a mark can be pointed at, while
 * the pointer holds something else. Reads `value` at rest alone.
 */
export function useSettled<T>(value: () => T): () => T {
  const pace = usePace();
  let last: { value: T } | undefined;
  return () => {
    if (!last || !pace || pace.isIdle) last = { value: value() };
    return last.value;
  };
}

/**
 * What is read rather than watched, such as a number: at rest it follows at once, during a gesture some times a second.
 * Every change of a text has the browser lay out what is around it.
 */
export function useReadable<T>(value: () => T): () => T {
  const pace = usePace();
  return () => {
    if (!pace || pace.isIdle) return value();
    void pace.beat;
    return untrack(value);
  };
}
