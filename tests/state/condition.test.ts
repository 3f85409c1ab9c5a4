import { describe, expect, it } from 'vitest';
import { holds, readCondition, readNumber } from '../../src/lib/state/condition';

describe('a condition', () => {
  it.each([
    ['0', 0, true],
    ['0', 1e-12, true],
    ['0', 0.001, false],
    ['-1.5', -1.5, true],
    ['−1.5', -1.5, true],
    ['0.9..1.1', 1.1, true],
    ['0.9..1.1', 1.11, false],
    ['-1..-0.5', -0.7, true],
    ['0.5 ± 0.02', 0.52, true],
    ['0.5 +- 0.02', 0.53, false],
    ['> 1', 1, false],
    ['> 1', 1.01, true],
    ['>= 1', 1, true],
    ['≤ 2', 2, true],
    ['<2', 2, false],
    ['none', 'none', true],
    ['none', 'all', false],
    ['1', '1', false],
    ['none', 1, false],
  ])('“%s” asked of %s holds: %s', (text, value, expected) => {
    expect(holds(readCondition(text), value)).toBe(expected);
  });
});

describe('a number that a reader types', () => {
  it.each([
    ['0.25', 0.25],
    [' .5 ', 0.5],
    ['0,25', 0.25],
    ['−3', -3],
    ['1e-3', 0.001],
    ['1/2', undefined],
    ['', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['1e999', undefined],
  ])('“%s” is read as %s', (text, expected) => {
    expect(readNumber(text)).toBe(expected);
  });
});
