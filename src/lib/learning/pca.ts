/** Steps of the power iteration: far more than the first two axes of embeddings need. */
const STEPS = 300;

/** A flat view of points with many coordinates: their mean, and the two directions in which they vary the most. */
export interface PrincipalPlane {
  /** The place of a point in the plane: its coordinates along the two axes, from the mean. */
  place(point: readonly number[]): [number, number];
  /** The share of the points' variance that the plane keeps, from 0 to 1. */
  kept: number;
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, k) => sum + value * (b[k] as number), 0);

/**
 * The plane of the two principal axes of some points (Pearson 1901), found by power iteration; the sign of an axis is
 * such that its largest component is positive. Points of two coordinates or fewer are left where they are.
 */
export function principalPlane(points: readonly (readonly number[])[]): PrincipalPlane {
  const d = points[0]?.length ?? 0;
  if (d <= 2) return { place: ([x = 0, y = 0]) => [x, y], kept: 1 };
  const n = points.length;
  const mean = Array.from({ length: d }, (_, k) => points.reduce((sum, p) => sum + (p[k] as number), 0) / n);
  const centred = points.map((p) => p.map((value, k) => value - (mean[k] as number)));
  const covariance = mean.map((_, i) =>
    mean.map((_, j) => centred.reduce((sum, p) => sum + (p[i] as number) * (p[j] as number), 0) / n),
  );
  const total = covariance.reduce((sum, row, k) => sum + (row[k] as number), 0);

  const axes: number[][] = [];
  let found = 0;
  for (let a = 0; a < 2; a++) {
    let axis = mean.map((_, k) => 1 / (k + 1));
    let spread = 0;
    for (let step = 0; step < STEPS; step++) {
      const next = covariance.map((row) => dot(row, axis));
      for (const other of axes) {
        const along = dot(next, other);
        other.forEach((value, k) => (next[k] = (next[k] as number) - along * value));
      }
      spread = Math.hypot(...next);
      if (spread === 0) break;
      axis = next.map((value) => value / spread);
    }
    const largest = axis.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
    axes.push(axis.map((value) => (largest < 0 ? -value : value)));
    found += spread;
  }
  const [first, second] = axes as [number[], number[]];
  return {
    place(point) {
      const from = point.map((value, k) => value - (mean[k] as number));
      return [dot(from, first), dot(from, second)];
    },
    kept: total > 0 ? found / total : 1,
  };
}
