/** Milliseconds after which nobody waits for an idle moment any more: a browser at rest may not give one. */
const PATIENCE = 500;

/** Milliseconds of work after which the rest waits for another moment, so that a reader who comes is not kept waiting. */
const ENOUGH = 8;

/**
 * Runs once the browser has nothing better to do, or has had time enough to do it.
 *
 * @param run is given a question to ask between its steps: whether there is time for another one now
 */
export function whenIdle(run: (hasTime: () => boolean) => void): void {
  const start = () => {
    const end = performance.now() + ENOUGH;
    run(() => performance.now() < end);
  };
  // Safari has no idle callback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(start, { timeout: PATIENCE });
  else setTimeout(start, PATIENCE);
}
