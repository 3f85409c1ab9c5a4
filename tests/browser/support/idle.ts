import type { Page } from 'playwright-core';

/**
 * Waits until the page has done what it left for when the browser is idle. It looks at what may be too wide for its place
 * one thing after another, each in an idle moment of its own, and moments are given in the order in which they are asked for.
 */
export function untilIdle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const moments = document.querySelectorAll('.math-display, .cl-table, .cl-scroll').length + 2;
    for (let k = 0; k < moments; k++) await new Promise((done) => requestIdleCallback(done));
  });
}
