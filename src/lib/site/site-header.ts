/** Pixels that the reader scrolls in one direction before the header goes or comes back: a trembling hand moves nothing. */
const TURN = 12;
/** Above this the header always stands. */
const TOP = 64;

/**
 * Takes the header away while the reader scrolls down, and brings it back on the way up. The focus brings it back by CSS.
 * Where something above changes its height the browser scrolls to keep the words where they are: that is no way up.
 */
export function bindHeader(header: HTMLElement): void {
  let turn = scrollY;
  let { scrollHeight } = document.documentElement;
  addEventListener(
    'scroll',
    () => {
      const isShifted = scrollHeight !== document.documentElement.scrollHeight && scrollY < turn;
      ({ scrollHeight } = document.documentElement);
      if (isShifted) turn = scrollY;
      const moved = scrollY - turn;
      if (scrollY > TOP && Math.abs(moved) < TURN) return;
      turn = scrollY;
      header.toggleAttribute('data-away', scrollY > TOP && moved > 0);
    },
    { passive: true },
  );
  for (const menu of header.querySelectorAll('details')) bindMenu(menu);
}

/** Closes a menu by Escape, by a press beside it, and when the focus leaves it. */
function bindMenu(menu: HTMLDetailsElement) {
  const isOutside = (target: EventTarget | null) => target instanceof Node && !menu.contains(target);
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (isOutside(relatedTarget)) menu.open = false;
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (isOutside(target)) menu.open = false;
  });
}
