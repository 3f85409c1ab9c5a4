import { getContext, setContext } from 'svelte';

const KEY = Symbol('resting');

/** Tells the marks of a widget whether a gesture is under way: a drag that has not been let go of. */
export const provideResting = (isResting: () => boolean) => setContext(KEY, isResting);

/**
 * What follows a gesture only when it ends, since nobody needs it before: such as where a mark can be pointed at, while
 * the pointer holds something else. Reads `value` at rest alone.
 */
export function useSettled<T>(value: () => T): () => T {
  const isResting = getContext<(() => boolean) | undefined>(KEY) ?? (() => true);
  let last: { value: T } | undefined;
  return () => {
    if (!last || isResting()) last = { value: value() };
    return last.value;
  };
}
