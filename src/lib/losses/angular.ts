import type { BatchLoss, RowsLike, Numbers } from './declare';
import { angleOf, cosineMatrix, throughCosines } from './cosine-matrix';
import { crossEntropy, type LogitLoss } from './cross-entropy';
import { reduce, type Reducer } from './reducers';
import { requirePositive, requireWhole } from './require';
import { addScaled, requireLabels, requireRows, requireShape, rowAt, scaled } from './rows';

/** What stands instead of cos θ for the true class: φ, and its slope ∂φ/∂(cos θ). */
export interface Target {
  value: number;
  slope: number;
}

/**
 * A target as a function of the angle θ between embedding and class weight, 0 ≤ θ ≤ π. It may be given sin θ too, as
 * √(1 − cos² θ) from the cosine that the angle came from: so automatic differentiation has it.
 */
export type TargetOfAngle = (theta: number, sine?: number) => Target;

/** Whether the angle of a sine is 0 or π as far as unit vectors in double precision can tell. */
export const isPole = (sine: number): boolean => sine < 1e-15;

/** Rounding may have carried a cosine a little beyond 1. */
const targetOfCosine = (target: TargetOfAngle, c: number): Target =>
  target(angleOf(c), Math.sqrt(Math.max(0, 1 - c * c)));

export interface AngularOptions {
  /** The scale of the logits, > 0. */
  s: number;
  target: TargetOfAngle;
  /** Whether the logits are multiplied by ‖x‖ as well, as where embeddings are not normalised. */
  keepLength?: boolean;
  /** Rows of W a class; a class is as near as the nearest of its rows. */
  K?: number;
  /** The loss of the logits; default the cross-entropy. */
  ofLogits?: (z: readonly number[], y: number) => LogitLoss;
  reducer: Reducer;
}

/** For each class, the index of that of its K rows whose cosine is greatest; the first of equals. */
function nearestRows(cos: readonly number[], K: number): number[] {
  if (K === 1) return cos.map((_, j) => j);
  return Array.from({ length: cos.length / K }, (_, j) => {
    const own = cos.slice(j * K, (j + 1) * K);
    return j * K + own.indexOf(Math.max(...own));
  });
}

/**
 * The softmax cross-entropy of scaled cosines, with a target φ for the true class. One item an embedding:
 *
 *     Lᵢ = −log(e^{s φ(θ_y)} / (e^{s φ(θ_y)} + Σ_{j≠y} e^{s cos θⱼ})),   cos θⱼ = x̂ᵢ·Ŵⱼ
 *     ∂Lᵢ/∂cos θⱼ = s (pⱼ − 1_{j=y}) · (∂φ/∂cos θ if j = y, else 1)
 *
 * and the gradients for x and W through the normalisation. Kinks: a zero vector has no direction; its cosines are
 * zero, its angles π/2, its gradient zero, by convention. With K > 1, where two rows of a class are equally near, the
 * gradient goes to the first.
 *
 * @param x B rows of d finite numbers
 * @param W C·K rows of d finite numbers: those of class j are j·K to j·K + K − 1
 * @param labels B classes from 0 to C − 1
 * @throws RangeError naming the argument, and what is allowed
 */
export function angularSoftmax(
  x: RowsLike,
  W: RowsLike,
  labels: Numbers,
  { s, target, keepLength = false, K = 1, ofLogits = crossEntropy, reducer }: AngularOptions,
): BatchLoss<{ x: number[][]; W: number[][] }> {
  requirePositive('s', s);
  requireWhole('K', K);
  requireRows('x', x);
  requireShape('W', W, { dimension: rowAt(x, 0).length });
  if (W.length % K !== 0) throw new RangeError(`W has ${W.length} rows; a multiple of K = ${K} is allowed`);
  const classes = requireLabels('labels', labels, { count: x.length, classes: W.length / K });
  const matrix = cosineMatrix(x, W);
  const G: number[][] = [];
  /** ∂Lᵢ/∂‖xᵢ‖. */
  const outward: number[] = [];
  const items = matrix.cos.map((cos, i) => {
    const [xi, y, rows] = [rowAt(matrix.a, i), rowAt(classes, i), nearestRows(cos, K)];
    const { value, slope } = targetOfCosine(target, rowAt(cos, rowAt(rows, y)));
    const z = rows.map((row, j) => (j === y ? value : rowAt(cos, row)));
    const scale = keepLength ? s * xi.length : s;
    const { loss, gradient } = ofLogits(
      z.map((zj) => scale * zj),
      y,
    );
    const g = cos.map(() => 0);
    gradient.forEach((gj, j) => (g[rowAt(rows, j)] = scale * gj * (j === y ? slope : 1)));
    G.push(g);
    outward.push(keepLength ? s * z.reduce((sum, zj, j) => sum + rowAt(gradient, j) * zj, 0) : 0);
    return loss;
  });
  const { a, b } = throughCosines(matrix, G);
  a.forEach((row, i) => {
    addScaled(row, rowAt(matrix.a, i).unit, rowAt(outward, i));
  });
  const { loss, factor } = reduce(items, reducer);
  return { loss, items, gradient: { x: scaled(a, factor), W: scaled(b, factor) } };
}
