/** Why a browser keeps nothing: its storage is full, or it gives the page none. */
export type Refusal = 'full' | 'denied';

/**
 * Uses what this browser keeps. A sandboxed frame has no storage, and touching it throws; so does writing where it is full.
 * @param refused answers, or throws, where the browser refuses
 */
export function inStorage<T>(use: (storage: Storage) => T, refused: (why: Refusal) => T): T {
  try {
    return use(localStorage);
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    return refused(isFull ? 'full' : 'denied');
  }
}

/** What this browser keeps under a name, or `null`: nothing is kept in a frame without storage. */
export function stored(key: string): string | null {
  return inStorage(
    (storage) => storage.getItem(key),
    () => null,
  );
}

/** Keeps a text under a name, or with `null` deletes it. Where it is refused, what is to be kept lasts as long as the page. */
export function store(key: string, text: string | null): void {
  inStorage(
    (storage) => (text === null ? storage.removeItem(key) : storage.setItem(key, text)),
    () => undefined,
  );
}
