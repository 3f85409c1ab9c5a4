import { store, stored } from '../browser/storage';

/** The key says which form of the record it is; an older form is not read. */
const KEY = 'exercises-1';

/** Which exercises were solved, by page. It never leaves the reader's device, and can be wiped. */
export class Progress {
  #solved: Set<string>;
  #listeners: (() => void)[] = [];

  constructor() {
    this.#solved = readRecord();
  }

  has(page: string, name: string): boolean {
    return this.#solved.has(`${page}#${name}`);
  }

  add(page: string, name: string): void {
    if (this.has(page, name)) return;
    this.#solved.add(`${page}#${name}`);
    this.#changed();
  }

  get isEmpty(): boolean {
    return this.#solved.size === 0;
  }

  /** Forgets everything, on all pages. */
  wipe(): void {
    this.#solved.clear();
    this.#changed();
  }

  onchange(run: () => void): void {
    this.#listeners.push(run);
  }

  #changed() {
    store(KEY, this.isEmpty ? null : JSON.stringify([...this.#solved]));
    for (const run of this.#listeners) run();
  }
}

function readRecord(): Set<string> {
  try {
    const record: unknown = JSON.parse(stored(KEY) ?? '[]');
    return new Set(Array.isArray(record) ? record.filter((entry) => typeof entry === 'string') : []);
  } catch {
    // A record that somebody has spoilt.
    return new Set();
  }
}
