import type { Parameters, Values } from '../state/parameters';
import type { Figure, Section } from './figure';
import { pictureOf } from './reveal';
import { offerWayBack } from './way-back';

/** How long a picture that a phrase has set is ringed, in milliseconds. */
const RINGED = 1400;

/** Within how many milliseconds two clicks are a double click. */
const DOUBLE = 500;

/**
 * A phrase that sets a figure's state. A second press, while that state is in force, goes back to the state before. Focus
 * stays on the phrase; the figure speaks its new state itself.
 */
export function bindPhrase(link: HTMLAnchorElement, figure: Figure, section: Section): void {
  const { query = '' } = link.dataset;
  /** What the last press has changed, as it was before; nothing once that is taken back. */
  let before: Partial<Values<Parameters>> | undefined;
  let pressedAt = -Infinity;

  async function press() {
    await figure.wake();
    const { session } = figure;
    if (before && figure.section === section && session.isAt(query)) {
      const earlier = before;
      session.glide(() => session.set(earlier));
      before = undefined;
    } else {
      figure.show(section);
      const { state } = session;
      await figure.set(query, section);
      before = Object.fromEntries(
        Object.entries(state).filter(([name, value]) => session.state[name] !== value),
      );
    }
    if (figure.reveal()) offerWayBack(link);
    ring(pictureOf(figure.element));
    requestAnimationFrame(() => requestAnimationFrame(() => uncover(link, figure.element)));
  }

  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // A double click is meant as one; a second click at the same place may be on another phrase.
    const isDouble = event.detail > 1 && event.timeStamp - pressedAt < DOUBLE;
    if (!isDouble) void press();
    pressedAt = event.timeStamp;
  });
  figure.whenAwake(async () => (await import('./in-force.svelte')).markInForce(link, figure, section));
}

/** A figure above its text that has grown by what was set gives its phrase free again. */
function uncover(link: HTMLElement, figure: HTMLElement): void {
  const [line] = link.getClientRects();
  if (!line) return;
  const { left, top, width, height } = line;
  const isCovered = figure.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  if (isCovered) scrollBy({ top: top - figure.getBoundingClientRect().bottom - height, behavior: 'instant' });
}

/** Draws the eye to what was set. */
function ring(picture: Element): void {
  picture.classList.add('cl-ringed');
  setTimeout(() => picture.classList.remove('cl-ringed'), RINGED);
}
