import { easeCubicOut } from 'd3-ease';
import { timer, type Timer } from 'd3-timer';
import { prefersReducedMotion } from 'svelte/motion';
import type { Point } from '../../geometry/frame';

/** Milliseconds that a roll takes. */
const LENGTH = 1400;

/** A point that rolls along a way, fast at first; at once at its end where the reader asked for no motion. */
export class Roll {
  #timer: Timer | undefined;

  start(way: readonly Point[], move: (at: Point, gesture: { commit: boolean }) => void): void {
    this.stop();
    const end = way.at(-1);
    if (!end || way.length < 2) return;
    if (prefersReducedMotion.current) {
      move(end, { commit: true });
      return;
    }
    this.#timer = timer((elapsed) => {
      if (elapsed >= LENGTH) {
        this.stop();
        move(end, { commit: true });
        return;
      }
      const place = easeCubicOut(elapsed / LENGTH) * (way.length - 1);
      const from = Math.floor(place);
      const [a, b] = [way[from] as Point, way[from + 1] as Point];
      const share = place - from;
      move([a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])], { commit: false });
    });
  }

  stop(): void {
    this.#timer?.stop();
  }
}
