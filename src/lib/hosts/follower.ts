import type { Figure } from './figure';
import { fixed } from './format';
import { keepText } from './live-text.svelte';
import type { Sight } from './sight';

/** A number in the text that follows an output of a figure. */
export function bindFollower(link: HTMLElement, figure: Figure, sight: Sight): void {
  const { output = '', digits } = link.dataset;
  const text = () => {
    const value = figure.session.output(output);
    return typeof value === 'number' ? fixed(value, Number(digits)) : value;
  };
  keepText(link, text, sight);
}
