let button: HTMLButtonElement | undefined;
let observer: IntersectionObserver | undefined;

/** Offers the way back to a phrase that the page was moved away from, until it is on the screen again. */
export function offerWayBack(phrase: HTMLElement): void {
  withdraw();
  button = document.createElement('button');
  button.type = 'button';
  button.className = 'cl-way-back';
  // Above all blocks of the page, of which each is painted for itself.
  button.popover = 'manual';
  button.textContent = '↩ Back to the text';
  button.addEventListener('click', () => {
    withdraw();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    phrase.focus({ preventScroll: true });
    phrase.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
  });
  // After the phrase, so that it is the next stop of the keyboard.
  phrase.after(button);
  button.showPopover();

  let left = false;
  observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting } of entries) {
      if (!isIntersecting) left = true;
      else if (left) withdraw();
    }
  });
  observer.observe(phrase);
}

function withdraw(): void {
  button?.remove();
  observer?.disconnect();
}
