import type { Handle } from '@sveltejs/kit';

/** The text is set in these two; the fonts of formulas are loaded when a formula needs one. */
const TEXT_FONT = /source-(serif|sans)/;
/** The glossary begins with formulas: its first lines would end elsewhere until their fonts are there. */
const FORMULA_FONT = /KaTeX_(Main-Regular|Math-Italic)/;

/** Styles that a page has in it already, named for a router that the site does not have. */
const UNUSED_LINK = /\s*<link [^>]*\bdisabled\b[^>]*>/g;

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    // A widget stands among text of the host's size: its page says so at the root, which no part of the page can reach.
    transformPageChunk: ({ html }) => {
      const page = html.replace(UNUSED_LINK, '');
      return event.route.id?.startsWith('/embed/') ? page.replace('<html ', '<html class="cl-bare" ') : page;
    },
    preload: ({ type, path }) =>
      // The page of no address says where the site is mounted only after the place of these links.
      event.route.id !== '/404' &&
      (type === 'css' ||
        (type === 'font' &&
          (TEXT_FONT.test(path) || (event.params.slug === 'glossary' && FORMULA_FONT.test(path))))),
  });
