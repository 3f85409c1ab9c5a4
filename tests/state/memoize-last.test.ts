import { describe, expect, it } from 'vitest';
import { memoizeLast } from '../../src/lib/state/memoize-last';

describe('a function that remembers its last answer', () => {
  it('gives the same object for the same arguments, and works again for others', () => {
    let calls = 0;
    const pair = memoizeLast((a: number, b: string) => ({ a, b, call: ++calls }));
    expect(pair(1, 'x')).toBe(pair(1, 'x'));
    expect(pair(2, 'x')).toEqual({ a: 2, b: 'x', call: 2 });
    expect(pair(1, 'x')).toEqual({ a: 1, b: 'x', call: 3 });
  });

  it('looks only at what the answer depends on, where that is said', () => {
    const sum = memoizeLast(
      ({ a, b }: { a: number; b: number; c: number }) => [a + b],
      ({ a, b }) => [a, b],
    );
    const first = sum({ a: 1, b: 2, c: 3 });
    expect(sum({ a: 1, b: 2, c: 9 })).toBe(first);
    expect(sum({ a: 2, b: 2, c: 9 })).toEqual([4]);
  });
});
