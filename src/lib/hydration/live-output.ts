import type { Figure, Section } from './figure';
import { formatFixed } from '../state/format';
import { keepText } from './live-text.svelte';
import type { VisibilityObserver } from './visibility-observer';

/** A number in the text that follows an output of a figure, as long as the figure shows what the number's section says. */
export function bindLiveOutput(
  link: HTMLElement,
  figure: Figure,
  section: Section,
  visibility: VisibilityObserver,
): void {
  const { output = '', digits } = link.dataset;
  let last = link.textContent;
  const text = () => {
    const value = figure.session.output(output);
    if (figure.section !== section) return last;
    const present = typeof value === 'number' ? formatFixed(value, Number(digits)) : value;
    if (!figure.session.isGliding) last = present;
    return present;
  };
  keepText(link, text, visibility);
}
