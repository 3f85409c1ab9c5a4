import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { contrast } from '../theme/colour';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What an element is painted with, as `#rrggbb`. */
const painted = (page: Page, selector: string, property: 'color' | 'fill' | 'stroke') =>
  page
    .locator(selector)
    .first()
    .evaluate((element, property) => {
      const [r = 0, g = 0, b = 0] = (getComputedStyle(element)[property].match(/[\d.]+/g) ?? []).map(Number);
      return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
    }, property);

/** Words and marks of a picture. */
const MARKS = [
  ['.cl-widget .title', 'color'],
  ['.cl-widget svg .axes text', 'fill'],
  ['.cl-widget svg circle.cl-mark-margin', 'stroke'],
  ['.cl-widget svg g[class^="cl-mark"] text', 'fill'],
  ['.cl-widget [data-readout]', 'color'],
] as const;

describe.each(['contrastive-loss/', 'embed/pair/?theme=dark', 'teach/worksheet/'])(
  'on paper, /%s',
  (path) => {
    test('is dark on light, though the reader has chosen the dark theme', async () => {
      const opened = await openAsIs(browser, site.root + path, { colorScheme: 'dark' });
      const { page } = opened;
      await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });

      expect(contrast(await painted(page, 'main', 'color'), '#ffffff')).toBeGreaterThanOrEqual(4.5);
      await opened.close();
    });
  },
);

test('a figure printed from the dark theme keeps its circle, and its names are outlined in white', async () => {
  const opened = await openAsIs(browser, `${site.root}embed/pair/?theme=dark`, { colorScheme: 'dark' });
  const { page } = opened;
  await page.emulateMedia({ media: 'print' });

  expect(
    contrast(await painted(page, 'svg circle.cl-mark-margin', 'stroke'), '#ffffff'),
  ).toBeGreaterThanOrEqual(3);
  expect(await painted(page, 'svg g.cl-mark-distance text', 'stroke')).toBe('#ffffff');
  await opened.close();
});

describe.each([
  ['dark', '#000000'],
  ['light', '#ffffff'],
] as const)('under forced colours on a %s ground', (colorScheme, ground) => {
  test.each(['light', 'dark'])('a widget that asks for the %s theme can be read', async (theme) => {
    const opened = await openAsIs(browser, `${site.root}embed/pair/?theme=${theme}`, {
      colorScheme,
      forcedColors: 'active',
    });
    const { page } = opened;
    await page.locator('.cl-widget[data-live]').waitFor();

    for (const [selector, property] of MARKS) {
      expect(contrast(await painted(page, selector, property), ground), selector).toBeGreaterThanOrEqual(4.5);
    }
    await opened.close();
  });

  test('the keys of a legend keep their colours', async () => {
    const opened = await openAsIs(browser, `${site.root}embed/conventions/`, {
      colorScheme,
      forcedColors: 'active',
    });
    const colours = await opened.page
      .locator('p > [class^="cl-mark"] > i')
      .evaluateAll((keys) => keys.map((key) => getComputedStyle(key).borderBlockStartColor));

    expect(colours.length).toBeGreaterThan(1);
    expect(new Set(colours).size).toBe(colours.length);
    await opened.close();
  });
});
