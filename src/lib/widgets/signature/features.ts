import { resample } from '../../geometry/strokes';
import type { Drawing } from '../../state/drawings';

/** Moments at which a signature is looked at, evenly spaced in time. */
export const MOMENTS = 32;
/** What is measured at each of them. */
const MEASURES = 6;
/** Numbers that describe a signature: the measures of all moments, and how long it took. */
export const FEATURES = MOMENTS * MEASURES + 1;

/** A usual signature takes about so long, in hundredths of a second. */
const USUAL = 200;

/**
 * A signature as numbers, the same wherever on the pad and however large it is written. At each moment: x and y from
 * their means, in units of the height's standard deviation; 1 where the pen is down and −1 where it is up; the speed,
 * less 1, in units of its mean; and the cosine and sine of the direction. At the end the logarithm of the time taken.
 */
export function featuresOf(signature: Drawing): Float32Array {
  const out = new Float32Array(FEATURES);
  const moments = resample(signature, MOMENTS + 1);
  if (moments.length === 0) return out;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(moments.map(({ x }) => x)), mean(moments.map(({ y }) => y))];
  const unit = Math.sqrt(mean(moments.map(({ y }) => (y - my) ** 2))) || 1;
  const steps = moments.slice(1).map(({ x, y }, k) => {
    const before = moments[k] as { x: number; y: number };
    return [x - before.x, y - before.y] as const;
  });
  const usual = mean(steps.map(([dx, dy]) => Math.hypot(dx, dy))) || 1;
  steps.forEach(([dx, dy], k) => {
    const { x, y, down } = moments[k + 1] as (typeof moments)[number];
    const length = Math.hypot(dx, dy);
    const direction = length > 0 ? [dx / length, dy / length] : [0, 0];
    const measures = [(x - mx) / unit / 2, (y - my) / unit, down ? 1 : -1, length / usual - 1, ...direction];
    out.set(measures, k * MEASURES);
  });
  const points = signature.flat();
  const taken = (points.at(-1)?.[2] ?? 0) - (points[0]?.[2] ?? 0);
  out[FEATURES - 1] = 2 * Math.log(Math.max(10, taken) / USUAL);
  return out;
}
