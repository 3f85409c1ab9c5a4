const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]):not([role="img"])';

/**
 * Keeps the focus in a part of the page when what has it goes away, such as a button that has done its work: it moves to
 * the first thing that takes it in what is left around it, and to the part itself where that is all. A browser would
 * send those who work by keys back to the top of the page.
 *
 * @returns how to end it
 */
export function holdFocus(part: HTMLElement): () => void {
  const ended = new AbortController();
  /** What has the focus, and all that is around it up to the part, from the inside out. */
  let held: { element: Element; around: HTMLElement[] } | undefined;

  part.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof Element)) return;
      const around: HTMLElement[] = [];
      for (let up = target.parentElement; up && part.contains(up); up = up.parentElement) around.push(up);
      held = { element: target, around };
    },
    { signal: ended.signal },
  );
  // Who leaves has left: only what is gone itself is followed.
  part.addEventListener(
    'focusout',
    ({ target }) => {
      queueMicrotask(() => {
        if (held?.element === target && held?.element.isConnected) held = undefined;
      });
    },
    { signal: ended.signal },
  );

  const observer = new MutationObserver(() => {
    if (!held || held.element.isConnected) return;
    const { around } = held;
    held = undefined;
    if (part.isConnected && hasNoFocus(part)) takeFocus(part, around);
  });
  observer.observe(part, { childList: true, subtree: true });

  return () => {
    ended.abort();
    observer.disconnect();
  };
}

/** Whether the focus has fallen to the page. */
function hasNoFocus(part: HTMLElement): boolean {
  const { activeElement } = part.getRootNode() as Document | ShadowRoot;
  return activeElement === null || activeElement === document.body;
}

function takeFocus(part: HTMLElement, around: readonly HTMLElement[]): void {
  const nearest = around.find((element) => element.isConnected && element !== part);
  const next = nearest?.querySelector<HTMLElement>(FOCUSABLE);
  if (!next) part.tabIndex = -1;
  (next ?? part).focus({ preventScroll: true });
}
