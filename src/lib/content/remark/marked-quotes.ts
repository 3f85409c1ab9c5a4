import { replace, text, walk, type Node } from './tree';

/** Calls `see` for every block quote that begins with `[!mark]`, once the mark is taken out of it. */
export function forMarked(tree: Node, mark: string, see: (quote: Node) => void): void {
  walk(tree, (quote) => {
    if (quote.type === 'blockquote' && takeMark(quote, `!${mark}`)) see(quote);
  });
}

/** Takes the mark out of a quote; tells whether there was one. */
function takeMark(quote: Node, mark: string): boolean {
  const paragraph = quote.children?.[0];
  const first = paragraph?.children?.[0];
  if (!paragraph || !first) return false;
  const written = `[${mark}]`;
  if (first.type === 'linkReference' && first.label === mark) {
    replace(paragraph, first, []);
    const next = paragraph.children?.[0];
    if (next?.type === 'text') next.value = next.value?.trimStart();
  } else if (first.type === 'text' && first.value?.startsWith(written)) {
    replace(paragraph, first, [text(first.value.slice(written.length).trimStart())]);
  } else return false;
  // The mark may stand alone in its line, with a list or a formula below it.
  if (paragraph.children?.every(({ type, value }) => type === 'text' && value === ''))
    replace(quote, paragraph, []);
  return true;
}
