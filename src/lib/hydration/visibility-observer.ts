/** Tells of elements whether they are on the screen. One observer serves all: the browser asks each one at every frame. */
export class VisibilityObserver {
  readonly #tell = new WeakMap<Element, (isSeen: boolean) => void>();
  readonly #observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) this.#tell.get(target)?.(isIntersecting);
  });

  /** Calls `tell` at first, and whenever the element comes onto the screen or leaves it. */
  watch(element: Element, tell: (isSeen: boolean) => void): void {
    this.#tell.set(element, tell);
    this.#observer.observe(element);
  }
}
