import { addClass, replace, text, walk, type Node } from './tree';

const MARK = /^\[!side\]\s*/;

/** Block quotes that begin with `[!side]` become notes beside the text. */
export function placeSideNotes(tree: Node): void {
  walk(tree, (quote) => {
    const paragraph = quote.type === 'blockquote' ? quote.children?.[0] : undefined;
    const first = paragraph?.children?.[0];
    if (!paragraph || !first) return;
    if (first.type === 'linkReference' && first.label === '!side') {
      replace(paragraph, first, []);
      const next = paragraph.children?.[0];
      if (next?.type === 'text') next.value = next.value?.trimStart();
    } else if (first.type === 'text' && MARK.test(first.value ?? '')) {
      replace(paragraph, first, [text((first.value ?? '').replace(MARK, ''))]);
    } else return;
    quote.data = { ...quote.data, hName: 'aside', hProperties: { ...quote.data?.hProperties, role: 'note' } };
    addClass(quote, 'cl-side');
  });
}
