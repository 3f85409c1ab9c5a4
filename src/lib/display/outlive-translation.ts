/**
 * Keeps the words of a widget alive while a browser translates the page. A translator takes every text node out and puts
 * an element with other words in its place, and the widget goes on writing into a node that nobody sees. As soon as it
 * does, the node goes back to where it stood, and the translator finds it there as it finds any new text.
 *
 * A block whose outermost node is a text would leave the translated words behind when it goes: such a text stands in an
 * element of its own. A test of the components' markup holds them to that.
 *
 * @returns how to end it
 */
export function outliveTranslation(root: Element): () => void {
  /** What stands where a text of the widget stood. */
  const substitutes = new WeakMap<Node, ChildNode>();

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') restore(record.target);
      else record.removedNodes.forEach((node) => note(node, record));
    }
  });
  observer.observe(root, { childList: true, subtree: true });

  function note(node: Node, { addedNodes, previousSibling, nextSibling }: MutationRecord) {
    if (node.nodeType !== Node.TEXT_NODE) return;
    const substitute = [...addedNodes, previousSibling, nextSibling].find(isTranslated);
    if (!substitute) return;
    substitutes.set(node, substitute);
    // A node out of the document can still be listened to.
    observer.observe(node, { characterData: true });
  }

  function restore(text: Node) {
    const substitute = substitutes.get(text);
    if (!text.isConnected && substitute?.isConnected) substitute.replaceWith(text);
  }

  return () => observer.disconnect();
}

/** Whether a node is what translators put in the place of a text. */
const isTranslated = (node: Node | null): node is HTMLElement => node?.nodeName === 'FONT';

/** Whether anything below an element has been translated already. */
export const hasBeenTranslated = (root: Element): boolean => root.querySelector('font') !== null;
