import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { audit } from './support/audit';
import { open, type OpenPage } from './support/open';

import { overflow } from './support/overflow';
import { untilScrollable } from './support/scrollers';
import { pages } from './support/site';
import { readExercises, readLinks, words } from './support/read';

const PHONE = { width: 360, height: 740 };
const LAPTOP = { width: 1280, height: 800 };
const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(pages())('the page /%s', (path) => {
  /** At its own address, and at the address of its file below a folder of another host. */
  let opened: OpenPage;
  let mounted: OpenPage;

  beforeAll(async () => {
    [opened, mounted] = await Promise.all([
      open(browser, site.root + path, { viewport: LAPTOP }),
      open(browser, `${site.mounted}${path}index.html`, { viewport: LAPTOP }),
    ]);
  });
  afterAll(() => Promise.all([opened.close(), mounted.close()]));

  test.each([
    ['at its own address', () => opened],
    ['at …/index.html below a folder', () => mounted],
  ])('opens %s without an error or a request to another origin', async (_where, at) => {
    const { page, errors, foreign } = at();

    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    await expect.poll(() => page.locator('.cl-widget:not([data-live])').count(), { timeout: 10_000 }).toBe(0);
  });

  test.each(['light', 'dark'] as const)('breaks no accessibility rule in %s', async (colorScheme) => {
    const { page } = opened;
    await page.emulateMedia({ colorScheme });
    for (const viewport of [LAPTOP, PHONE]) {
      await page.setViewportSize(viewport);
      await untilScrollable(page);
      expect(await audit(page)).toEqual([]);
    }
  });

  test('fits a phone', async () => {
    const { page } = opened;
    for (const width of [PHONE.width, 320]) {
      await page.setViewportSize({ ...PHONE, width });
      expect(await overflow(page)).toEqual([]);
    }
  });

  test.each([
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
    ['a small phone', { ...PHONE, width: 320 }],
    ['a phone held sideways', { width: 520, height: 360 }],
  ])('shows the whole of every formula on %s', async (_which, viewport) => {
    const { page } = opened;
    await page.setViewportSize(viewport);
    await page.evaluate(() => document.fonts.ready);
    const cut = await page
      .locator('.math-display')
      .evaluateAll((formulas) =>
        formulas
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
          .map((formula) => formula.querySelector('annotation')?.textContent),
      );
    expect(cut).toEqual([]);
  });

  test('links only to what is there, also below a folder', async () => {
    const { addresses, missing } = await readLinks(mounted.page);

    const own = addresses.filter((address) => new URL(address).origin === new URL(site.mounted).origin);
    for (const address of own) {
      expect(address.startsWith(site.mounted), `${address} leaves the folder`).toBe(true);
      expect((await fetch(address)).status, address).toBe(200);
    }
    expect(missing).toEqual([]);
  });

  test('is complete without JavaScript', async () => {
    const still = await open(browser, site.root + path, { javaScriptEnabled: false });

    const [withScripts, without] = [await words(opened.page), await words(still.page)];
    expect(without.length).toBeGreaterThanOrEqual(0.97 * withScripts.length);
    expect(still.errors).toEqual([]);

    // All that an exercise asks, hints at and explains; only its widget and the marking need scripts.
    const exercises = await readExercises(still.page);
    expect(exercises).toEqual(await readExercises(opened.page));
    for (const { question, folds, folded } of exercises) {
      expect(question).toEqual([expect.stringMatching(/\S/)]);
      expect(folds).toContain('Explanation');
      expect(folded).toHaveLength(folds.length);
    }
    expect(await still.page.locator('.cl-exercise .cl-island:visible').count()).toBe(0);

    const figures = still.page.locator('figure[data-widget]');
    for (const figure of await figures.all()) {
      expect(await figure.innerText()).not.toBe('');
      expect(await figure.locator('svg').count()).toBeGreaterThan(0);
    }
    const formulas = still.page.locator('.katex');
    expect(await formulas.locator('math').count()).toBe(await formulas.count());

    await still.close();
  });
});
