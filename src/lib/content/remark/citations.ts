import { nearest } from '../../state/text';
import type { Entry } from '../bibliography/bibtex';
import { failAt } from './fail-at';
import { reference, shortCitation, type Reference } from '../bibliography/reference';
import { replace, text, walk, type Node, type PageFile } from './tree';

/** A key and, after a comma, the place in it: `@hadsell2006, eq. 4`. */
const CITED = /^\s*@([^\s,]+)\s*(,.*?)?\s*$/;

/** `[@a; @b]` becomes `(Author year; Author year)`, each a link; returns what the page cites, by author. */
export function placeCitations(tree: Node, file: PageFile, entries: ReadonlyMap<string, Entry>): Reference[] {
  const cited = new Map<string, Reference>();
  walk(tree, (node, parent) => {
    if (node.type !== 'linkReference' || !node.label?.startsWith('@') || !parent) return;
    const links = node.label.split(';').map((part) => {
      const [, key = part.trim(), locator = ''] = CITED.exec(part) ?? [];
      const entry = entries.get(key);
      if (!entry) {
        const near = nearest(key, [...entries.keys()]);
        failAt(file, node, `no reference “${key}” in content/references.bib, nearest valid name “${near}”`);
      }
      cited.set(key, reference(entry));
      return citation(entry, locator);
    });
    replace(parent, node, [
      text('('),
      ...links.flatMap((link, i) => (i === 0 ? [link] : [text('; '), link])),
      text(')'),
    ]);
  });
  return [...cited.values()].sort((a, b) => a.short.localeCompare(b.short, 'en'));
}

function citation(entry: Entry, locator: string): Node {
  return {
    type: 'link',
    url: `#ref-${entry.key}`,
    children: [text(shortCitation(entry) + locator)],
    data: { hProperties: { className: ['cl-cite'] } },
  };
}
