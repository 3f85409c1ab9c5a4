import MiniSearch from 'minisearch';
import * as v from 'valibot';

const Entries = v.array(
  v.object({
    kind: v.picklist(['section', 'term', 'figure', 'loss']),
    title: v.string(),
    page: v.string(),
    text: v.string(),
    address: v.string(),
  }),
);

export type Entry = v.InferOutput<typeof Entries>[number];

/** A piece of text, marked where it is what the reader looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

export interface Result extends Entry {
  titlePieces: Piece[];
  excerpt: Piece[];
}

const MOST = 12;
/** Characters of an excerpt before the first hit, and in all. */
const [BEFORE, LENGTH] = [60, 180];

const SEPARATORS = /[\n\r\p{Z}\p{P}\p{S}]+/u;
const fold = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Cuts a text at the words that were found. */
function cut(text: string, found: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (const word of text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const hit = found.has(fold(word));
    const last = pieces.at(-1);
    if (last && last.hit === hit) last.text += word;
    else pieces.push({ text: word, hit });
  }
  return pieces;
}

/** The part of a text around the first word that was found, cut between words. */
function excerptOf(text: string, found: ReadonlySet<string>): Piece[] {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const first = words.find(([word]) => found.has(fold(word)))?.index ?? 0;
  const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1;
  const to = text.length <= from + LENGTH ? text.length : text.lastIndexOf(' ', from + LENGTH);
  const part = text.slice(from, Math.max(to, first + 1));
  return cut(`${from > 0 ? '… ' : ''}${part}${to < text.length ? ' …' : ''}`, found);
}

/**
 * Makes a search over what `search.json` holds. Words may be unfinished or slightly wrong; an entry with all of them
 * comes before those with some, and a hit in a title before one in the text.
 * @throws when the data are not of that form
 */
export function createSearch(data: unknown): (question: string) => Result[] {
  const entries = v.parse(Entries, data);
  const index = new MiniSearch<Entry & { id: number }>({
    fields: ['title', 'page', 'text'],
    tokenize: (text) => text.split(SEPARATORS),
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      boost: { title: 4, page: 1.5 },
      boostDocument: (id) => (entries[Number(id)]?.kind === 'term' ? 1.5 : 1),
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));

  return (question) => {
    const strict = index.search(question, { combineWith: 'AND' });
    const found = strict.length > 0 ? strict : index.search(question);
    return found.slice(0, MOST).flatMap(({ id, terms }) => {
      const entry = entries[Number(id)];
      if (!entry) return [];
      const words = new Set(terms);
      return [{ ...entry, titlePieces: cut(entry.title, words), excerpt: excerptOf(entry.text, words) }];
    });
  };
}
