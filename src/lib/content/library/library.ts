import { readFileSync } from 'node:fs';
import { losses, type InputKind, type LossDeclaration, type LossParameter } from '../../losses';
import { printAll, type PrintedProgram } from '../../losses/code';
import { readApi, type ApiEntry } from './api';
import { parseBibtex } from '../bibliography/bibtex';
import { renderFormula } from '../remark/formulas';
import { reference, type Reference } from '../bibliography/reference';

/** One input or parameter of a loss, in words. */
export interface Described {
  name: string;
  /** What it is: `B × d numbers`, `a number from 0 to 100`. */
  kind: string;
  /** The default of a parameter. */
  default?: string;
  about: string;
}

/** A loss of the registry as the library's page prints it. */
export interface PrintedLoss {
  id: string;
  name: string;
  unit: string;
  about: string;
  /** The formula as HTML and MathML. */
  formula: string;
  inputs: Described[];
  parameters: Described[];
  /** The loss as a program in each library that has it. */
  programs: PrintedProgram[];
  /** Keys and short names of its sources. */
  sources: { key: string; short: string }[];
}

export interface LibraryPage {
  /** The losses by what one item of them is made of. */
  units: { unit: string; losses: PrintedLoss[] }[];
  /** What the library exports, by the module that declares it. */
  modules: { file: string; entries: ApiEntry[] }[];
  references: Reference[];
}

function kindOfInput(kind: InputKind): string {
  switch (kind.kind) {
    case 'rows':
      return `${kind.count} × ${kind.dimension} numbers`;
    case 'labels':
      return kind.classes
        ? `${kind.count} classes, 0 to ${kind.classes} − 1`
        : `${kind.count} classes from 0`;
    case 'sides':
      return `${kind.count} numbers, each ${kind.sides.join(' or ').replace('-', '−')}`;
    case 'numbers':
      return `${kind.count} numbers`;
    case 'number':
      return 'a number';
  }
}

function kindOfParameter(parameter: LossParameter): string {
  switch (parameter.kind) {
    case 'number':
    case 'whole': {
      const range = `from ${parameter.min} to ${parameter.max}`.replaceAll('-', '−');
      return `a ${parameter.kind === 'whole' ? 'whole number' : 'number'} ${range}`;
    }
    case 'flag':
      return 'true or false';
    case 'option':
      return `one of ${parameter.options.join(', ')}`;
  }
}

/** What follows a formula, such as “, c = cos(x₁, x₂)”, goes into the next line as a whole where there is no room. */
const withBreak = (formula: string) =>
  formula.replace(/,\s*\\quad\s*(.*)$/, String.raw`,\quad\allowbreak {$1}`);

function printed(loss: LossDeclaration, sources: PrintedLoss['sources']): PrintedLoss {
  const { id, name, unit, about, formula, inputs, parameters } = loss;
  return {
    id,
    name,
    unit,
    about,
    formula: renderFormula(withBreak(formula), { displayMode: true }),
    inputs: Object.entries(inputs).map(([key, kind]) => ({
      name: key,
      kind: kindOfInput(kind),
      about: kind.about,
    })),
    parameters: Object.entries(parameters).map(([key, parameter]) => ({
      name: key,
      kind: kindOfParameter(parameter),
      default: String(parameter.default),
      about: parameter.about,
    })),
    programs: printAll({ loss }),
    sources,
  };
}

const UNITS = ['pair', 'triplet', 'n-tuple', 'class weights'] as const;

/** The library's page: its losses out of their declarations, its functions out of their comments. */
export function libraryPage(): LibraryPage {
  const bibliography = parseBibtex(readFileSync('content/references.bib', 'utf8'));
  const cited = new Map<string, Reference>();
  const source = (key: string, loss: string) => {
    const entry = bibliography.get(key);
    if (entry === undefined)
      throw new Error(`the loss ${loss} cites “${key}”, which content/references.bib lacks`);
    cited.set(key, reference(entry));
    return { key, short: reference(entry).short };
  };
  const all = Object.values(losses).map((loss) =>
    printed(
      loss,
      loss.references.map((key) => source(key, loss.id)),
    ),
  );
  const modules = new Map<string, ApiEntry[]>();
  const exported = [...readApi('src/lib/losses/index.ts'), ...readApi('src/lib/losses/code/index.ts')];
  for (const entry of exported) {
    const isDeclaration = entry.name.endsWith('Loss') && entry.kind === 'value';
    if (isDeclaration) continue;
    modules.set(entry.file, [...(modules.get(entry.file) ?? []), entry]);
  }
  return {
    units: UNITS.map((unit) => ({ unit, losses: all.filter((loss) => loss.unit === unit) })),
    modules: [...modules].map(([file, entries]) => ({ file, entries })),
    references: [...cited.values()].sort((a, b) => a.short.localeCompare(b.short, 'en')),
  };
}
