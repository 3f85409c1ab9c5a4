import { READABLE } from '../state/readable';
import type { VisibilityObserver } from './visibility-observer';

/** Milliseconds more that words wait for a change that brings them along, so that the browser lays out both at once. */
const GRACE = 50;

/** Milliseconds without a change after which words off the screen are brought up to date. */
const REST = 200;

/**
 * Keeps the words of an element up to date: on the screen at once and then some times a second, elsewhere once the
 * changes pause. Every change of them has the browser lay out the chapter around them.
 * @param pause milliseconds from one change on the screen to the next
 */
export function keepText(
  element: HTMLElement,
  text: () => string,
  visibility: VisibilityObserver,
  { pause = READABLE } = {},
): void {
  let onScreen = false;
  let changed = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Changed where it stands: a new node would have the browser match the styles of the whole page again. */
  const write = (next: string) => {
    clearTimeout(timer);
    if (element.textContent === next) return;
    const { firstChild } = element;
    if (firstChild instanceof Text) firstChild.data = next;
    else element.textContent = next;
    changed = performance.now();
  };
  write(text());

  $effect.root(() => {
    $effect(() => {
      const next = text();
      clearTimeout(timer);
      const wait = onScreen ? changed + pause - performance.now() : REST;
      if (wait <= 0) write(next);
      else timer = setTimeout(() => write(next), wait + (onScreen ? GRACE : 0));
    });
  });
  visibility.watch(element, (isSeen) => {
    onScreen = isSeen;
    if (onScreen) write(text());
  });
}
