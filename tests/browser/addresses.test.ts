import type { Browser } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { definitions } from '../../src/lib/widgets/registry';
import { openAsIs } from './support/open';

/** Addresses that stand in courses and pages elsewhere. The list only grows: what is in it must open as it did. */
const addresses: { address: string }[] = JSON.parse(
  readFileSync(new URL('../fixtures/addresses.json', import.meta.url), 'utf8'),
);

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test.each(addresses)('the address $address opens as it always did', async ({ address }) => {
  const { page, errors, close } = await openAsIs(browser, site.root + address);
  await page.locator('[data-live]').first().waitFor();
  expect(await page.locator('.notice').allInnerTexts()).toEqual([]);
  expect(errors).toEqual([]);
  await close();
});

test('every widget has an address in the list, with the version of its language', () => {
  for (const widget of Object.keys(definitions)) {
    expect(
      addresses.some(({ address }) => new RegExp(`^embed/${widget}/.*v=\\d`).test(address)),
      widget,
    ).toBe(true);
  }
});
