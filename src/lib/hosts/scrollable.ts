/** Lets the keyboard scroll what is wider than its place, and only that. */
export function watchOverflow(elements: readonly HTMLElement[]): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const element of elements) observer.observe(element);
}
