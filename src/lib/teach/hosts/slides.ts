import { pinnedAddress } from '../../embed/embed-url';
import { escapeHtml } from '../../state/escape-html';
import { fitAddress, titleOf } from './frames';
import type { Choice, Snippet } from './snippet';

/** Pixels of a slide that a figure can fill: reveal.js makes one 960 by 700 and scales it to the screen. */
const SLIDE = 660;

/** A frame that the widget fits on one slide. */
function slideOf(choice: Choice): string {
  return `<section>
  <iframe data-src="${escapeHtml(fitAddress(choice))}" data-preload
    title="${titleOf(choice)}" allow="fullscreen; clipboard-write" width="100%" height="${SLIDE}"
    style="display:block;max-width:none;max-height:none;border:0"></iframe>
</section>`;
}

/** Slides. */
export function decks(choice: Choice): Snippet[] {
  const group = 'Slides';
  return [
    {
      id: 'reveal',
      name: 'reveal.js',
      group,
      how: 'One slide. The figure fits it, with picture, main control and numbers, and the rest behind “More”. The custom element works in a slide too; keys and swipes that it uses turn no slide.',
      tried: 'Tried in reveal.js 6.0.',
      language: 'html',
      code: slideOf(choice),
    },
    {
      id: 'powerpoint',
      name: 'PowerPoint, Google Slides',
      group,
      how: 'Neither shows a page on a slide. Bring the figure to the state that you want, save it as a picture under “More” at its lower edge, and put the picture on the slide. Then select it, choose Insert and Link, and paste this address: a click during the talk opens the living figure in the browser.',
      tried: 'Written from Microsoft’s and Google’s documentation.',
      language: 'text',
      code: pinnedAddress(choice.site, choice.embed),
    },
  ];
}
