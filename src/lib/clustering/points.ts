/** Points that are searched or clustered. */
export interface Points {
  /** n·dim numbers, point after point. */
  readonly at: ArrayLike<number>;
  /** Numbers of each point. */
  readonly dim: number;
}

export const countOf = ({ at, dim }: Points): number => at.length / dim;

/** ‖x_i − y_j‖², of two points that may be of different sets. */
export function squaredDistance(x: Points, i: number, y: Points, j: number): number {
  let sum = 0;
  for (let k = 0; k < x.dim; k++) {
    const u = (x.at[i * x.dim + k] as number) - (y.at[j * y.dim + k] as number);
    sum += u * u;
  }
  return sum;
}

/** D_ij = ‖x_i − x_j‖, row after row. */
export function distanceMatrix(points: Points): Float64Array {
  const n = countOf(points);
  const D = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      D[i * n + j] = D[j * n + i] = Math.sqrt(squaredDistance(points, i, points, j));
    }
  }
  return D;
}
