import { plainFormula } from './plain-formula';
import { textOf, type Node } from './tree';

/** What a page says under one of its headings, for the search. */
export interface Section {
  /** The id of the heading; empty for what stands above the first one. */
  id: string;
  title: string;
  text: string;
}

const HEADINGS = ['h2', 'h3'];

const classesOf = (node: Node) => String(node.properties?.className ?? '');

/** Code comes with its signs written for HTML. */
const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#123;': '{',
  '&#125;': '}',
};

/** The words of a node: without components, definitions of terms and long formulas. */
function wordsOf(node: Node): string {
  if (node.type === 'raw' || /cl-definition|math-display/.test(classesOf(node))) return '';
  if (classesOf(node).includes('math-inline')) return plainFormula(textOf(node));
  return node.value ?? (node.children ?? []).map(wordsOf).join('');
}

/** The blocks of a page, also those that stand in a scene. */
export function blocksOf({ children = [] }: Node): Node[] {
  return children.flatMap((node) => (/cl-(scene|lead|text)/.test(classesOf(node)) ? blocksOf(node) : [node]));
}

/** The sections of a page in order, once its headings have their ids. */
export function sectionsOf(tree: Node): Section[] {
  const sections: Section[] = [{ id: '', title: '', text: '' }];
  for (const node of blocksOf(tree)) {
    if (HEADINGS.includes(node.tagName ?? '')) {
      sections.push({ id: String(node.properties?.id ?? ''), title: textOf(node), text: '' });
    } else {
      const section = sections.at(-1);
      if (section) section.text += ` ${wordsOf(node)}`;
    }
  }
  return sections.map(({ id, title, text }) => ({
    id,
    title,
    text: text
      .replace(/&(?:lt|gt|amp|quot|#123|#125);/g, (entity) => ENTITIES[entity] ?? entity)
      // A page's data stands in a script of its component, which this would end.
      .replaceAll('</', '< /')
      .replace(/\s+/g, ' ')
      .trim(),
  }));
}
