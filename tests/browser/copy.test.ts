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

/** What a browser gives to the clipboard when all of the first paragraph with a match is selected and copied. */
const copied = (address: string, formula: string) =>
  openAsIs(browser, address).then(async ({ page, close }) => {
    await page.waitForFunction(() => document.querySelector('[data-search-button]:not([hidden])') !== null);
    const text = await page
      .locator('p', { has: page.locator(formula) })
      .first()
      .evaluate((paragraph) => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        const clipboardData = new DataTransfer();
        paragraph.dispatchEvent(
          new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
        );
        return clipboardData.getData('text/plain');
      });
    await close();
    return text;
  });

test('a copied sentence has each of its formulas once, as TeX that runs elsewhere', async () => {
  const text = await copied(`${site.root}contrastive-loss/`, '.katex');
  const formulas = [...text.matchAll(/\$([^$]+)\$/g)].map((match) => match[1] ?? '');
  expect(formulas.length).toBeGreaterThan(0);
  for (const formula of formulas) expect(formula).not.toMatch(/\\(xa|xb|D|m|y|pull|push)(?![a-zA-Z])/);
  expect(text).not.toMatch(/[\u{1D400}-\u{1D7FF}]/u);
});
