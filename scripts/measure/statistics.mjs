/**
 * The p-quantile of some numbers, interpolated between neighbours.
 * @param {number[]} values
 * @param {number} p from 0 to 1
 */
export function quantile(values, p) {
  if (values.length === 0) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const k = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(k)] ?? NaN, sorted[Math.ceil(k)] ?? NaN];
  return low + (high - low) * (k - Math.floor(k));
}

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);
