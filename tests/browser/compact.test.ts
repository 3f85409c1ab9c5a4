import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const openChapter = () =>
  openAsIs(browser, `${site.root}contrastive-loss/`, {
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });

describe('a figure beside its text', () => {
  test.each(['Undo', 'Reset'])('keeps the focus at %s, which has taken back all there was', async (name) => {
    const { page, errors, close } = await openChapter();
    const figure = page.locator('#pair');
    await figure.locator('[data-live]').waitFor();
    const button = figure.getByRole('button', { name });
    expect(await button.isVisible()).toBe(false);
    await figure
      .getByRole('slider', { name: /^margin/ })
      .last()
      .focus();
    await page.keyboard.press('ArrowRight');
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
    expect(await button.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await button.isVisible()).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => button.isVisible()).toBe(name === 'Reset');
    expect(errors).toEqual([]);
    await close();
  });

  test('has numbers along its axes that grow with the letters that its reader has chosen', async () => {
    const { page, close } = await openChapter();
    const size = () =>
      page
        .locator('#pair .axes text')
        .first()
        .evaluate((text: SVGTextElement) => {
          const scale = text.getScreenCTM()?.a ?? NaN;
          return scale * parseFloat(getComputedStyle(text).fontSize);
        });
    const usual = await size();
    await page.addStyleTag({ content: 'html { font-size: 24px }' });
    expect(await size()).toBeGreaterThan(1.2 * usual);
    await close();
  });
});
