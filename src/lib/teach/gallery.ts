/** Has a field above a gallery of widgets show those that a reader looks for. */

/** The words of a text; what is looked for are beginnings of words, in any order. */
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

function bindFilter(gallery: HTMLElement): void {
  const field = gallery.querySelector<HTMLInputElement>('[data-filter]');
  const found = gallery.querySelector<HTMLElement>('[data-found]');
  if (!field || !found) return;
  field.closest('label')?.removeAttribute('hidden');
  field.addEventListener('input', () => {
    const words = wordsOf(field.value);
    let count = 0;
    for (const card of gallery.querySelectorAll<HTMLElement>('[data-words]')) {
      const known = wordsOf(card.dataset.words ?? '');
      card.hidden = !words.every((word) => known.some((other) => other.startsWith(word)));
      if (!card.hidden) count++;
    }
    for (const topic of gallery.querySelectorAll<HTMLElement>('[data-topic]'))
      topic.hidden = topic.querySelector('[data-words]:not([hidden])') === null;
    found.textContent = count > 0 ? '' : `No widget is about “${field.value.trim()}”.`;
  });
}

const gallery = document.querySelector<HTMLElement>('[data-gallery]');
if (gallery) bindFilter(gallery);
