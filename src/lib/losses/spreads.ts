/** From where to where points reach along an axis. */
export interface Spread {
  low: number;
  high: number;
}

export const width = (spread: Spread | undefined) => (spread ? spread.high - spread.low : 0);

/** The spread of points along each of d axes. */
export function spreadsOf(x: Float64Array, d: number): Spread[] {
  return Array.from({ length: d }, (_, axis) => {
    let low = Infinity;
    let high = -Infinity;
    for (let k = axis; k < x.length; k += d) {
      const value = x[k] as number;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    return { low, high };
  });
}
