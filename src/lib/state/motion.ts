import { easeCubicOut } from 'd3-ease';
import { timer } from 'd3-timer';

/** Milliseconds that a figure takes to glide to another state: long enough to see what moved where. */
const DURATION = 450;

/** Whether things may move by themselves here: in a browser whose reader has not asked for less motion. */
export const mayMove = (): boolean =>
  typeof matchMedia === 'function' && !matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Runs `step` once a frame with the eased share of the way, from 0 to below 1, and `end` after it.
 * @returns a function that stops it on the way, without `end`
 */
export function glide(step: (share: number) => void, end: () => void): () => void {
  const clock = timer((elapsed) => {
    if (elapsed < DURATION) {
      step(easeCubicOut(elapsed / DURATION));
      return;
    }
    clock.stop();
    end();
  });
  return () => clock.stop();
}
