type Matrix = readonly (readonly number[])[];

/** Sweeps of Jacobi's method over all pairs, at most: each of the last ones doubles its digits. */
const SWEEPS = 30;

/** C_jk = 1/n Σ (x_j − x̄_j)(x_k − x̄_k): the covariances of n points, given row by row. */
export function covarianceOf(points: Matrix): number[][] {
  const n = points.length;
  const mean = (points[0] ?? []).map((_, k) => points.reduce((sum, p) => sum + (p[k] as number) / n, 0));
  return mean.map((mj, j) =>
    mean.map((mk, k) =>
      points.reduce((sum, p) => sum + (((p[j] as number) - mj) * ((p[k] as number) - mk)) / n, 0),
    ),
  );
}

/**
 * The eigenvalues of a symmetric matrix without negative ones, such as a covariance, the largest first, by Jacobi's
 * rotations. What rounding has made negative is 0.
 *
 * @see Jacobi (1846); Golub, Van Loan (2013), section 8.5, for the angle
 */
export function eigenvalues(matrix: Matrix): number[] {
  const A = matrix.map((row) => [...row]);
  const at = (i: number, j: number) => (A[i] as number[])[j] as number;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let turned = false;
    for (let p = 0; p < A.length; p++) {
      for (let q = p + 1; q < A.length; q++) {
        if (at(p, q) === 0) continue;
        turned = true;
        const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(1, theta));
        const c = 1 / Math.hypot(1, t);
        const s = t * c;
        for (let k = 0; k < A.length; k++) {
          const row = A[k] as number[];
          const [kp, kq] = [at(k, p), at(k, q)];
          row[p] = c * kp - s * kq;
          row[q] = s * kp + c * kq;
        }
        const [P, Q] = [A[p] as number[], A[q] as number[]];
        for (let k = 0; k < A.length; k++) {
          const [pk, qk] = [at(p, k), at(q, k)];
          P[k] = c * pk - s * qk;
          Q[k] = s * pk + c * qk;
        }
      }
    }
    if (!turned) break;
  }
  return A.map((_, k) => Math.max(0, at(k, k))).sort((a, b) => b - a);
}

/** Below this sum there is nothing to have shares of. */
const NOTHING = 1e-9;

/**
 * As how many equal ones these values are: e^H, H being the entropy of their shares. Of singular values it is the effective
 * rank of Roy and Vetterli; of eigenvalues, the number of directions among which the variance is shared.
 *
 * @param values from 0
 * @returns from 1 to their number; 0 where their sum is none
 * @see Roy, Vetterli (2007), definition 1
 */
export function effectiveNumber(values: readonly number[]): number {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (!(total > NOTHING)) return 0;
  return Math.exp(
    values.reduce((sum, value) => (value > 0 ? sum - (value / total) * Math.log(value / total) : sum), 0),
  );
}
