import { plain } from './latex-text';

/** One entry of a BibTeX file. */
export interface Entry {
  key: string;
  /** `article`, `inproceedings`, `misc`, … */
  kind: string;
  /** Field values in plain Unicode. */
  fields: Record<string, string>;
  /** The entry as it was written. */
  source: string;
}

const HEAD = /@(\w+)\s*\{\s*([^,\s]+)\s*,/y;
const FIELD = /\s*(\w+)\s*=\s*/y;

/** Where the brace that opens at `open` closes. */
function closing(source: string, open: number): number {
  let depth = 0;
  for (let i = open; i < source.length; i++) {
    if (source[i] === '{') depth++;
    if (source[i] === '}' && --depth === 0) return i;
  }
  throw new Error(`references, line ${lineOf(source, open)}: a brace is never closed`);
}

const lineOf = (source: string, at: number) => source.slice(0, at).split('\n').length;

/** Reads `@kind{key, field = {value}, …}`; a value stands in braces, in quotes or is a bare number. */
export function parseBibtex(source: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = source.indexOf('@'); at >= 0; at = source.indexOf('@', at)) {
    HEAD.lastIndex = at;
    const head = HEAD.exec(source);
    if (!head) throw new Error(`references, line ${lineOf(source, at)}: “@kind{key,” is expected`);
    const [, kind = '', key = ''] = head;
    if (entries.has(key)) throw new Error(`references, line ${lineOf(source, at)}: “${key}” is there twice`);
    const end = closing(source, source.indexOf('{', at));
    const fields = parseFields(source, HEAD.lastIndex, end);
    entries.set(key, { key, kind: kind.toLowerCase(), fields, source: source.slice(at, end + 1) });
    at = end;
  }
  return entries;
}

function parseFields(source: string, start: number, end: number): Record<string, string> {
  const fields: Record<string, string> = {};
  let at = start;
  while (source.slice(at, end).trim() !== '') {
    FIELD.lastIndex = at;
    const field = FIELD.exec(source);
    if (!field) throw new Error(`references, line ${lineOf(source, at)}: “field = {value}” is expected`);
    const open = FIELD.lastIndex;
    const stop = valueEnd(source, open, end);
    const raw = source.slice(open, stop).trim();
    fields[(field[1] ?? '').toLowerCase()] = plain(/^[{"]/.test(raw) ? raw.slice(1, -1) : raw);
    const comma = source.indexOf(',', stop);
    at = comma >= 0 && comma < end ? comma + 1 : end;
  }
  return fields;
}

/** Where the value that begins at `open` ends. */
function valueEnd(source: string, open: number, end: number): number {
  if (source[open] === '{') return closing(source, open) + 1;
  if (source[open] === '"') return source.indexOf('"', open + 1) + 1;
  const comma = source.indexOf(',', open);
  return comma >= 0 && comma < end ? comma : end;
}
