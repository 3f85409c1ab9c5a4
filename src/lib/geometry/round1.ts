/** Pixels to the tenth: finer places cannot be seen, and would make a chapter heavier. */
export const round1 = (pixels: number): number => Math.round(10 * pixels) / 10;

/**
 * The same as text. Whole numbers are faster to write than broken ones, and a drag has every place of a picture written
 * again.
 */
export function round1Text(pixels: number): string {
  const count = Math.round(10 * pixels);
  const rest = count % 10;
  if (rest === 0) return String(count / 10);
  return count < 0 ? `-${Math.trunc(-count / 10)}.${-rest}` : `${Math.trunc(count / 10)}.${rest}`;
}
