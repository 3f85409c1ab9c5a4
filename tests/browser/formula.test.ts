import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const opacity = (page: Page, selector: string) =>
  page
    .locator(`#pair svg ${selector}`)
    .first()
    .evaluate((mark) => getComputedStyle(mark).opacity);

test('a number of the formula, pointed at or focused, leaves only its own marks on the drawing', async () => {
  const { page, close } = await openAsIs(browser, `${site.root}contrastive-loss/`);
  await page.locator('#pair [data-live]').waitFor();
  const margin = page.locator("#pair .formula [data-link='margin']");
  await margin.hover();
  expect(await opacity(page, '.cl-mark-margin')).toBe('1');
  expect(Number(await opacity(page, '.cl-mark-distance'))).toBeLessThan(0.5);
  await page.mouse.move(0, 0);
  expect(await opacity(page, '.cl-mark-distance')).toBe('1');
  await page.locator("#pair .formula [data-link='distance']").first().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(Number(await opacity(page, '.cl-mark-margin'))).toBeLessThan(0.5);
  await close();
});

test('a handle, pointed at, lights up the numbers that it changes', async () => {
  const { page, close } = await openAsIs(browser, `${site.root}contrastive-loss/`);
  await page.locator('#pair [data-live]').waitFor();
  const number = page.locator("#pair .formula [data-link='margin']");
  const ground = () => number.evaluate((element) => getComputedStyle(element).backgroundColor);
  const before = await ground();
  await page.locator('#pair svg [role="slider"].cl-mark-margin').hover();
  expect(await ground()).not.toBe(before);
  await close();
});
