import { getContext, setContext } from 'svelte';

const KEY = Symbol('hidden parts');

type IsHidden = (part: string) => boolean;

/** Whether a part of the widget around is left out. */
export const useHiddenParts = (): IsHidden => getContext<IsHidden | undefined>(KEY) ?? (() => false);

/** Leaves parts out of all that is below, beside those that are left out already; tells which. */
export function provideHiddenParts(hidden: () => readonly string[]): IsHidden {
  const isHiddenAround = useHiddenParts();
  return setContext<IsHidden>(KEY, (part) => isHiddenAround(part) || hidden().includes(part));
}
