/** Lets the keyboard scroll what is wider than its place, and only that. */
export function watchOverflow(elements: readonly HTMLElement[]): void {
  const look = (element: Element) => {
    if (element.scrollWidth > element.clientWidth) element.setAttribute('tabindex', '0');
    else element.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => look(target)));
  for (const element of elements) observer.observe(element);
  // A font that arrives late widens what is inside without resizing the place itself.
  document.fonts.addEventListener('loadingdone', () => elements.forEach(look));
}
