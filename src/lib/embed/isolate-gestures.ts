/** Fields that take keys or a sideways pull by themselves. */
const FIELDS = 'input, select, textarea';
const PRESSED = 'button, summary, a[href]';

function takesKey({ key, defaultPrevented }: KeyboardEvent, target: Element): boolean {
  if (defaultPrevented) return true;
  if (key === 'Escape' || key === 'Tab') return false;
  return target.matches(FIELDS) || (target.closest(PRESSED) !== null && [' ', 'Enter'].includes(key));
}

const takesTouch = (target: Element) =>
  target.matches(FIELDS) || getComputedStyle(target).touchAction !== 'auto';

/**
 * Keeps to a widget the keys and touches that it uses. A deck of slides or a notebook around it cannot see into the
 * shadow root: it would take an arrow key on a handle for its own, and a drag for a swipe to the next slide.
 * @returns how to end it
 */
export function isolateGestures(root: ShadowRoot): () => void {
  const ended = new AbortController();
  /** Fingers that began on something that takes them. */
  const own = new Set<number>();

  function pointer(event: PointerEvent) {
    const { type, pointerId, pointerType, target, defaultPrevented } = event;
    if (pointerType !== 'touch') return;
    // What a finger held may have gone, and its end with it.
    if (type === 'pointerdown' && event.isPrimary) own.clear();
    if (type === 'pointerdown' && (defaultPrevented || takesTouch(target as Element))) own.add(pointerId);
    if (own.has(pointerId)) event.stopPropagation();
    if (type === 'pointerup' || type === 'pointercancel') own.delete(pointerId);
  }
  function touch(event: TouchEvent) {
    if (own.size > 0) event.stopPropagation();
  }
  function key(event: KeyboardEvent) {
    if (takesKey(event, event.target as Element)) event.stopPropagation();
  }

  const listen = <E extends Event>(types: readonly string[], listener: (event: E) => void) => {
    const options = { signal: ended.signal, passive: true };
    for (const type of types) root.addEventListener(type, (event) => listener(event as E), options);
  };
  listen(['pointerdown', 'pointermove', 'pointerup', 'pointercancel'], pointer);
  listen(['touchstart', 'touchmove'], touch);
  listen(['keydown'], key);
  return () => ended.abort();
}
