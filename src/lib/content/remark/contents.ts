import { failAt } from './fail-at';
import type { Figure } from './figures';
import { textOf, walk, type Node, type PageFile } from './tree';

/** A section of a page. */
export interface Heading {
  id: string;
  text: string;
  level: 2 | 3;
}

const LEVELS: Record<string, 2 | 3> = { h2: 2, h3: 3 };

/** The sections of a page whose headings have ids, in order. */
export function headingsOf(tree: Node, file: PageFile, figures: ReadonlyMap<string, Figure>): Heading[] {
  const headings: Heading[] = [];
  walk(tree, (node) => {
    const level = LEVELS[node.tagName ?? ''];
    const id = node.properties?.id;
    if (!level || typeof id !== 'string') return;
    walk(node, (inner) => {
      const formula = String(inner.properties?.className ?? '').includes('math-');
      if (formula)
        failAt(file, node, `a heading holds no formula, for the list of contents: “${textOf(node)}”`);
    });
    if (id === '') failAt(file, node, `the heading “${textOf(node)}” has no letter or digit to be linked by`);
    if (figures.has(id)) {
      failAt(file, node, `the heading “${textOf(node)}” has the same id as a figure; rename one of the two`);
    }
    headings.push({ id, text: textOf(node), level });
  });
  return headings;
}
