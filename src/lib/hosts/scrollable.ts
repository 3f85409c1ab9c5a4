/** Whether a block is more than room that is kept for it; taken for true where the browser cannot tell. */
const isLaidOut = (element: HTMLElement) =>
  !('checkVisibility' in element) || element.checkVisibility({ contentVisibilityAuto: true });

/** Lets the keyboard scroll what is wider than its place, and only that. */
export function watchOverflow(elements: readonly HTMLElement[]): void {
  const look = (some: readonly Element[]) => {
    // All are measured before any is changed, so that the browser lays the page out once.
    const areWide = some.map((element) => element.scrollWidth > element.clientWidth);
    some.forEach((element, i) => {
      if (areWide[i]) element.setAttribute('tabindex', '0');
      else element.removeAttribute('tabindex');
    });
  };
  const observer = new ResizeObserver((entries) => look(entries.map(({ target }) => target)));
  for (const element of elements) observer.observe(element);
  // A font that arrives late widens what is inside without resizing the place itself. What is off the screen has not
  // been laid out yet, and is looked at when it is.
  document.fonts.addEventListener('loadingdone', () => look(elements.filter(isLaidOut)));
}
