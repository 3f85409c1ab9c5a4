import { describe, expect, test } from 'vitest';
import { readNumber, whyNoNumber } from '../../src/lib/state/read-number';

describe('a number that a reader types', () => {
  test.each([
    ['0.25', 0.25],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['+0.66', 0.66],
    [' .5 ', 0.5],
    ['5.', 5],
    ['−3', -3],
    ['– 3', -3],
    ['1/2', 0.5],
    ['-1 / 4', -0.25],
    ['3⁄4', 0.75],
    ['½', 0.5],
    ['-1½', -1.5],
    ['1 ½', 1.5],
    ['⅞', 0.875],
    ['1e-3', 0.001],
    ['1e+3', 1000],
    ['44,850.5', 44850.5],
    ['1,234,567', 1234567],
  ])('“%s” is read as %s', (text, expected) => {
    expect(readNumber(text)).toBeCloseTo(expected, 12);
  });

  test.each([
    '',
    ' ',
    'NaN',
    'Infinity',
    '1e999',
    '1/0',
    '0/0',
    '1/2/3',
    '1,2,3',
    '0x10',
    'one',
    '1 2',
    '..5',
  ])('“%s” is not one', (text) => {
    expect(readNumber(text)).toBeUndefined();
    expect(whyNoNumber(text)).toMatch(/^A number is expected, such as 0.25 or 1\/4/);
  });

  test('may be either of two with a comma before three digits, and is asked for again', () => {
    expect(readNumber('1,250')).toBeUndefined();
    expect(whyNoNumber('1,250')).toBe('“1,250” may be 1.250 or 1250: write it without the comma.');
  });
});
