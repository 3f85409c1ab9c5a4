import type { Figure, Section } from './figure';

/** Keeps a phrase marked as the present one while its figure is in the state that it sets. */
export function markInForce(link: HTMLElement, figure: Figure, section: Section): void {
  const { query = '' } = link.dataset;
  const { session } = figure;
  $effect.root(() => {
    $effect(() => {
      // Nothing is compared in the middle of a gesture, for each move would pay for every phrase.
      const isInForce = session.isIdle && session.isAt(query) && figure.section === section;
      if (isInForce) link.ariaCurrent = 'true';
      else link.removeAttribute('aria-current');
    });
  });
}
