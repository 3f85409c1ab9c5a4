import { whenIdle } from '../browser/idle';

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

  /**
   * What is off the screen is not laid out, and the observer is not told; and what was on it may have left it by the time
   * the observer looks. So all are looked at, in idle moments, so that nobody waits.
   */
  let waiting: HTMLElement[] = [];
  const lookAtWaiting = (hasTime: () => boolean) => {
    do look(waiting.splice(0, 1));
    while (waiting.length > 0 && hasTime());
    if (waiting.length > 0) whenIdle(lookAtWaiting);
  };
  const lookAtAll = () => {
    const isUnderWay = waiting.length > 0;
    waiting = [...elements];
    if (!isUnderWay) whenIdle(lookAtWaiting);
  };
  lookAtAll();
  addEventListener('resize', lookAtAll);
  // A font that arrives late widens what is inside without resizing the place itself.
  document.fonts.addEventListener('loadingdone', lookAtAll);
}
