/** The 0.975 quantile of Student's t for 1, 2, … degrees of freedom. */
const T = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262] as const;

export interface Estimate {
  mean: number;
  /** Standard deviation of one run. */
  sd: number;
  /** The ends of the 95 % interval of the mean. */
  low: number;
  high: number;
}

/**
 * The mean of a few runs with its 95 % interval by Student's t, mean ± t·s/√n.
 * @param values from two to ten
 * @throws RangeError for fewer or more
 */
export function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const t = T[n - 2];
  if (t === undefined) throw new RangeError(`values has ${n} numbers; from 2 to ${T.length + 1} are allowed`);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const reach = (t * sd) / Math.sqrt(n);
  return { mean, sd, low: mean - reach, high: mean + reach };
}
