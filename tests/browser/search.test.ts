import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { audit } from './support/audit';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function search(address: string, question: string, options = {}) {
  const opened = await openAsIs(browser, address, options);
  const { page } = opened;
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const ask = async (text: string) => {
    await page.getByRole('button', { name: 'Search' }).waitFor();
    await page.keyboard.press('/');
    await dialog.getByRole('searchbox').fill(text);
    await dialog
      .getByRole('status')
      .filter({ hasText: /result|Nothing/ })
      .waitFor();
  };
  await ask(question);
  return { ...opened, dialog, results: dialog.locator('li a') };
}

describe('the search', () => {
  test.each([
    ['at the root of a host', site.root],
    ['below a folder', site.mounted],
  ])('opens by the key / and leads by keys alone to a section of another page, %s', async (_where, root) => {
    const { page, dialog, results, errors, foreign, close } = await search(`${root}arcface-loss/`, 'springs');
    expect(await results.first().innerText()).toContain('Forces and springs');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${root}contrastive-loss/#forces-and-springs`);
    expect(await dialog.count()).toBe(0);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await close();
  });

  test.each([
    ['a loss by its name', 'nt-xent', 'Loss · The library'],
    ['a word of the glossary', 'semi-hard', 'Glossary'],
    ['a figure', 'drag either point', 'Figure · '],
  ])('finds %s', async (_what, question, place) => {
    const { results, close } = await search(site.root, question);
    expect((await results.allInnerTexts()).join('\n')).toContain(place);
    await close();
  });

  test('is closed by Escape, and gives the focus back', async () => {
    const { page, dialog, close } = await search(site.root, 'margin');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const button = page.getByRole('button', { name: 'Search' });
    await button.click();
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });

  test('leaves the key / alone where the reader types, and once the reader says so', async () => {
    const { page, dialog, close } = await search(site.root, 'margin');
    await page.keyboard.type('/');
    expect(await dialog.getByRole('searchbox').inputValue()).toContain('/');
    await dialog.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await dialog.isVisible()).toBe(false);
    await page.keyboard.press('Control+k');
    await dialog.waitFor();
    await close();
  });

  test('shows what looks like markup as text', async () => {
    const { page, dialog, close } = await search(site.root, '<img src=x onerror=alert(1)> margin');
    expect(await dialog.locator('img').count()).toBe(0);
    expect((await page.locator('mark').allInnerTexts()).join()).toMatch(/margin/i);
    await close();
  });

  test.each(['light', 'dark'] as const)(
    'breaks no accessibility rule and fits a phone, in %s',
    async (scheme) => {
      const { page, close } = await search(site.root, 'margin', {
        viewport: { width: 360, height: 740 },
        colorScheme: scheme,
      });
      expect(await audit(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await close();
    },
  );

  test('loads nothing before it is opened', async () => {
    const { page, close } = await openAsIs(browser, site.root);
    await page.waitForLoadState('networkidle');
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    // The button itself is there from the beginning.
    expect(loaded.filter((name) => /search(?!-button)/.test(name))).toEqual([]);
    await close();
  });

  test('is the glossary without JavaScript', async () => {
    const { page, close } = await openAsIs(browser, site.root, { javaScriptEnabled: false });
    // In the menu of chapters, which opens by itself.
    await page.locator('header summary').click();
    await page.locator('header').getByRole('link', { name: 'Glossary' }).click();
    await page.waitForURL(/glossary\/$/);
    await close();
  });
});
