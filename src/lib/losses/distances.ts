import { mapped } from './mapped';
import { requireSameLength } from './require';

type Vector = ArrayLike<number>;

/** A distance D of two vectors with its gradients ∂D/∂x₁ and ∂D/∂x₂. */
export interface Measured {
  D: number;
  gradient: { x1: number[]; x2: number[] };
}

/**
 * A distance or similarity of two vectors of one length, differentiable but for stated kinks.
 * Every one of them throws a RangeError that names the argument, for vectors that are empty, of different
 * lengths or not finite.
 */
export type Distance = (x1: Vector, x2: Vector) => Measured;

const negated = (x: readonly number[]) => x.map((component) => 0 - component);

/** Squares of numbers whose root keeps all its digits: neither overflow nor underflow has touched them. */
const SAFE = { least: 1e-280, most: 1e280 };

/** ‖x‖₂, without overflow or underflow. */
export function lengthOf(x: Vector): number {
  let square = 0;
  for (let k = 0; k < x.length; k++) square += (x[k] as number) * (x[k] as number);
  const isSafe = square > SAFE.least && square < SAFE.most;
  return isSafe ? Math.sqrt(square) : Math.hypot(...Array.from(x));
}

/** The difference x₁ − x₂ and its length, without overflow or underflow. */
function difference(x1: Vector, x2: Vector): { D: number; u: number[] } {
  requireSameLength('x1', x1, 'x2', x2);
  const u = mapped(x1, (component, k) => component - (x2[k] as number));
  return { D: lengthOf(u), u };
}

/**
 * D = ‖x₁ − x₂‖₂, ∂D/∂x₁ = (x₁ − x₂)/D = −∂D/∂x₂.
 * Kink: at D = 0 no direction is defined; the gradient is zero by convention, a subgradient.
 */
export const euclidean: Distance = (x1, x2) => {
  const { D, u } = difference(x1, x2);
  const g = u.map((component) => (D > 0 ? component / D : 0));
  return { D, gradient: { x1: g, x2: negated(g) } };
};

/** D = ‖x₁ − x₂‖₂², ∂D/∂x₁ = 2 (x₁ − x₂) = −∂D/∂x₂. No kink. */
export const squaredEuclidean: Distance = (x1, x2) => {
  const { D, u } = difference(x1, x2);
  const g = u.map((component) => 2 * component);
  return { D: D * D, gradient: { x1: g, x2: negated(g) } };
};

/**
 * D = ‖x₁ − x₂ + ε·1‖₂, as PyTorch's `pairwise_distance` has it, with ε = 1e-6 there.
 * Never a kink at x₁ = x₂: the gradient is then along the diagonal (1, …, 1).
 */
export const shiftedEuclidean =
  (eps: number): Distance =>
  (x1, x2) => {
    const { u } = difference(x1, x2);
    return euclidean(
      u.map((component) => component + eps),
      u.map(() => 0),
    );
  };

/**
 * D = Σₖ |x₁ₖ − x₂ₖ|, ∂D/∂x₁ = sign(x₁ − x₂) = −∂D/∂x₂.
 * Kink: where a component is equal in both vectors; 0 for it, by convention.
 */
export const manhattan: Distance = (x1, x2) => {
  const { u } = difference(x1, x2);
  const g = u.map(Math.sign);
  return {
    D: u.reduce((sum, component) => sum + Math.abs(component), 0),
    gradient: { x1: g, x2: negated(g) },
  };
};

/**
 * c = x₁·x₂ / √((‖x₁‖² + ε)(‖x₂‖² + ε)), ∂c/∂x₁ = x₂/√(…) − c x₁/(‖x₁‖² + ε).
 * Kink: a zero vector has no direction; with ε = 0 both c and its gradients are then zero, by convention.
 *
 * @param eps ε ≥ 0; PyTorch's `CosineEmbeddingLoss` has 1e-12 in single precision, which is `Math.fround(1e-12)`
 */
export const cosineSimilarity =
  (eps = 0): Distance =>
  (x1, x2) => {
    requireSameLength('x1', x1, 'x2', x2);
    const [a, b] = [Array.from(x1), Array.from(x2)];
    const length = (x: readonly number[]) => (eps > 0 ? lengthOf([...x, Math.sqrt(eps)]) : lengthOf(x));
    const [A, B] = [length(a), length(b)];
    if (A === 0 || B === 0) return { D: 0, gradient: { x1: a.map(() => 0), x2: b.map(() => 0) } };
    const [an, bn] = [a.map((component) => component / A), b.map((component) => component / B)];
    const c = an.reduce((sum, component, k) => sum + component * (bn[k] as number), 0);
    return {
      D: c,
      gradient: {
        x1: bn.map((component, k) => (component - c * (an[k] as number)) / A),
        x2: an.map((component, k) => (component - c * (bn[k] as number)) / B),
      },
    };
  };

/** D = 1 − cos(x₁, x₂), between 0 and 2. Kink: as {@link cosineSimilarity}. */
export const cosineDistance: Distance = (x1, x2) => {
  const { D: c, gradient } = cosineSimilarity()(x1, x2);
  // Rounding takes the cosine of parallel vectors past ±1, and a distance must not be negative.
  const D = 1 - Math.max(-1, Math.min(1, c));
  return { D, gradient: { x1: negated(gradient.x1), x2: negated(gradient.x2) } };
};

/** s = x₁·x₂, ∂s/∂x₁ = x₂, ∂s/∂x₂ = x₁. */
export const dotProduct: Distance = (x1, x2) => {
  requireSameLength('x1', x1, 'x2', x2);
  const [a, b] = [Array.from(x1), Array.from(x2)];
  return {
    D: a.reduce((sum, component, k) => sum + component * (b[k] as number), 0),
    gradient: { x1: b, x2: a },
  };
};

/** x̂ = x/‖x‖ and the length ‖x‖; the zero vector stays as it is. */
export function normalise(x: Vector): { unit: number[]; length: number } {
  const length = lengthOf(x);
  return { unit: mapped(x, (component) => (length > 0 ? component / length : 0)), length };
}

/**
 * The gradient for x of a function whose gradient for x̂ = x/‖x‖ is g: (g − x̂ (x̂·g)) / ‖x‖.
 * It is orthogonal to x. Kink: zero for the zero vector, by convention.
 */
export function throughNormalisation({ unit, length }: ReturnType<typeof normalise>, g: Vector): number[] {
  if (length === 0) return unit.map(() => 0);
  const along = unit.reduce((sum, component, k) => sum + component * (g[k] as number), 0);
  return unit.map((component, k) => ((g[k] as number) - along * component) / length);
}

/** The distance of the two vectors after each is divided by its length. */
export const normalised =
  (distance: Distance): Distance =>
  (x1, x2) => {
    requireSameLength('x1', x1, 'x2', x2);
    const [a, b] = [normalise(x1), normalise(x2)];
    const { D, gradient } = distance(a.unit, b.unit);
    return {
      D,
      gradient: { x1: throughNormalisation(a, gradient.x1), x2: throughNormalisation(b, gradient.x2) },
    };
  };

/** The square of another distance: D², with the gradient 2D ∂D. Where D is zero so is the gradient: no kink there. */
export const squared =
  (distance: Distance): Distance =>
  (x1, x2) => {
    const { D, gradient } = distance(x1, x2);
    const chained = (g: readonly number[]) => g.map((component) => 0 + 2 * D * component);
    return { D: D * D, gradient: { x1: chained(gradient.x1), x2: chained(gradient.x2) } };
  };
