/**
 * A word whose definition shows on hover and on focus, by styles alone. Escape puts it away; a finger's first tap shows
 * it, and the second follows the link to the glossary. The focus brings all of the definition onto the screen.
 */
export function bindTerm(term: HTMLElement): void {
  const link = term.querySelector('a');
  if (!link) return;
  let byTouch = false;

  const leave = () => {
    delete term.dataset.dismissed;
    delete term.dataset.shown;
  };
  term.addEventListener('pointerleave', ({ pointerType }) => {
    // A finger leaves with every tap.
    if (pointerType !== 'touch') leave();
  });
  term.addEventListener('focusout', leave);
  // A word near the lower edge of the window has its definition below it.
  term.addEventListener('focusin', () =>
    term.querySelector('.cl-definition')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
  );
  term.addEventListener('pointerdown', ({ pointerType }) => (byTouch = pointerType === 'touch'));
  link.addEventListener('click', (event) => {
    if (!byTouch || 'shown' in term.dataset) return;
    event.preventDefault();
    link.focus();
    term.dataset.shown = '';
  });

  // On the document: a word that is only hovered has no focus.
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && term.matches(':hover, :focus-within')) term.dataset.dismissed = '';
  });
}
