/**
 * Has the styles of a shadow root hold on a page whose policy allows no inline styles (`style-src 'self'`): the browser
 * leaves a style element out there, and takes the same rules from a script.
 *
 * @returns how to end it
 */
export function adoptBlockedStyles(root: ShadowRoot): () => void {
  // Where a browser cannot, the element works on every page without such a policy.
  if (!('adoptedStyleSheets' in root)) return () => undefined;
  const adopted = new Map<Node, CSSStyleSheet>();

  const adopt = () => {
    for (const style of root.querySelectorAll('style')) {
      if (style.sheet || adopted.has(style)) continue;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style.textContent);
      adopted.set(style, sheet);
      root.adoptedStyleSheets.push(sheet);
    }
  };
  // Components bring their styles along when they are first shown.
  const observer = new MutationObserver(adopt);
  observer.observe(root, { childList: true });

  return () => {
    observer.disconnect();
    const own = new Set(adopted.values());
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !own.has(sheet));
  };
}
