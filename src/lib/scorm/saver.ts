/** Milliseconds without a change after which the figure rests. */
const REST = 500;
/** The fewest milliseconds from one save to the next, where nothing presses. */
const APART = 10_000;
/** Milliseconds after which a save that failed is tried again: longer each time, up to the last. */
const AGAIN = [2000, 4000, 8000, 16_000, 30_000];

/** How it stands with what the student did. */
export type Saved = 'saved' | 'unsaved' | 'failing';

/**
 * Saves when the figure rests, at most every ten seconds, at once where it presses, and again after a failure. One drag is
 * one save. A save that takes time is waited for before the next.
 */
export class Saver {
  #save: () => boolean | Promise<boolean>;
  #tell: (saved: Saved) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = -Infinity;
  #failures = 0;
  #state: Saved = 'saved';
  #isStopped = false;
  /** Whether a save is under way. */
  #isBusy = false;
  /** Whether something has changed since the save that is under way, or the last one, began. */
  #isStale = false;
  /** Whether another save is due as soon as the one that is under way has ended. */
  #isDue = false;

  /**
   * @param save saves all there is; whether it did
   * @param tell is told of every turn for the better or worse
   */
  constructor(save: () => boolean | Promise<boolean>, tell: (saved: Saved) => void) {
    this.#save = save;
    this.#tell = tell;
  }

  get state(): Saved {
    return this.#state;
  }

  /** Something has changed. */
  change(): void {
    this.#isStale = true;
    // While saving fails, the next attempt is on its way, and will take this along.
    if (this.#state === 'failing') return;
    this.#turn('unsaved');
    this.#waitForRest();
  }

  /** Saves now what is not saved; also what failed. */
  flush(): void {
    if (this.#state !== 'saved') this.now();
  }

  /** Saves for the first time. It holds up no save of a change. */
  begin(): void {
    this.now();
    this.#last = -Infinity;
  }

  /** Saves, whatever there is. */
  now(): void {
    clearTimeout(this.#timer);
    if (this.#isBusy) {
      this.#isDue = true;
      return;
    }
    this.#last = Date.now();
    this.#isStale = this.#isDue = false;
    const saved = this.#ask();
    if (typeof saved === 'boolean') {
      this.#settle(saved);
      return;
    }
    this.#isBusy = true;
    void saved
      .catch(() => false)
      .then((isSaved) => {
        this.#isBusy = false;
        this.#settle(isSaved);
      });
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #ask(): boolean | Promise<boolean> {
    try {
      return this.#save();
    } catch {
      return false;
    }
  }

  #settle(isSaved: boolean): void {
    if (!isSaved) {
      const wait = AGAIN[Math.min(this.#failures++, AGAIN.length - 1)] ?? REST;
      this.#turn('failing');
      this.#wait(wait);
      return;
    }
    this.#failures = 0;
    this.#turn(this.#isStale || this.#isDue ? 'unsaved' : 'saved');
    if (this.#isDue) this.now();
    // A change while a failed save was tried again has set no timer of its own.
    else if (this.#isStale) this.#waitForRest();
  }

  #waitForRest(): void {
    this.#wait(Math.max(REST, this.#last + APART - Date.now()));
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#timer = setTimeout(() => this.now(), milliseconds);
  }

  #turn(state: Saved): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#tell(state);
  }
}
