import type { AnyParameter } from '../state/parameters';

/** The package for notebooks, under this name at pip. */
export const PYTHON_MODULE = 'contrastive_loss_widgets';

/** The version of the package; `python/pyproject.toml` has it too, and a test compares them. */
const PYTHON_VERSION = '0.1.0';

/** The package's file, as an address below the site: pip takes it from there. */
export const WHEEL = `python/${PYTHON_MODULE}-${PYTHON_VERSION}-py3-none-any.whl`;

/** The class of a widget: `TwoTowers` for `two-towers`. */
export const classOf = (widget: string): string =>
  widget.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Words of Python: a parameter of such a name is written with a low line after it, `lambda_`. */
const WORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** A parameter's name as an argument. */
export const pythonName = (name: string): string => (WORDS.has(name) ? `${name}_` : name);

const HEX = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;

/** Text as a literal of Python, on one line. Characters that draw nothing are written by their numbers. */
export function pythonText(text: string): string {
  // What JSON escapes, Python reads alike, but for the pairs that JSON makes of no character below U+10000.
  return JSON.stringify(text).replace(/[\u007f-\u00a0\u2028\u2029\ufeff]/g, (sign) =>
    HEX(sign.charCodeAt(0)),
  );
}

/** Text of several lines as a literal that keeps its lines; on one line where the text could end it early. */
export function pythonLines(text: string): string {
  const isPlain = !/["\\\u00a0\u2028\u2029\ufeff]|[^\n\P{Cc}]/u.test(text);
  return isPlain && text.includes('\n') ? `"""\\\n${text}\n"""` : pythonText(text);
}

/** A tuple of literals. */
export const pythonTuple = (items: readonly string[]): string =>
  items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;

/** A value of a parameter, given as the text of an address, as the class for notebooks takes it. */
export function pythonValue(parameter: AnyParameter, text: string): string {
  switch (parameter.kind) {
    case 'number':
      return text;
    case 'choice':
    case 'drawings':
      return pythonText(text);
    case 'toggle':
      return text === 'yes' ? 'True' : 'False';
    case 'point':
      return pythonTuple(text.split(','));
    case 'cloud':
      return pythonTuple(
        text
          .split(';')
          .filter(Boolean)
          .map((row) => pythonTuple(row.split(','))),
      );
  }
}
