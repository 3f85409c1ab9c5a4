import { describe, expect, it } from 'vitest';
import { keepPercents } from '../../src/lib/state/text';

describe('a sentence', () => {
  it('keeps a number and its percent sign on one line', () => {
    expect(keepPercents('It gets 87 % of the push.')).toBe('It gets 87\u00a0% of the push.');
  });
});
