import { contrastive, unorderedPairs, type BatchOptions } from '../../../src/lib/losses';
import { PreciseSum } from './numbers';

/** Two at a time. */
function inTwos(pairs: ArrayLike<number>): [number, number][] {
  return Array.from({ length: pairs.length / 2 }, (_, k) => [pairs[2 * k] ?? 0, pairs[2 * k + 1] ?? 0]);
}

/** Whether D < m; near m by a length that is exact where the squares are, as `Math.hypot` need not be. */
function below(m: number, D: number, a: number[], b: number[]): boolean {
  if (Math.abs(D - m) > 1e-9 * m) return D < m;
  return Math.sqrt(a.reduce((sum, component, k) => sum + (component - (b[k] ?? NaN)) ** 2, 0)) < m;
}

/** The contrastive loss of labelled points as the sum over their pairs, each by the loss of one pair. */
export function plainSum(
  points: ArrayLike<number>,
  d: number,
  labels: ArrayLike<number>,
  { m = 1, reducer = 'mean', similar = true, dissimilar = true, pairs: given }: BatchOptions,
) {
  const rows = Array.from({ length: labels.length }, (_, i) =>
    Array.from({ length: d }, (_, k) => points[i * d + k] ?? NaN),
  );
  const sums = { similar: new PreciseSum(), dissimilar: new PreciseSum() };
  const counts = { pairs: 0, similarPairs: 0, dissimilarPairs: 0, activeDissimilar: 0 };
  const gradient = Array.from({ length: labels.length * d }, () => new PreciseSum());
  const size = gradient.map(() => 0);
  let active = 0;
  for (const [i, j] of given ? inTwos(given) : unorderedPairs(labels.length)) {
    const together = labels[i] === labels[j];
    const pair = contrastive(rows[i] ?? [], rows[j] ?? [], together ? 0 : 1, { m });
    const isActive = together ? pair.D > 0 : below(m, pair.D, rows[i] ?? [], rows[j] ?? []);
    counts[together ? 'similarPairs' : 'dissimilarPairs']++;
    if (!together && isActive) counts.activeDissimilar++;
    if (!(together ? similar : dissimilar)) continue;
    counts.pairs++;
    if (isActive) active++;
    sums[together ? 'similar' : 'dissimilar'].add(pair.loss);
    for (let k = 0; k < d; k++) {
      const [g1, g2] = [pair.gradient.x1[k] ?? NaN, pair.gradient.x2[k] ?? NaN];
      gradient[i * d + k]?.add(g1);
      gradient[j * d + k]?.add(g2);
      size[i * d + k] = (size[i * d + k] ?? 0) + Math.abs(g1);
      size[j * d + k] = (size[j * d + k] ?? 0) + Math.abs(g2);
    }
  }
  const factor = 1 / Math.max(1, { sum: 1, mean: counts.pairs, 'mean-active': active }[reducer]);
  return {
    loss: factor * (sums.similar.value + sums.dissimilar.value),
    similar: factor * sums.similar.value,
    dissimilar: factor * sums.dissimilar.value,
    counts,
    gradient: gradient.map((g) => factor * g.value),
    /** The sum of the sizes of what each component of the gradient is a sum of. */
    size: size.map((s) => factor * s),
  };
}
