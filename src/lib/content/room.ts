import { textOf, type Node, type Transformer } from './tree';

/** Letters on a line of a chapter's column, and of a phone's. */
const LETTERS = { wide: 72, phone: 42 };

/** Blocks of text whose height follows from their words. */
const TEXT = ['p', 'ul', 'ol', 'blockquote', 'aside'];

/**
 * Tells about how many lines each block of text takes, for the room that it is given before the browser lays it out;
 * see what prose.css says of blocks off the screen.
 */
export function tellRoom(): Transformer {
  return (tree) => {
    for (const block of tree.children ?? []) {
      if (!TEXT.includes(block.tagName ?? '')) continue;
      const style = `--lines-wide:${linesOf(block, LETTERS.wide)};--lines-phone:${linesOf(block, LETTERS.phone)}`;
      block.properties = { ...block.properties, style };
    }
  };
}

function linesOf(block: Node, letters: number): number {
  const parts = (block.children ?? []).filter(({ tagName }) => tagName === 'li' || tagName === 'p');
  const texts = parts.length > 0 ? parts : [block];
  return texts.reduce((sum, text) => sum + Math.ceil(textOf(text).trim().length / letters), 0);
}
