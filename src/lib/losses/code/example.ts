import type { InputKind, LossDeclaration } from '../declare';
import { pythonFloat } from './names';

/** The inputs of a loss, by name. */
export type Inputs = Record<string, number | readonly number[] | readonly (readonly number[])[]>;

/** Rows for a letter of a declaration that is no parameter. */
const SIZES: Record<string, number> = { B: 4, N: 6, C: 2, d: 2 };

/** An input that says little and lies nowhere special: rows around the origin, classes and sides in turn. */
function exampleOf(kind: InputKind, order: number, { inputs, parameters }: LossDeclaration): Inputs[string] {
  const size = (letters: string) =>
    letters.split('·').reduce((product, letter) => {
      const declared = parameters[letter];
      return product * (declared?.kind === 'whole' ? declared.default : (SIZES[letter] ?? 2));
    }, 1);
  const count = 'count' in kind ? size(kind.count) : 0;
  const rows = [...Array(count).keys()];
  switch (kind.kind) {
    case 'rows': {
      const angle = (i: number, k: number) => 1.1 * i + 0.7 * order + (Math.PI / 2) * k;
      const columns = [...Array(size(kind.dimension)).keys()];
      return rows.map((i) =>
        columns.map((k) => Math.round(100 * Math.cos(angle(i, k)) * (1 + 0.1 * i)) / 100),
      );
    }
    case 'labels': {
      const classes = 'classes' in kind && kind.classes ? size(kind.classes) : inputs.x ? 2 : 3;
      return rows.map((i) => i % classes);
    }
    case 'sides':
      return rows.map((i) => kind.sides[i % 2] as number);
    case 'numbers':
      return rows.map(
        (i) => Math.round(100 * (kind.min + ((i + 1) / (count + 1)) * (kind.max - kind.min))) / 100,
      );
    case 'number':
      return Math.min(kind.max, Math.max(kind.min, 1));
  }
}

/** Inputs on which a loss can be run, the same every time. */
export function exampleInputs(loss: LossDeclaration): Inputs {
  return Object.fromEntries(
    Object.entries(loss.inputs).map(([name, kind], order) => [name, exampleOf(kind, order, loss)]),
  );
}

const rounded = (value: number) => pythonFloat(Number(value.toPrecision(12)));

/** An input as a Python literal: classes as whole numbers, everything else as floats. */
export function literal(kind: InputKind, value: Inputs[string]): string {
  if (typeof value === 'number') return rounded(value);
  const write = kind.kind === 'labels' ? String : rounded;
  const list = (row: readonly number[]) => `[${row.map(write).join(', ')}]`;
  if (kind.kind !== 'rows') return list(value as readonly number[]);
  const lines = (value as readonly (readonly number[])[]).map(list);
  const inOne = `[${lines.join(', ')}]`;
  return inOne.length <= 72 ? inOne : `[\n    ${lines.join(',\n    ')},\n]`;
}
