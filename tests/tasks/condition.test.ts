import { describe, expect, it } from 'vitest';
import { holds, readCondition } from '../../src/lib/tasks/condition';

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
    ['0,9..1,1', 1.1, true],
    ['1/3 ± 0.01', 0.333, true],
    ['> ½', 0.5, false],
    ['+0.5', 0.5, true],
    ['none', 'none', true],
    ['none', 'all', false],
    ['1', '1', false],
    ['none', 1, false],
  ])('“%s” asked of %s holds: %s', (text, value, expected) => {
    expect(holds(readCondition(text), value)).toBe(expected);
  });
});
