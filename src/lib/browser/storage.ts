/** What this browser keeps under a name, or `null`: nothing is kept in a frame without storage. */
export function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text under a name, or with `null` deletes it. Without storage what is to be kept lasts as long as the page. */
export function store(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A sandboxed frame has no storage, and a full one takes no more.
  }
}
