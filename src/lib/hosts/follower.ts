import type { Figure } from './figure';
import { fixed } from './format';
import { keepText } from './live-text.svelte';

/** A number in the text that follows an output of a figure. */
export function bindFollower(link: HTMLElement, figure: Figure): void {
  const { output = '', digits } = link.dataset;
  keepText(link, () => {
    const value = figure.session.output(output);
    return typeof value === 'number' ? fixed(value, Number(digits)) : value;
  });
}
