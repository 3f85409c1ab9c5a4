/** Makes a deck of the slides of a lesson. Without it, and on a phone, they stand below one another. */
import Reveal from 'reveal.js';
import { setFigure, turnByPage } from './frames';

/** A screen on which a whole slide would be too small to be read. */
const PHONE = '(max-width: 44rem)';

const element = document.querySelector<HTMLElement>('[data-deck]');
const frames = [...(element?.querySelectorAll('iframe') ?? [])];
const isPrinted = new URLSearchParams(location.search).has('print-pdf');

element?.addEventListener('click', ({ target }) => {
  const phrase = (target as Element).closest<HTMLElement>('[data-query]');
  const frame = phrase?.closest('section')?.querySelector('iframe');
  if (phrase && frame) setFigure(frame, phrase.dataset.query ?? '');
});

if (element && (isPrinted || !matchMedia(PHONE).matches)) {
  element.classList.add('reveal');
  // Paper shows every slide at once, and nobody scrolls to it.
  if (isPrinted) for (const frame of frames) frame.loading = 'eager';
  const deck = new Reveal(element, {
    width: 1280,
    height: 720,
    margin: 0.08,
    center: false,
    hash: true,
    // On a screen the number would be a link to an address that no element has; a bar tells how far it is.
    slideNumber: isPrinted,
    controlsLayout: 'edges',
    transition: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'none' : 'slide',
    pdfSeparateFragments: false,
    pdfMaxPagesPerSlide: 1,
    postMessage: false,
    postMessageEvents: false,
  });
  void deck.initialize();
  for (const frame of frames) turnByPage(frame, (step) => (step > 0 ? deck.next() : deck.prev()));
}
