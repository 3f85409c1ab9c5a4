import { normal, random } from '../../state/random';

const CLASSES = 3;
const PER_CLASS = 5;
export const N = CLASSES * PER_CLASS;
/** Numbers of an input. */
const INPUTS = 5;
/** How far an input of class k is shifted along its axis k, in standard deviations of the noise on every axis. */
const SHIFT = 1.5;
/** Standard deviation of a weight to begin with. */
const WEIGHT = 0.5;

export type Matrix = readonly (readonly number[])[];

/** Labelled inputs and the weights of a linear map of them to the plane, from one seed. */
export interface Batch {
  /** N × 5 */
  inputs: Matrix;
  labels: readonly number[];
  /** W, 2 × 5: an embedding is x = W u. */
  weights: Matrix;
}

const matrix = (rows: number, columns: number, entry: (row: number, column: number) => number): Matrix =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, k) => entry(i, k)));

export function batchOf(seed: number): Batch {
  const uniform = random(seed);
  const labels = Array.from({ length: N }, (_, i) => i % CLASSES);
  const inputs = matrix(N, INPUTS, (i, k) => normal(uniform) + (k === labels[i] ? SHIFT : 0));
  return { inputs, labels, weights: matrix(2, INPUTS, () => WEIGHT * normal(uniform)) };
}

/** x = W u for each input u. */
export const embed = (weights: Matrix, inputs: Matrix): number[][] =>
  inputs.map((u) => weights.map((row) => row.reduce((sum, w, k) => sum + w * (u[k] ?? 0), 0)));

/** ∂L/∂W = Σ (∂L/∂x) uᵀ over the inputs: each pulls at the weights that all of them share. */
export const gradientOfWeights = (weights: Matrix, inputs: Matrix, g: Matrix): number[][] =>
  weights.map((row, c) =>
    row.map((_, k) => g.reduce((sum, gi, i) => sum + (gi[c] ?? 0) * (inputs[i]?.[k] ?? 0), 0)),
  );
