/** A number for the reader: fixed decimals, a real minus sign, and a word where there is no number. */
export function formatFixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return 'undefined';
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−');
}

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
  if (!Number.isFinite(value)) return 'undefined';
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

/** A tick's number with a real minus sign. */
export const tickAsIs = (tick: number): string => String(tick).replace('-', '−');
