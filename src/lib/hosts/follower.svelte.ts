import type { Figure } from './figure';
import { fixed } from './format';

/** A number in the text that follows an output of a figure. */
export function bindFollower(link: HTMLElement, figure: Figure): void {
  const { output = '', digits } = link.dataset;
  $effect.root(() => {
    $effect(() => {
      const value = figure.session.output(output);
      const text = typeof value === 'number' ? fixed(value, Number(digits)) : value;
      if (link.textContent !== text) link.textContent = text;
    });
  });
}
