import { untrack } from 'svelte';
import type { Parameters } from '../state/parameters';
import type { Session } from '../state/session.svelte';
import type { Runs } from './runs.svelte';

/** Has the runs of a figure follow it while its view is there: what they are made by, a state that comes back, and its end. */
export function followFigure<P extends Parameters, M>(
  session: () => Session<P, M>,
  runs: () => Runs<P, M>,
): void {
  $effect(() => {
    const present = runs();
    void present.key;
    present.follow();
  });
  $effect(() => {
    const present = runs();
    return () => present.end();
  });
  $effect(() => {
    if (session().restored > 0) untrack(() => runs().descent.pause());
  });
}
