import { contrastiveBatch } from '../../losses';
import { Trajectory } from '../../state/descent';
import { scatter } from '../../state/scatter';

const N = 30;
const CLASSES = 3;
const SIGMA = 0.8;
const RATE = 0.2;
/** A side on which no force is above this part of its margin is at rest, and stays. */
const REST = 1e-3;

export interface MarginValues {
  m: number;
  k: number;
  space: 'free' | 'unit';
  seed: number;
  t: number;
}

/** One cloud at one step. */
export interface Side {
  xy: Float64Array;
  gradient: Float64Array;
  /** Mean over all pairs. */
  loss: number;
  /** Percent of the dissimilar pairs with D < m. */
  unmet: number;
  /** Whether further steps leave it as it is. */
  settled: boolean;
}

/** Each point divided by its length. */
function unit(xy: Float64Array): Float64Array {
  return xy.map((v, i) => v / Math.hypot(xy[i] as number, xy[i ^ 1] as number));
}

/** The gradient for the vectors before normalisation: (I − x xᵀ) g at unit length. */
function alongCircle(xy: Float64Array, gradient: Float64Array): Float64Array {
  return gradient.map((g, i) => {
    const [x, other, otherG] = [xy[i], xy[i ^ 1], gradient[i ^ 1]] as [number, number, number];
    return g - x * (x * g + other * otherG);
  });
}

function evaluate(
  xy: Float64Array,
  labels: readonly number[],
  m: number,
  space: MarginValues['space'],
): Side {
  const batch = contrastiveBatch(xy, 2, labels, { m, reducer: 'mean' });
  const gradient = space === 'unit' ? alongCircle(xy, batch.gradient) : batch.gradient;
  return {
    xy,
    gradient,
    settled: gradient.every((g) => Math.abs((N / 2) * g) < REST * m),
    loss: batch.loss,
    unmet: (100 * batch.activeDissimilar) / batch.dissimilarPairs,
  };
}

/** Root of the mean squared length: how large the picture is. */
const size = (xy: Float64Array) => Math.sqrt(xy.reduce((sum, v) => sum + v * v, 0) / N);

/** `value / by`, or why there is no such number. */
const quotient = (value: number, by: number) => (by > 0 ? value / by : 'none: the loss is 0');

/** What a side remembers of its last run. */
export type Memory = Trajectory<Side>;

/**
 * The same seed under the margins m and k·m after `t` steps of x ← x − rate · (n / 2) ∂L/∂x, or at rest.
 * Free embeddings start k times as large on the second side, and L_{km}(k·x) = k² L_m(x) holds at each step.
 * On the unit circle both sides start alike, and nothing of the kind holds.
 */
export function marginModel(
  { m, k, space, seed, t }: MarginValues,
  memory: readonly [Memory, Memory] = [new Trajectory(), new Trajectory()],
) {
  const { xy: z, labels } = scatter(seed, N, CLASSES, SIGMA);
  const side = (margin: number, scale: number, own: Memory): Side => {
    const start = space === 'unit' ? unit(z) : z.map((v) => scale * v);
    const { now } = own.run(
      [margin, scale, space, seed],
      t,
      () => evaluate(start, labels, margin, space),
      (step) => {
        if (step.settled) return step;
        const { xy, gradient } = step;
        const moved = xy.map((v, i) => v - RATE * (N / 2) * (gradient[i] as number));
        return evaluate(space === 'unit' ? unit(moved) : moved, labels, margin, space);
      },
    );
    return now;
  };
  const a = side(m, 1, memory[0]);
  const b = side(k * m, k, memory[1]);
  return {
    a,
    b,
    labels,
    /** The two margins. */
    margins: [m, k * m] as const,
    /** Loss on the second side over loss on the first. */
    ratio: quotient(b.loss, a.loss),
    /** Size of the second picture over size of the first. */
    scale: size(b.xy) / size(a.xy),
    settled: a.settled && b.settled,
  };
}

export type MarginModel = ReturnType<typeof marginModel>;
