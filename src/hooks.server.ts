import type { Handle } from '@sveltejs/kit';

/** The text is set in these two; the fonts of formulas are loaded when a formula needs one. */
const TEXT_FONT = /source-(serif|sans)/;
/** Pages with formulas on their first screen: its lines would end elsewhere until the fonts of these are there. */
const BEGIN_WITH_FORMULAS: readonly (string | undefined)[] = ['glossary', 'siamese-network'];
const FORMULA_FONT = /KaTeX_(Main-Regular|Math-Italic)/;

/** Styles that a page has in it already, named for a router that the site does not have. */
const UNUSED_LINK = /\s*<link [^>]*\bdisabled\b[^>]*>/g;

const POLICY = /<meta http-equiv="content-security-policy" (content="[^"]*")>/;

/**
 * The page of an embed: it says at its root that a widget stands among text of the host's size, which no part of the page
 * can reach, and its policy is put in force by a script that knows the site's address (static/policy.js).
 */
const asEmbed = (page: string) =>
  page
    .replace('<html ', '<html class="cl-bare" ')
    .replace(POLICY, '<script src="../../policy.js" data-$1></script>');

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = html.replace(UNUSED_LINK, '');
      return event.route.id?.startsWith('/embed/') ? asEmbed(page) : page;
    },
    preload: ({ type, path }) =>
      // The page of no address says where the site is mounted only after the place of these links.
      event.route.id !== '/404' &&
      (type === 'css' ||
        (type === 'font' &&
          (TEXT_FONT.test(path) ||
            (BEGIN_WITH_FORMULAS.includes(event.params.slug) && FORMULA_FONT.test(path))))),
  });
