/** The address at which `npm start` serves the site. */
const LOCAL = 'http://localhost:4173/';

/**
 * Where the site will be published, with a slash at the end, for what cannot be relative: oEmbed, social cards, the
 * sitemap and snippets. `SITE_URL` in the environment of the build says it; unset, it is the address of `npm start`.
 */
export const siteUrl = readSiteUrl(process.env.SITE_URL);

/** Whether the build was told where the site will be published. */
export const isPublished = Boolean(process.env.SITE_URL);

/** @throws an `Error` that says what an address must look like */
export function readSiteUrl(text: string | undefined): string {
  if (!text) return LOCAL;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(
      `SITE_URL is “${text}”; the address of the site is expected, such as https://example.org/textbook/`,
    );
  }
  return url.href.replace(/\/?$/, '/');
}
