import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The first word on the page about contrastive loss that has a definition, and its definition. */
async function firstTerm(options = {}) {
  const opened = await openAsIs(browser, `${site.root}contrastive-loss/`, options);
  const term = opened.page.locator('.cl-term').first();
  await term.scrollIntoViewIfNeeded();
  return { ...opened, link: term.locator('a').first(), definition: term.locator('[role="tooltip"]') };
}

const away = (page: Page) => page.mouse.move(1, 1);

describe('a word of the glossary', () => {
  test('shows its definition while the pointer is on the word or on the definition', async () => {
    const { page, link, definition, close } = await firstTerm();
    expect(await definition.isVisible()).toBe(false);
    await link.hover();
    await definition.waitFor({ state: 'visible' });
    await definition.hover();
    expect(await definition.isVisible()).toBe(true);
    await away(page);
    await definition.waitFor({ state: 'hidden' });
    await close();
  });

  test('hides it on Escape without moving pointer or focus, and shows it again', async () => {
    const { page, link, definition, close } = await firstTerm();
    await link.focus();
    await definition.waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await definition.waitFor({ state: 'hidden' });
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await link.blur();
    await link.hover();
    await definition.waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await definition.waitFor({ state: 'hidden' });
    await close();
  });

  test('is described by its definition, and leads to its entry', async () => {
    const { page, link, definition, close } = await firstTerm();
    expect(await link.getAttribute('aria-describedby')).toBe(await definition.getAttribute('id'));
    await link.click();
    await page.waitForURL(/glossary\/#embedding$/);
    await close();
  });

  test('shows its definition at the first tap and follows its link at the second', async () => {
    const { page, link, definition, close } = await firstTerm({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await link.tap();
    await definition.waitFor({ state: 'visible' });
    const box = await definition.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    await link.tap();
    await page.waitForURL(/glossary\/#embedding$/);
    await close();
  });

  test('works by hover and as a link without JavaScript', async () => {
    const { page, link, definition, close } = await firstTerm({ javaScriptEnabled: false });
    await link.hover();
    await definition.waitFor({ state: 'visible' });
    await link.click();
    await page.waitForURL(/glossary\/#embedding$/);
    await close();
  });
});
