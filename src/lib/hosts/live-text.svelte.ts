/** Milliseconds without a change after which words off the screen are brought up to date. */
const PAUSE = 200;

/**
 * Keeps the words of an element up to date: at once while it is on the screen, elsewhere once the changes pause, since
 * every change of them has the browser lay out the chapter around them.
 */
export function keepText(element: HTMLElement, text: () => string): void {
  let onScreen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Changed where it stands: a new node would have the browser match the styles of the whole page again. */
  const write = (next: string) => {
    clearTimeout(timer);
    const { firstChild } = element;
    if (!(firstChild instanceof Text)) element.textContent = next;
    else if (firstChild.data !== next) firstChild.data = next;
  };
  write(text());

  $effect.root(() => {
    $effect(() => {
      const next = text();
      clearTimeout(timer);
      if (onScreen) write(next);
      else timer = setTimeout(() => write(next), PAUSE);
    });
  });
  new IntersectionObserver((entries) => {
    onScreen = entries.at(-1)?.isIntersecting ?? false;
    if (onScreen) write(text());
  }).observe(element);
}
