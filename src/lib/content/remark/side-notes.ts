import { forMarked } from './marked-quotes';
import { addClass, type Node } from './tree';

/** Block quotes that begin with `[!side]` become notes beside the text. */
export function placeSideNotes(tree: Node): void {
  forMarked(tree, 'side', (quote) => {
    quote.data = { ...quote.data, hName: 'aside', hProperties: { ...quote.data?.hProperties, role: 'note' } };
    addClass(quote, 'cl-side');
  });
}
