import { describe, expect, it } from 'vitest';
import { formatFixed, formatPower } from '../../src/lib/state/format';

describe('a number for the reader', () => {
  it('has a real minus sign, and none before zero', () => {
    expect(formatFixed(-0.5, 3)).toBe('−0.500');
    expect(formatFixed(-0.0001, 3)).toBe('0.000');
  });

  it('is a dash where there is not a number', () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      expect(formatFixed(value, 2)).toBe('–');
      expect(formatPower(value)).toBe('–');
    }
  });

  it('is a power of ten where it is tiny', () => {
    expect(formatPower(2.8e-11)).toBe('2.8 · 10⁻¹¹');
    expect(formatPower(-3e4)).toBe('−3.0 · 10⁴');
    expect(formatPower(0)).toBe('0');
  });
});
