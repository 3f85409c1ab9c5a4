import type { Page } from 'playwright-core';

/**
 * What is there only while it works: controls, the widget that an exercise is worked out with, whose texts are there
 * without it, and a worksheet, which is drawn for one address.
 */
const WORKING = '.cl-controls, .cl-exercise .cl-island, .cl-answer, [data-worksheet]';

/** Lays out what is off the screen too: words that are not laid out count as not seen. */
export function layOut(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const block of document.querySelectorAll<HTMLElement>('.cl-prose > *')) {
      block.style.contentVisibility = 'visible';
    }
  });
}

/** The words that a reader sees in the page's main part, without what is there only while it works. */
export async function words(page: Page): Promise<string[]> {
  await layOut(page);
  const text = await page.evaluate((working) => {
    const left = [...document.querySelectorAll<HTMLElement>(working)];
    for (const element of left) element.style.display = 'none';
    const words = document.querySelector('main')?.innerText ?? '';
    for (const element of left) element.style.display = '';
    return words;
  }, WORKING);
  return text.split(/\s+/).filter(Boolean);
}

/**
 * Where the page's links lead: `addresses` without fragments, each once; `missing`: fragments of the page itself that
 * name no element of it.
 */
export function readLinks(page: Page): Promise<{ addresses: string[]; missing: string[] }> {
  return page.evaluate(() => {
    const here = location.href.split('#')[0];
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(
      (link) => new URL(link.href),
    );
    const fragments = links
      .filter(({ href, hash }) => href.split('#')[0] === here && hash !== '')
      .map(({ hash }) => decodeURIComponent(hash.slice(1)));
    const web = links.filter(({ protocol }) => protocol.startsWith('http'));
    return {
      addresses: [...new Set(web.map(({ href }) => href.replace(/#.*/, '')))],
      missing: fragments.filter((id) => document.getElementById(id) === null),
    };
  });
}
