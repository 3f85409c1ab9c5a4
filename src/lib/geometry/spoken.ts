import type { Point } from './frame';

/** A point in words, with a real minus sign: “0.40, −0.30”. */
export function spoken([x, y]: Point): string {
  const text = (value: number) => (Object.is(Math.round(value * 100), -0) ? 0 : value).toFixed(2);
  return `${text(x)}, ${text(y)}`.replaceAll('-', '−');
}
