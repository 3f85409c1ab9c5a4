/** The share of a picture that must be on the screen for a change in it to be seen. */
const MOST = 0.9;

/** The pictures of a figure, drawn one beside or below the other. */
const PICTURE = '.cl-picture';

interface Box {
  top: number;
  bottom: number;
}

/** The share of a box that lies on the screen, from 0 to 1. */
function shareOnScreen({ top, bottom }: Box, height: number): number {
  if (bottom <= top) return 0;
  return Math.max(0, Math.min(bottom, height) - Math.max(top, 0)) / (bottom - top);
}

/** The first picture of a figure, or all of the figure where it has none. */
export function pictureOf(figure: HTMLElement): Element {
  return figure.querySelector(PICTURE) ?? figure;
}

/** Brings a figure's picture to the top of the screen where most of it cannot be seen; returns whether it did. */
export function reveal(figure: HTMLElement): boolean {
  const picture = pictureOf(figure);
  if (shareOnScreen(picture.getBoundingClientRect(), innerHeight) >= MOST) return false;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  picture.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' });
  return true;
}
