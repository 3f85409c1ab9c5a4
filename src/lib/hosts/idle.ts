/** Milliseconds after which nobody waits for an idle moment any more: a browser at rest may not give one. */
const PATIENCE = 500;

/** Runs once the browser has nothing better to do, or has had time enough to do it. */
export function whenIdle(run: () => void): void {
  // Safari has no idle callback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: PATIENCE });
  else setTimeout(run, PATIENCE);
}
