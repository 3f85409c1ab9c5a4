import type { LossDeclaration } from '../../src/lib/losses';
import type { Inputs } from '../../tests/losses/support/draw';

type Value = Inputs[string];

/** Values of the parameters of a loss. */
export type Values = Record<string, number | boolean | string>;

/** Every number of an input changed. */
function mapNumbers(value: Value, change: (number: number) => number): Value {
  if (typeof value === 'number') return change(value);
  return (value as number[]).map((part) => mapNumbers(part as never, change) as never);
}

/** What half precision of either kind, and a literal of four decimals, hold exactly. */
const halfExact = (value: number) => Math.max(-3.75, Math.min(3.75, Math.round(16 * value) / 16));

/** The inputs with those of some kind changed. */
function changed(
  { inputs: kinds }: LossDeclaration,
  inputs: Inputs,
  kind: 'rows' | 'labels',
  change: (value: Value, name: string) => Value,
): Inputs {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      kinds[name]?.kind === kind ? change(value, name) : value,
    ]),
  );
}

/** The rows that belong together, made nearly equal: of a class, of a pair, or an embedding and its class weight. */
function gathered(loss: LossDeclaration, inputs: Inputs): Inputs {
  const names = Object.keys(loss.inputs).filter((name) => loss.inputs[name]?.kind === 'rows');
  const centers = inputs[names[1] ?? ''] as number[][] | undefined;
  const labels = inputs.labels as number[] | undefined;
  return changed(loss, inputs, 'rows', (value, name) => {
    const rows = value as number[][];
    if (name === names[1]) return rows;
    return rows.map((row, i) => {
      const classes = centers && labels ? centers.length / (1 + Math.max(...labels)) : 1;
      const home = centers
        ? labels
          ? centers[(labels[i] ?? 0) * classes]
          : centers[i]
        : rows[labels?.[i] ?? i];
      return row.map((_, k) => (home?.[k] ?? 0) + ((i + k) % 3 === 0 ? 1 / 16 : 0));
    });
  });
}

/** Batches that occur in training and are none of the ordinary. */
export const SITUATIONS: Record<string, (loss: LossDeclaration, inputs: Inputs) => Inputs> = {
  ordinary: (_, inputs) => inputs,
  'rows of zeros': (loss, inputs) =>
    changed(loss, inputs, 'rows', (rows) =>
      (rows as number[][]).map((row, i) => (i === 0 ? row.map(() => 0) : row)),
    ),
  'a class of one': (loss, inputs) =>
    changed(loss, inputs, 'labels', (labels) => (labels as number[]).map((_, i) => (i === 1 ? 1 : 0))),
  'one class': (loss, inputs) =>
    changed(loss, inputs, 'labels', (labels) => (labels as number[]).map(() => 0)),
  'nearly solved': gathered,
};

/**
 * Whether rounding decides the result, so that no two programs need agree, and each must be finite only: a row of zeros is just one away from every
 * row of length one, which ties all distances, and the margin 1 with them.
 */
export const isUndecided = (situation: string, { distance, measure, mining, reducer, m }: Values): boolean =>
  situation === 'rows of zeros' &&
  /normalised|cosine/.test(String(distance ?? measure)) &&
  (mining !== undefined || (reducer === 'mean-active' && m === 1));

/** The situations in numbers that half precision holds, so that programs can be run in it. */
export const inSituation = (name: string, loss: LossDeclaration, inputs: Inputs): Inputs => {
  const exact = Object.fromEntries(
    Object.entries(inputs).map(([input, value]) => [input, mapNumbers(value, halfExact)]),
  );
  return SITUATIONS[name]?.(loss, exact) ?? exact;
};
