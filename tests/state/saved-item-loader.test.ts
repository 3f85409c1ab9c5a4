import { describe, expect, it } from 'vitest';
import { SavedItemLoader } from '../../src/lib/state/saved-item-loader.svelte';

/** Reads numbers, and keeps one. */
function numbers(keeps?: number) {
  const read = (text: string) => {
    if (Number.isNaN(Number(text))) throw new RangeError(`${text} is not a number`);
    return Number(text);
  };
  const kept = () => {
    if (keeps === undefined) throw new RangeError('No number is kept.');
    return keeps;
  };
  return () => Promise.resolve({ read, kept, isKept: () => keeps !== undefined });
}

const tell = (opened: number, from: string) => `${opened} by way of the ${from}`;

describe('what a figure opens of the reader’s own', () => {
  it('comes from a file, and what came of it is said', async () => {
    const opening = new SavedItemLoader(numbers(), tell);
    await opening.openFile(new File(['12'], 'a number'));
    expect(opening.said).toBe('12 by way of the file');
  });

  it('comes from the browser, once a look has found it there', async () => {
    const opening = new SavedItemLoader(numbers(7), tell);
    expect(opening.isKept).toBe(false);
    await opening.look();
    expect(opening.isKept).toBe(true);
    await opening.openKept();
    expect(opening.said).toBe('7 by way of the browser');
  });

  it('is refused with the reason, and not taken', async () => {
    const taken: number[] = [];
    const opening = new SavedItemLoader(numbers(), (opened) => `${taken.push(opened)} taken`);
    await opening.openFile(new File(['twelve'], 'a word'));
    expect(opening.said).toBe('twelve is not a number');
    await opening.openKept();
    expect(opening.said).toBe('No number is kept.');
    expect(taken).toEqual([]);
  });

  it('does not open where what reads it cannot be loaded, which is said', async () => {
    const opening = new SavedItemLoader<number>(
      () => Promise.reject(new Error('the reader is missing')),
      tell,
    );
    await opening.look();
    expect(opening.said).toBe('');
    await opening.openFile(new File(['12'], 'a number'));
    expect(opening.said).toBe('the reader is missing');
    expect(opening.isKept).toBe(false);
  });
});
