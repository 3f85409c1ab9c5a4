import { nearest } from '../../state/text';
import { failAt } from './fail-at';
import type { Term } from './glossary';
import { addClass, replace, walk, type Node, type PageFile } from './tree';

const TO_TERM = /^(?:\.\/)?glossary\.md#(.+)$/;

/** The blocks that a definition's slip may stand in, which say so: a style that had to look for it would be slow. */
const BLOCKS = new Set(['paragraph', 'list', 'listItem', 'blockquote']);
const HAS_TERM = 'cl-has-term';

/**
 * Links to the glossary, `[margin](glossary.md#margin)`. Within a paragraph each brings the term's definition along,
 * which shows on hover and on focus; elsewhere, as in a table, it stays a link.
 */
export function bindTerms(tree: Node, file: PageFile, terms: ReadonlyMap<string, Term>): void {
  let count = 0;
  const bind = (node: Node, parent: Node | undefined, above: readonly Node[]) => {
    const inParagraph = above.some(({ type }) => type === 'paragraph');
    const address = node.type === 'link' ? TO_TERM.exec(node.url ?? '') : null;
    if (address && parent) {
      const term = terms.get(address[1] ?? '');
      if (!term) {
        const near = nearest(address[1] ?? '', [...terms.keys()]);
        failAt(file, node, `no term “${address[1]}” in the glossary, nearest valid name “${near}”`);
      }
      if (!inParagraph) return;
      replace(parent, node, [withDefinition(node, term, `term-${++count}`)]);
      for (const block of above.filter(({ type }) => BLOCKS.has(type))) addClass(block, HAS_TERM);
      return;
    }
    for (const child of [...(node.children ?? [])]) bind(child, node, [...above, node]);
  };
  bind(tree, undefined, []);
}

function withDefinition(link: Node, term: Term, id: string): Node {
  link.data = { hProperties: { ariaDescribedBy: id } };
  const definition: Node = {
    type: 'definition-of-term',
    data: { hName: 'span', hProperties: { className: ['cl-definition'], id, role: 'tooltip' } },
    children: term.definition.map(withoutLinks),
  };
  return {
    type: 'term',
    data: { hName: 'span', hProperties: { className: ['cl-term'] } },
    children: [link, definition],
  };
}

/** A copy in which links are the words that they stood on: what a description holds cannot be followed. */
function withoutLinks(node: Node): Node {
  const copy = structuredClone(node);
  walk(copy, (inner) => {
    if (inner.type !== 'link') return;
    inner.type = 'emphasis';
    inner.data = { hName: 'span' };
  });
  return copy;
}
