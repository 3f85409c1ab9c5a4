import type { Attempt } from '../tasks/attempt.svelte';
import type { TaskResult } from '../tasks/task';

/** Tells each result of an attempt that differs from the one before, until the function returned is called. */
export function observeResult(attempt: Attempt, tell: (result: TaskResult) => void): () => void {
  let told = JSON.stringify(attempt.result);
  return $effect.root(() => {
    $effect(() => {
      const { result } = attempt;
      const text = JSON.stringify(result);
      if (text === told) return;
      told = text;
      tell(result);
    });
  });
}
