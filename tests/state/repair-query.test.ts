import { describe, expect, test } from 'vitest';
import { repairQuery } from '../../src/lib/state/repair-query';

describe('a query whose ampersands were escaped', () => {
  test.each([
    ['?m=2&y=0', '', '?m=2&y=0'],
    ['?m=2&amp;y=0', '', '?m=2&y=0'],
    ['?m=2&amp;#038;y=0', '', '?m=2&y=0'],
    ['?m=2&', '#038;y=0&#038;x1=1,1', '?m=2&y=0&x1=1,1'],
    ['?m=2&', '#x26;y=0', '?m=2&y=0'],
    ['?m=2', '#pair', '?m=2'],
    ['?title=a%26amp%3Bb', '', '?title=a%26amp%3Bb'],
  ])('%s with the fragment “%s” is %s', (search, hash, expected) => {
    expect(repairQuery(search, hash)).toBe(expected);
  });
});
