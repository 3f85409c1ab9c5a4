import { defineLoss, type BatchLoss, type RowsLike } from './declare';
import { normalise, throughNormalisation } from './distances';
import { requireNonNegative, requirePositive } from './require';
import { addScaled, requireRows, requireShape, rowAt, zerosLike } from './rows';
import { logSumExp } from './softmax';

/**
 * Uniformity of points on the unit sphere, the logarithm of the mean potential of all their pairs:
 *
 *     ℓ = log 2/(n(n − 1)) Σ_{i<j} e^{−t‖xᵢ − xⱼ‖²},    ∂ℓ/∂xᵢ = −2t Σ_{j≠i} wᵢⱼ (xᵢ − xⱼ)
 *
 * where the wᵢⱼ are the terms of the sum, divided by it. At most 0, which it is where all points are one.
 *
 * @param x n ≥ 2 rows of d finite numbers, of length 1
 * @param t > 0; in the paper 2
 * @throws RangeError naming the argument, and what is allowed
 * @see Wang, Isola (2020), section 4.1
 */
export function uniformity(x: RowsLike, t = 2): { value: number; gradient: number[][] } {
  requirePositive('t', t);
  requireRows('x', x);
  if (x.length < 2) throw new RangeError('x has 1 row; two at least are needed');
  const pairs: [i: number, j: number][] = x.flatMap((_, i) =>
    Array.from({ length: i }, (_, j): [number, number] => [i, j]),
  );
  const exponents = pairs.map(([i, j]) => {
    const other = rowAt(x, j);
    return -t * Array.from(rowAt(x, i)).reduce((sum, u, k) => sum + (u - rowAt(other, k)) ** 2, 0);
  });
  const total = logSumExp(exponents);
  const gradient = zerosLike(x);
  pairs.forEach(([i, j], p) => {
    const w = -2 * t * Math.exp(rowAt(exponents, p) - total);
    const [xi, xj] = [rowAt(x, i), rowAt(x, j)];
    for (const [row, sign] of [
      [rowAt(gradient, i), 1],
      [rowAt(gradient, j), -1],
    ] as const) {
      addScaled(row, xi, sign * w);
      addScaled(row, xj, -sign * w);
    }
  });
  return { value: total - Math.log(pairs.length), gradient };
}

export interface AlignmentUniformityOptions {
  /** λ ≥ 0, the weight of uniformity; default 1. */
  lambda?: number;
  /** t > 0, how near two points are that repel each other; default 2. */
  t?: number;
}

/**
 * Alignment and uniformity as a loss. With x̂ = x/‖x‖ and ℓ the {@link uniformity} of a branch,
 *
 *     L = 1/B Σᵢ ‖âᵢ − b̂ᵢ‖² + λ/2 (ℓ(â) + ℓ(b̂)).
 *
 * The items are the ‖âᵢ − b̂ᵢ‖², whose exponent α is 2 here, as in the paper's experiments. It may be negative.
 * Kink: a zero vector has no direction and stays zero; its gradient is zero, by convention.
 *
 * @param a B ≥ 2 rows of d finite numbers
 * @param b B rows of d finite numbers, b[i] being the positive of a[i]
 * @throws RangeError naming the argument, and what is allowed
 * @see Wang, Isola (2020), section 4.1 and figure 5
 */
export function alignmentUniformity(
  a: RowsLike,
  b: RowsLike,
  { lambda = 1, t = 2 }: AlignmentUniformityOptions = {},
): BatchLoss<{ a: number[][]; b: number[][] }> {
  requireNonNegative('lambda', lambda);
  requireRows('a', a);
  requireShape('b', b, { count: a.length, dimension: rowAt(a, 0).length });
  const [an, bn] = [a.map(normalise), b.map(normalise)];
  const spread = [an, bn].map((rows) =>
    uniformity(
      rows.map(({ unit }) => unit),
      t,
    ),
  );
  const [ga, gb] = spread.map(({ gradient }) => gradient.map((row) => row.map((g) => (lambda / 2) * g))) as [
    number[][],
    number[][],
  ];
  const items = an.map(({ unit }, i) => {
    const apart = unit.map((u, k) => u - rowAt(rowAt(bn, i).unit, k));
    addScaled(rowAt(ga, i), apart, 2 / a.length);
    addScaled(rowAt(gb, i), apart, -2 / a.length);
    return apart.reduce((sum, u) => sum + u * u, 0);
  });
  const alignment = items.reduce((sum, item) => sum + item, 0) / items.length;
  return {
    loss: alignment + (lambda / 2) * spread.reduce((sum, { value }) => sum + value, 0),
    items,
    gradient: {
      a: an.map((row, i) => throughNormalisation(row, rowAt(ga, i))),
      b: bn.map((row, i) => throughNormalisation(row, rowAt(gb, i))),
    },
  };
}

export const alignmentUniformityLoss = defineLoss({
  id: 'alignment-uniformity',
  name: 'Alignment and uniformity',
  unit: 'n-tuple',
  about: 'Positives near each other, and all embeddings spread evenly over the sphere.',
  formula: String.raw`\lVert \hat a_i-\hat b_i\rVert^2+\tfrac{\lambda}{2}\bigl(\ell(\hat a)+\ell(\hat b)\bigr)`,
  references: ['wang2020'],
  inputs: {
    a: { kind: 'rows', count: 'B', dimension: 'd', about: 'embeddings' },
    b: { kind: 'rows', count: 'B', dimension: 'd', about: 'their positives, in the same order' },
  },
  parameters: {
    lambda: {
      kind: 'number',
      symbol: 'λ',
      default: 1,
      min: 0,
      max: 100,
      about: 'weight of uniformity beside alignment',
    },
    t: {
      kind: 'number',
      symbol: 't',
      default: 2,
      min: 0.01,
      max: 100,
      about: 'how near two points are that repel each other: the larger, the nearer',
    },
  },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ a, b }, options) => alignmentUniformity(a, b, options),
});
