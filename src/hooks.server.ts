import type { Handle } from '@sveltejs/kit';

/** The text is set in these two; the fonts of formulas are loaded when a formula needs one. */
const TEXT_FONT = /source-(serif|sans)/;

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    // A widget stands among text of the host's size: its page says so at the root, which no part of the page can reach.
    transformPageChunk: ({ html }) =>
      event.route.id?.startsWith('/embed/') ? html.replace('<html ', '<html class="cl-bare" ') : html,
    preload: ({ type, path }) =>
      // The page of no address says where the site is mounted only after the place of these links.
      event.route.id !== '/404' && (type === 'css' || (type === 'font' && TEXT_FONT.test(path))),
  });
