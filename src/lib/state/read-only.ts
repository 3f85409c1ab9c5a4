import { getContext, setContext } from 'svelte';

const KEY = Symbol('locked');

/** Tells the handles of a widget which parameters the reader sees and cannot change. */
export const provideLocked = (locked: () => readonly string[]) => setContext(KEY, locked);

/** Whether a handle has nothing left that it could change. It is a mark of the drawing then, and takes no press or key. */
export function useReadOnly(changes: () => readonly string[]): () => boolean {
  const locked = getContext<(() => readonly string[]) | undefined>(KEY) ?? (() => []);
  return () => changes().every((name) => locked().includes(name));
}

/** What a screen reader says of a handle that is fixed. */
export const readOnlyName = (label: string, says: string) => `${label}, fixed: ${says}`;
