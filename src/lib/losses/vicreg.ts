import { defineLoss, type BatchLoss, type RowsLike } from './declare';
import { requireNonNegative, requirePositive } from './require';
import { requireRows, requireShape, rowAt, zerosLike } from './rows';

export interface VicRegOptions {
  /** λ ≥ 0, the weight of the distance of the two views; default 25. */
  invariance?: number;
  /** μ ≥ 0, the weight of the spread; default 25. */
  variance?: number;
  /** ν ≥ 0, the weight of the covariances; default 1. */
  covariance?: number;
  /** γ > 0, the standard deviation that is asked of each component; default 1. */
  gamma?: number;
  /** ε > 0, added to each variance under the root; default 0.0001. */
  eps?: number;
}

/** The spread and the covariances of the rows of one branch, and their gradient. */
function spreadOf(z: RowsLike, { variance, covariance, gamma, eps }: Required<VicRegOptions>) {
  const [n, d] = [z.length, rowAt(z, 0).length];
  const mean = Array.from({ length: d }, (_, k) => z.reduce((sum, row) => sum + rowAt(row, k) / n, 0));
  const centred = z.map((row) => mean.map((m, k) => rowAt(row, k) - m));
  const C = mean.map((_, j) =>
    mean.map((_, k) => centred.reduce((sum, row) => sum + rowAt(row, j) * rowAt(row, k), 0) / (n - 1)),
  );
  /** ∂/∂C of what the branch costs; the way on to a row is 2/(n − 1) (∂/∂C) z̃, since C is symmetric. */
  const G = C.map((row) => row.map(() => 0));
  let loss = 0;
  C.forEach((row, j) => {
    const S = Math.sqrt(rowAt(row, j) + eps);
    if (S < gamma) {
      loss += (variance * (gamma - S)) / d;
      rowAt(G, j)[j] = -variance / (2 * d * S);
    }
    row.forEach((c, k) => {
      if (k === j) return;
      loss += (covariance * c * c) / d;
      rowAt(G, j)[k] = (2 * covariance * c) / d;
    });
  });
  const gradient = centred.map((row) =>
    G.map((g) => (2 / (n - 1)) * g.reduce((sum, value, k) => sum + value * rowAt(row, k), 0)),
  );
  return { loss, gradient };
}

/**
 * VICReg: two views near each other, and in each branch a spread in every component and no covariance between two of them.
 * No row is compared with another sample. With C the covariances of a branch, divided by n − 1,
 *
 *     L = λ/n Σᵢ ‖aᵢ − bᵢ‖² + μ (v(a) + v(b)) + ν (c(a) + c(b))
 *     v = 1/d Σⱼ max(0, γ − √(Cⱼⱼ + ε)),    c = 1/d Σ_{j≠k} Cⱼₖ²
 *     ∂v/∂Cⱼⱼ = −1/(2d √(Cⱼⱼ + ε)) where the root is below γ,    ∂c/∂Cⱼₖ = 2 Cⱼₖ/d,    ∂L/∂zᵢ = 2/(n − 1) (∂L/∂C) (zᵢ − z̄)
 *
 * The items are the λ‖aᵢ − bᵢ‖²; the other terms are the batch's. The authors' program divides the first term by d as well,
 * and halves v. Kink: at √(Cⱼⱼ + ε) = γ; 0 there, a subgradient.
 *
 * @param a n ≥ 2 rows of d finite numbers, of any length
 * @param b n rows of d finite numbers, b[i] being the other view of a[i]
 * @throws RangeError naming the argument, and what is allowed
 * @see Bardes, Ponce, LeCun (2022), eq. 1 to 6
 */
export function vicReg(
  a: RowsLike,
  b: RowsLike,
  options: VicRegOptions = {},
): BatchLoss<{ a: number[][]; b: number[][] }> {
  const { invariance = 25, variance = 25, covariance = 1, gamma = 1, eps = 1e-4 } = options;
  for (const [name, value] of Object.entries({ invariance, variance, covariance })) {
    requireNonNegative(name, value);
  }
  requirePositive('gamma', gamma);
  requirePositive('eps', eps);
  requireRows('a', a);
  requireShape('b', b, { count: a.length, dimension: rowAt(a, 0).length });
  if (a.length < 2) throw new RangeError('a has 1 row; two at least are needed');
  const n = a.length;
  const full = { invariance, variance, covariance, gamma, eps };
  const branches = { a: spreadOf(a, full), b: spreadOf(b, full) };
  const gradient = { a: zerosLike(a), b: zerosLike(b) };
  const items = a.map((row, i) => {
    const [ga, gb] = [rowAt(gradient.a, i), rowAt(gradient.b, i)];
    let square = 0;
    ga.forEach((_, k) => {
      const u = rowAt(row, k) - rowAt(rowAt(b, i), k);
      square += u * u;
      ga[k] = (2 * invariance * u) / n + rowAt(rowAt(branches.a.gradient, i), k);
      gb[k] = (-2 * invariance * u) / n + rowAt(rowAt(branches.b.gradient, i), k);
    });
    return invariance * square;
  });
  const loss = items.reduce((sum, item) => sum + item, 0) / n + branches.a.loss + branches.b.loss;
  return { loss, items, gradient };
}

export const vicRegLoss = defineLoss({
  id: 'vicreg',
  name: 'VICReg',
  unit: 'pair',
  about:
    'Two views near each other, every component spread over the batch, and no two components correlated.',
  formula: String.raw`\lambda\lVert a_i-b_i\rVert^2+\mu\bigl(v(a)+v(b)\bigr)+\nu\bigl(c(a)+c(b)\bigr)`,
  references: ['bardes2022'],
  inputs: {
    a: { kind: 'rows', count: 'B', dimension: 'd', about: 'first views' },
    b: { kind: 'rows', count: 'B', dimension: 'd', about: 'second views, in the same order' },
  },
  parameters: {
    invariance: {
      kind: 'number',
      symbol: 'λ',
      default: 25,
      min: 0,
      max: 1000,
      about: 'weight of the distance of the two views',
    },
    variance: {
      kind: 'number',
      symbol: 'μ',
      default: 25,
      min: 0,
      max: 1000,
      about: 'weight of the spread; without it everything may collapse',
    },
    covariance: {
      kind: 'number',
      symbol: 'ν',
      default: 1,
      min: 0,
      max: 1000,
      about: 'weight of the covariances; without it all components may say the same',
    },
    gamma: {
      kind: 'number',
      symbol: 'γ',
      default: 1,
      min: 0.001,
      max: 1000,
      about: 'standard deviation that is asked of each component',
    },
    eps: {
      kind: 'number',
      symbol: 'ε',
      default: 0.0001,
      min: 1e-12,
      max: 1,
      about: 'added to each variance under the root',
    },
  },
  invariances: ['permutation', 'translation'],
  evaluate: ({ a, b }, options) => vicReg(a, b, options),
});
