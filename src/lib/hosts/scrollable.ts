import { whenIdle } from './idle';

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

  /** Off the screen, where nothing is laid out and the observer is not told: one in each idle moment, so that nobody waits. */
  let unseen: HTMLElement[] = [];
  const lookAtUnseen = () => {
    look(unseen.splice(0, 1));
    if (unseen.length > 0) whenIdle(lookAtUnseen);
  };
  const lookAgain = () => {
    const isUnderWay = unseen.length > 0;
    unseen = elements.filter((element) => !isLaidOut(element));
    if (!isUnderWay) whenIdle(lookAtUnseen);
  };
  addEventListener('resize', lookAgain);
  // A font that arrives late widens what is inside without resizing the place itself.
  document.fonts.addEventListener('loadingdone', () => {
    look(elements.filter(isLaidOut));
    lookAgain();
  });
}
