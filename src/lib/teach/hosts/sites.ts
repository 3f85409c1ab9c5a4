import { pinnedAddress } from '../../embed/embed-url';
import { PINNED } from '../../embed/version';
import { fitAddress, fixedFrameOf, frameOf } from './frames';
import type { Choice, Snippet } from './snippet';

const frameScript = (site: string) => `<script src="${site}${PINNED}embed.js" async></script>`;

/** Web pages of one's own, and what makes them. */
export function sites(choice: Choice): Snippet[] {
  const { embed, site } = choice;
  const frame = frameOf(choice);
  const group = 'Pages and sites';
  return [
    {
      id: 'html',
      name: 'HTML',
      group,
      how: 'Paste it where the figure belongs. The frame is high enough in any column; with the script, which is needed once on a page, it is exactly as high as the figure at any time.',
      tried: 'Tried in pages of another origin, in a sandbox and without one.',
      language: 'html',
      code: `${frame}\n${frameScript(site)}`,
    },
    {
      id: 'wordpress',
      name: 'WordPress',
      group,
      how: 'Add a block Custom HTML, and paste. That is for administrators and editors; of what an author pastes, WordPress takes the frame away. An author puts the bare address, as in the Notion tab, on a line of its own instead: the page of the widget tells WordPress how to embed it. The figure then begins as it does by itself, not in the state of the address.',
      tried: 'Tried in WordPress 6.1, as an administrator and as an author.',
      language: 'html',
      code: frame,
    },
    {
      id: 'google-sites',
      name: 'Google Sites',
      group,
      how: 'Choose Insert, Embed, By URL, paste the address, wait for the preview, choose Whole page and Insert; then pull the edges until nothing is cut off, to 640 by 560 pixels at least. Embed code takes the frame of Other editors just as well.',
      tried: 'Written from Google’s documentation.',
      language: 'text',
      code: fitAddress(choice),
    },
    {
      id: 'notion',
      name: 'Notion',
      group,
      how: 'Type /embed, paste the address, choose Embed link, and pull the lower edge until nothing is cut off.',
      tried: 'Written from Notion’s documentation.',
      language: 'text',
      code: pinnedAddress(site, embed),
    },
    {
      id: 'fixed',
      name: 'Other editors',
      group,
      how: 'For every editor that takes a frame and strips its styles: all is said in attributes, the frame has one height, and the figure fits it, with what is seldom used behind “More”.',
      tried: 'The frame was tried in columns of 390 to 960 pixels, without any style.',
      language: 'html',
      code: fixedFrameOf(choice),
    },
  ];
}
