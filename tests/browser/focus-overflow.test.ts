import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { openAsIs } from './support/open';
import { untilScrollable } from './support/scrollers';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('what is too wide for its place is reached by keys where nobody has scrolled yet, and in every width', async () => {
  const { page, close } = await openAsIs(browser, `${site.root}library/`, {
    viewport: { width: 1280, height: 800 },
  });
  await untilScrollable(page);
  for (const width of [320, 768, 1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await untilScrollable(page);
  }
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await page.locator('.cl-scroll[tabindex]').count()).toBeGreaterThan(0);
  await close();
});
