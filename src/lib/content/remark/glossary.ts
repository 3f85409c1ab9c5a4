import { slug } from 'github-slugger';
import { textOf, type Node } from './tree';

/** A word of the glossary and what it means. */
export interface Term {
  /** The id of its heading. */
  id: string;
  name: string;
  /** What stands in the first paragraph below the heading. */
  definition: readonly Node[];
}

const TERM_DEPTH = 3;

/** The terms of the glossary's page by the ids of their headings: each heading of the third level, and a paragraph. */
export function readGlossary(tree: Node): Map<string, Term> {
  const terms = new Map<string, Term>();
  const blocks = tree.children ?? [];
  blocks.forEach((heading, i) => {
    if (heading.type !== 'heading' || heading.depth !== TERM_DEPTH) return;
    const name = textOf(heading);
    const paragraph = blocks[i + 1];
    if (paragraph?.type !== 'paragraph') throw new Error(`the glossary does not say what “${name}” means`);
    const id = slug(name);
    terms.set(id, { id, name, definition: paragraph.children ?? [] });
  });
  return terms;
}
