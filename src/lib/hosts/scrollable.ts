import { whenIdle } from './idle';

/**
 * Lets the keyboard scroll what is wider than its place, and only that. What is far from the screen has not been laid out
 * when the page opens, so it is looked at when the browser is idle, one after the other, or when it comes near.
 */
export function watchOverflow(elements: readonly HTMLElement[]): void {
  const look = (element: Element) => {
    if (element.scrollWidth > element.clientWidth) element.setAttribute('tabindex', '0');
    else element.removeAttribute('tabindex');
  };
  const seen = new Set<Element>();
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => look(target)));
  const watch = (element: Element) => {
    if (seen.has(element)) return;
    seen.add(element);
    near.unobserve(element);
    look(element);
    sizes.observe(element);
  };
  const near = new IntersectionObserver(
    (entries) => entries.forEach(({ target, isIntersecting }) => isIntersecting && watch(target)),
    { rootMargin: '200px' },
  );
  for (const element of elements) near.observe(element);

  const far = [...elements];
  const watchNext = () => {
    const next = far.shift();
    if (!next) return;
    watch(next);
    whenIdle(watchNext);
  };
  whenIdle(watchNext);
  // What is off the screen is told of no change of its size.
  addEventListener('resize', () => seen.forEach(look));
  // A font that arrives late widens what is inside without resizing the place itself.
  document.fonts.addEventListener('loadingdone', () => seen.forEach(look));
}
