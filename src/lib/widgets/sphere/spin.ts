import { timer, type Timer } from 'd3-timer';
import { prefersReducedMotion } from 'svelte/motion';
import type { Point } from '../../geometry/frame';

/** Milliseconds after which a pull that was let go of is no throw, and in which a throw loses most of its speed. */
const PATIENCE = 100;
const FADE = 350;
/** Degrees a millisecond below which it stands. */
const STILL = 0.004;

/** A turned sphere goes on turning for a while when it is let go of in motion; not where the reader asked for no motion. */
export class Spin {
  #timer: Timer | undefined;
  #at: Point = [0, 0];
  #seen = 0;
  #speed: Point = [0, 0];

  /** The sphere is taken hold of. */
  hold(at: Point): void {
    this.#timer?.stop();
    this.#at = at;
    this.#seen = performance.now();
    this.#speed = [0, 0];
  }

  /** It has been turned to a longitude and latitude. */
  lead(at: Point): void {
    const now = performance.now();
    const passed = Math.max(1, now - this.#seen);
    this.#speed = [(at[0] - this.#at[0]) / passed, (at[1] - this.#at[1]) / passed];
    this.#at = at;
    this.#seen = now;
  }

  /**
   * It is let go of. Says whether it goes on turning; `turn` is then told each place, and with the last that it is the last.
   */
  release(turn: (at: Point, gesture: { commit: boolean }) => void): boolean {
    const [at, speed] = [this.#at, this.#speed];
    const isThrown = performance.now() - this.#seen < PATIENCE && Math.hypot(...speed) > STILL;
    if (!isThrown || prefersReducedMotion.current) return false;
    this.#timer = timer((elapsed) => {
      const left = Math.exp(-elapsed / FADE);
      const way = FADE * (1 - left);
      const isOver = Math.hypot(...speed) * left < STILL;
      if (isOver) this.stop();
      turn([at[0] + way * speed[0], at[1] + way * speed[1]], { commit: isOver });
    });
    return true;
  }

  stop(): void {
    this.#timer?.stop();
  }
}
