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

test('words are loaded when they are chosen and not before, and searched; one that is not stored is said to be none', async () => {
  const { page, errors, foreign, close } = await openAsIs(browser, `${site.mounted}embed/graph-search/?M=8`, {
    reducedMotion: 'reduce',
  });
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.locator('[data-live]').waitFor();
  expect(loaded.filter((path) => path.endsWith('glove.bin'))).toEqual([]);
  await page.getByText('3,000 English words', { exact: true }).click();
  const rows = page.locator('table tbody tr');
  await expect.poll(() => rows.count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(5);
  expect(await rows.allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('queen')]));
  const field = page.getByLabel('a word', { exact: true });
  await field.fill('Monday');
  await field.press('Enter');
  await expect.poll(() => page.locator('table').innerText()).toContain('tuesday');
  await field.fill('xylograph');
  await field.press('Enter');
  await expect
    .poll(() => page.getByRole('alert').innerText())
    .toContain('“xylograph” is none of the 3,000 words that are stored');
  expect(loaded.filter((path) => path.endsWith('glove.bin'))).toHaveLength(1);
  expect([errors, foreign]).toEqual([[], []]);
  await close();
}, 180_000);
