import { format } from 'd3-format';

/** What stands where there is no number. */
const NONE = '–';

const fixedFormats = new Map<number, (value: number) => string>();

/**
 * A number for the reader: fixed decimals, a real minus sign and none before zero, and a dash where there is not a
 * number. Every number that is seen or heard is written here.
 */
export function formatFixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return NONE;
  let write = fixedFormats.get(digits);
  if (!write) fixedFormats.set(digits, (write = format(`.${digits}f`)));
  return write(value);
}

/** A whole number of things or steps, its thousands set apart. */
export const formatCount: (value: number) => string = format(',d');

/** The height of a line on a map: three digits that count, without zeros at the end. */
export const formatLevel: (value: number) => string = format('.3~g');

const SUPERSCRIPT: Record<string, string> = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
};

/** A number of any size as a power of ten, such as 2.8 · 10⁻¹¹. */
export function formatPower(value: number): string {
  if (!Number.isFinite(value)) return NONE;
  if (value === 0) return '0';
  const [digits = '', exponent = '0'] = value.toExponential(1).split('e');
  const raised = [...exponent.replace('+', '')].map((sign) => SUPERSCRIPT[sign] ?? '').join('');
  return `${digits.replace('-', '−')} · 10${raised}`;
}

/** How the numbers along the axes of a picture are written. */
export interface TickText {
  x?: (tick: number) => string;
  y?: (tick: number) => string;
}

/** A tick's number with as many digits as it has, and a real minus sign. */
export const tickAsIs: (tick: number) => string = format('');
