import { zeros, type Numbers, type Precision } from './pictures';
import { weightCount, type Shape } from './shape';

/** The one copy of the weights: `all`, and windows on its parts. A gradient has the same form. */
export interface Weights {
  shape: Shape;
  precision: Precision;
  all: Numbers;
  /** inputs × hidden, so that the weights of one pixel lie side by side. */
  W1: Numbers;
  b1: Numbers;
  /** dim × hidden. */
  W2: Numbers;
  b2: Numbers;
  /** classes × dim. */
  rows: Numbers;
}

/** Weights that are all zero. */
export function noWeights(shape: Shape, precision: Precision = 'single'): Weights {
  const { inputs, hidden, dim, classes } = shape;
  const all = zeros(precision, weightCount(shape));
  let end = 0;
  const part = (length: number): Numbers => all.subarray(end, (end += length));
  return {
    shape,
    precision,
    all,
    W1: part(inputs * hidden),
    b1: part(hidden),
    W2: part(dim * hidden),
    b2: part(dim),
    rows: part(classes * dim),
  };
}

/**
 * Random weights, uniform in ±√(6 / (fan in + fan out)) and drawn in the order W₁ (a hidden unit after the other), W₂;
 * the biases are zero, and so are the rows of the classes, which {@link drawRows} draws.
 *
 * @param uniform numbers in [0, 1)
 * @see Glorot, Bengio (2010), eq. 16
 */
export function initialise(shape: Shape, uniform: () => number, precision: Precision = 'single'): Weights {
  const weights = noWeights(shape, precision);
  const { inputs, hidden, dim } = shape;
  const range1 = Math.sqrt(6 / (inputs + hidden));
  for (let j = 0; j < hidden; j++) {
    for (let p = 0; p < inputs; p++) weights.W1[p * hidden + j] = (2 * uniform() - 1) * range1;
  }
  const range2 = Math.sqrt(6 / (hidden + dim));
  for (let k = 0; k < weights.W2.length; k++) weights.W2[k] = (2 * uniform() - 1) * range2;
  return weights;
}

/** Draws the rows of the classes, uniform in ±√(6 / (classes + dim)). */
export function drawRows({ shape: { classes, dim }, rows }: Weights, uniform: () => number): void {
  const range = Math.sqrt(6 / (classes + dim));
  for (let k = 0; k < rows.length; k++) rows[k] = (2 * uniform() - 1) * range;
}
