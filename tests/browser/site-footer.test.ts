import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** One page of each width. */
const PAGES = [
  '',
  'contrastive-loss/',
  'glossary/',
  'library/',
  'widgets/',
  'teach/',
  'teach/thirty-minutes-arcface/',
];

test.each([390, 768, 1024, 1440, 1920])(
  'the footer begins where the text does in a window %s wide',
  async (width) => {
    const { page, close } = await openAsIs(browser, site.root, { viewport: { width, height: 900 } });
    for (const path of PAGES) {
      await page.goto(site.root + path);
      const [text, footer] = await page.evaluate(() =>
        ['main h1', '.site-footer p'].map(
          (selector) => document.querySelector(selector)?.getBoundingClientRect().left ?? NaN,
        ),
      );
      expect(footer, path).toBeCloseTo(text ?? NaN, 0);
    }
    await close();
  },
);
