import type { Vec2 } from '../../state/parameters';

/** How far from the unit circle points are strewn to either side, so that many at one angle can be seen. */
const JITTER = 0.07;

/** Where embeddings point to: each at its angle near the unit circle; what lies at 0 stays there. */
export function onCircle(points: ArrayLike<number>, jitter = JITTER): Float64Array {
  const out = new Float64Array(points.length);
  for (let i = 0; 2 * i < points.length; i++) {
    const [x, y] = [points[2 * i] as number, points[2 * i + 1] as number];
    const length = Math.hypot(x, y);
    if (length === 0) continue;
    // Evenly strewn by the golden ratio, the same for the same point at every step.
    const radius = 1 + jitter * (2 * ((i * 0.6180339887) % 1) - 1);
    out.set([(radius * x) / length, (radius * y) / length], 2 * i);
  }
  return out;
}

/** Half the width of a plane that holds nearly all of the points: one of few round sizes, so that it seldom jumps. */
export function reachOf(points: ArrayLike<number>): number {
  const few = Math.floor(0.005 * Math.max(0, points.length - 1));
  const holds = (reach: number) => {
    let beyond = 0;
    for (let k = 0; k < points.length; k++) if (1.04 * Math.abs(points[k] as number) > reach) beyond++;
    return beyond <= few;
  };
  for (let scale = 0.1; scale < 1e6; scale *= 10) {
    const found = [1, 1.5, 2, 3, 5, 7].find((size) => size * scale >= 0.5 && holds(size * scale));
    if (found !== undefined) return found * scale;
  }
  return 1e6;
}

/** Where each class is named: at the mean of its points, and on the circle outside of it. */
export function classPlaces(
  points: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
  circular: boolean,
): (Vec2 | undefined)[] {
  const sums = Array.from({ length: classes }, () => [0, 0, 0] as [number, number, number]);
  for (let i = 0; i < labels.length; i++) {
    const sum = sums[labels[i] as number];
    if (!sum) continue;
    sum[0] += points[2 * i] as number;
    sum[1] += points[2 * i + 1] as number;
    sum[2]++;
  }
  return sums.map(([x, y, n]): Vec2 | undefined => {
    if (n === 0) return undefined;
    const length = Math.hypot(x, y);
    if (!circular) return [x / n, y / n];
    return length > 0 ? [(1.2 * x) / length, (1.2 * y) / length] : undefined;
  });
}
