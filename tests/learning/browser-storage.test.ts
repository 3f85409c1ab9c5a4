import { afterEach, describe, expect, it, vi } from 'vitest';
import { settingsFrom } from '../../src/lib/learning';
import { forget, isKept, keep, kept } from '../../src/lib/learning/browser-storage';

const network = {
  settings: settingsFrom({ hidden: 3, seed: 5 }),
  steps: 40,
  weights: new Float32Array(196 * 3 + 3 + 6 + 2 + 4).fill(0.25),
};

/** A browser's storage that is a map, or that throws what it is told to. */
function storage(entries: Map<string, string>, failure?: DOMException): void {
  const touch = () => {
    if (failure) throw failure;
  };
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => (touch(), entries.get(key) ?? null),
    setItem: (key: string, value: string) => (touch(), void entries.set(key, value)),
    removeItem: (key: string) => (touch(), void entries.delete(key)),
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('a network that is kept in the browser', () => {
  it('comes back as it was, until it is removed', () => {
    storage(new Map());
    expect(isKept()).toBe(false);
    expect(() => kept()).toThrow('No network is kept in this browser.');
    keep(network);
    expect(isKept()).toBe(true);
    expect(kept()).toEqual(network);
    forget();
    expect(isKept()).toBe(false);
  });

  it('takes the place of an earlier one', () => {
    storage(new Map());
    keep(network);
    keep({ ...network, steps: 80 });
    expect(kept().steps).toBe(80);
  });

  it('is refused with the reason when it is damaged, and stays', () => {
    const entries = new Map<string, string>();
    storage(entries);
    keep(network);
    const [[key, text]] = [...entries] as [[string, string]];
    entries.set(key, text.replace('"seed": 5', '"seed": 6'));
    expect(() => kept()).toThrow(
      'The network kept in this browser was not read: it is damaged, for its checksum does not match.',
    );
    expect(isKept()).toBe(true);
  });

  it('cannot be where the browser keeps nothing, which is said', () => {
    storage(new Map(), new DOMException('denied', 'SecurityError'));
    expect(isKept()).toBe(false);
    for (const use of [() => keep(network), kept, forget])
      expect(use).toThrow('The browser lets this page keep nothing. A file can hold the network.');
  });

  it('needs room, and says where there is none', () => {
    storage(new Map(), new DOMException('full', 'QuotaExceededError'));
    expect(() => keep(network)).toThrow('The browser has no room left for the network.');
  });
});
