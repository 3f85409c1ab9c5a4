/**
 * Lets the keyboard scroll what is wider than its place, and only that. Looked at once it is near the screen: before, the
 * browser need not lay it out.
 */
export function watchOverflow(elements: readonly HTMLElement[]): void {
  const look = (element: Element) => {
    if (element.scrollWidth > element.clientWidth) element.setAttribute('tabindex', '0');
    else element.removeAttribute('tabindex');
  };
  const seen = new Set<Element>();
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => look(target)));
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        seen.add(target);
        sizes.observe(target);
      }
    },
    { rootMargin: '200px' },
  );
  for (const element of elements) near.observe(element);
  // A font that arrives late widens what is inside without resizing the place itself.
  document.fonts.addEventListener('loadingdone', () => seen.forEach(look));
}
