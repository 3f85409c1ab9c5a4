import type { Figure } from './figure';

/** A phrase that sets a figure's state. Focus stays on it; the figure speaks its new state itself. */
export function bindPhrase(link: HTMLAnchorElement, figure: Figure): void {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    figure.show();
    void figure.set(link.dataset.query ?? '');
  });
}
