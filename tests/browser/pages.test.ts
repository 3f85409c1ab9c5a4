import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { audit } from './support/audit';
import { open } from './support/open';
import { overflow } from './support/overflow';
import { pages } from './support/site';
import { layOut, readLinks, words } from './support/read';

const PHONE = { width: 360, height: 740 };
const LAPTOP = { width: 1280, height: 800 };
const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(pages())('the page /%s', (path) => {
  test.each([
    ['at its own address', site.root, path],
    ['at …/index.html', site.root, `${path}index.html`],
    ['below a folder of another host', site.mounted, path],
    ['at …/index.html below a folder', site.mounted, `${path}index.html`],
  ])('opens %s without an error or a request to another origin', async (_where, base, address) => {
    const { page, errors, foreign, close } = await open(browser, base + address);

    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('.cl-widget:not([data-live])').count()).toBe(0);
    await close();
  });

  test.each(['light', 'dark'] as const)('breaks no accessibility rule in %s', async (colorScheme) => {
    const { page, close } = await open(browser, site.root + path, { colorScheme });
    expect(await audit(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await audit(page)).toEqual([]);
    await close();
  });

  test('fits a phone', async () => {
    const { page, close } = await open(browser, site.root + path, { viewport: PHONE });
    for (const width of [PHONE.width, 320]) {
      await page.setViewportSize({ ...PHONE, width });
      expect(await overflow(page)).toEqual([]);
    }
    await close();
  });

  test('shows every formula at once where there is room for a laptop', async () => {
    const { page, close } = await open(browser, site.root + path, { viewport: LAPTOP });
    await page.evaluate(() => document.fonts.ready);
    const cut = await page
      .locator('.math-display')
      .evaluateAll((formulas) =>
        formulas
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
          .map((formula) => formula.querySelector('annotation')?.textContent),
      );
    expect(cut).toEqual([]);
    await close();
  });

  test('links only to what is there, also below a folder', async () => {
    const { page, close } = await open(browser, site.mounted + path);
    const { addresses, missing } = await readLinks(page);

    const own = addresses.filter((address) => new URL(address).origin === new URL(site.mounted).origin);
    for (const address of own) {
      expect(address.startsWith(site.mounted), `${address} leaves the folder`).toBe(true);
      expect((await fetch(address)).status, address).toBe(200);
    }
    expect(missing).toEqual([]);
    await close();
  });

  test('is complete without JavaScript', async () => {
    const alive = await open(browser, site.root + path);
    const still = await open(browser, site.root + path, { javaScriptEnabled: false });

    const [withScripts, without] = [await words(alive.page), await words(still.page)];
    expect(without.length).toBeGreaterThanOrEqual(0.97 * withScripts.length);
    expect(still.errors).toEqual([]);

    await layOut(still.page);
    const figures = still.page.locator('figure[data-widget]');
    for (const figure of await figures.all()) {
      expect(await figure.innerText()).not.toBe('');
      expect(await figure.locator('svg').count()).toBeGreaterThan(0);
    }
    const formulas = still.page.locator('.katex');
    expect(await formulas.locator('math').count()).toBe(await formulas.count());

    await Promise.all([alive.close(), still.close()]);
  });
});
