import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Waits until the page has given what is wider than its place, and only that, its place among the keys: what is off the
 * screen gets it when the browser is idle.
 */
export async function untilScrollable(page: Page): Promise<void> {
  await page.bringToFront();
  const wrong = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.math-display, .cl-table, .cl-scroll, .cl-compact .cl-pictures')]
        // A picture that is operated is scrolled by the keys of what is operated in it.
        .filter((place) => !place.matches('.cl-pictures:has([tabindex], a, button, input)'))
        .filter((place) => place.scrollWidth > place.clientWidth !== place.hasAttribute('tabindex'))
        .map((place) => place.outerHTML.slice(0, 80)),
    );
  await expect.poll(wrong, { timeout: 15_000 }).toEqual([]);
}
