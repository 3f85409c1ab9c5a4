import type { InputKind, LossDeclaration } from '../../../src/lib/losses';
import type { Inputs } from './draw';

type Row = number[];

/** The inputs with every row of kind rows changed. */
function mapRows({ inputs: kinds }: LossDeclaration, inputs: Inputs, change: (row: Row) => Row): Inputs {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      kinds[name]?.kind === 'rows' ? (value as Row[]).map(change) : value,
    ]),
  );
}

/** Turns the first two coordinates by an angle. */
function rotate(row: Row): Row {
  const [cos, sin] = [Math.cos(0.7), Math.sin(0.7)];
  const [x = 0, y = 0, ...rest] = row;
  return [cos * x - sin * y, sin * x + cos * y, ...rest];
}

const countOf = (kind: InputKind | undefined) => (kind && 'count' in kind ? kind.count : undefined);

/** Reverses the rows of all inputs whose count is the letter of the first input: another order of the same batch. */
function permute({ inputs: kinds }: LossDeclaration, inputs: Inputs): Inputs {
  const letter = Object.values(kinds).map(countOf)[0];
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      countOf(kinds[name]) === letter && Array.isArray(value) ? value.toReversed() : value,
    ]),
  ) as Inputs;
}

/** What each invariance means for a batch. */
export const transforms = {
  permutation: permute,
  rotation: (loss: LossDeclaration, inputs: Inputs) => mapRows(loss, inputs, rotate),
  translation: (loss: LossDeclaration, inputs: Inputs) =>
    mapRows(loss, inputs, (row) => row.map((component, k) => component + 0.5 - k)),
  scaling: (loss: LossDeclaration, inputs: Inputs) =>
    mapRows(loss, inputs, (row) => row.map((component) => 3 * component)),
};
