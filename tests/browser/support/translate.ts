import type { Locator } from 'playwright-core';

/** Replaces every text node below an element, as the translators of browsers do, whatever it says of itself. */
export function translateByForce(root: Locator): Promise<void> {
  return root.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const isShown = text.data.trim() !== '' && !text.parentElement?.closest('script, style');
      if (!isShown) continue;
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      inner.append(text.data);
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
}

/** Remembers what each text of an element is, to be asked by `changedNumbers`. */
export function followNumbers(root: Locator): Promise<void> {
  return root.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = new Map<Text, string>();
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      texts.set(text, text.data);
    }
    Object.assign(element, { texts });
  });
}

/** The texts with a digit that have changed since, and that no translator is told to leave alone. */
export function changedNumbers(root: Locator): Promise<string[]> {
  return root.evaluate((element) => {
    const { texts } = element as unknown as { texts: Map<Text, string> };
    return [...texts].flatMap(([text, before]) => {
      const isOpen = text.parentElement?.closest('[translate="no"], pre, option') === null;
      const isChanged = text.isConnected && text.data !== before && /\d/.test(text.data);
      return isChanged && isOpen ? [text.data.trim()] : [];
    });
  });
}
