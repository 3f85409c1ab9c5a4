import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { audit } from './support/audit';
import { centre } from './support/figure';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A cloud of so many points that they are drawn on a canvas. */
async function start(options = {}) {
  const opened = await openAsIs(browser, `${site.root}embed/cloud/?n=2000&forces=yes`, options);
  const { page } = opened;
  const canvas = page.locator('canvas');
  await canvas.waitFor();
  /** How many pixels of the canvas have a colour, given as red, green, blue: of a dot, which lets a little shine through. */
  const pixels = (colour: readonly number[]) =>
    canvas.evaluate((element: HTMLCanvasElement, wanted) => {
      const data = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
      let found = 0;
      for (let i = 0; i < data.length; i += 4) {
        // What shines through is kept in bytes, so that a colour is given back with a small error.
        const has = wanted.every((value, k) => Math.abs(Number(data[i + k]) - value) <= 2);
        if (has && Number(data[i + 3]) > 170) found++;
      }
      return found;
    }, colour);
  return { ...opened, canvas, pixels, handle: page.locator('svg [role=slider]').first() };
}

/** The first class in the light theme and in the dark one. */
const LIGHT_BLUE = [0x07, 0x7a, 0xa3] as const;
const DARK_BLUE = [0x77, 0xe2, 0xfe] as const;

describe('a cloud on a canvas', () => {
  test('has a dot of the screen for each dot of its own, however fine the screen', async () => {
    const { canvas, pixels, errors, close } = await start({ deviceScaleFactor: 2 });
    await expect.poll(() => pixels(LIGHT_BLUE)).toBeGreaterThan(1000);
    const [own, shown] = await canvas.evaluate((element: HTMLCanvasElement) => [
      element.width,
      element.clientWidth,
    ]);
    expect(Math.abs(Number(own) - 2 * Number(shown))).toBeLessThanOrEqual(2);
    expect(errors).toEqual([]);
    await close();
  });

  test('takes the colours of the dark theme when the theme changes', async () => {
    const { page, pixels, close } = await start({ colorScheme: 'light' });
    await expect.poll(() => pixels(LIGHT_BLUE)).toBeGreaterThan(500);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => pixels(DARK_BLUE)).toBeGreaterThan(500);
    expect(await pixels(LIGHT_BLUE)).toBe(0);
    expect(await audit(page)).toEqual([]);
    await close();
  });

  test('gives a point to the mouse, and it to the keys', async () => {
    const { page, canvas, handle, close } = await start();
    const place = await centre(canvas);
    await page.mouse.move(...place);
    await page.mouse.down();
    const taken = await handle.getAttribute('aria-valuetext');
    expect(taken).toMatch(/^Point \d+ of 2000, class \d, \w+, at −?0\.[01]/);
    const { width } = (await canvas.boundingBox()) ?? { width: 0 };
    await page.mouse.move(place[0] + width / 5, place[1], { steps: 3 });
    await page.mouse.up();
    const moved = await handle.getAttribute('aria-valuetext');
    expect(moved).toMatch(/, at (0\.9|1\.[01])/);
    await page.keyboard.press('ArrowUp');
    expect(await handle.getAttribute('aria-valuetext')).not.toBe(moved);
    await close();
  });

  test('is drawn as a few points are where the script of the canvas is lost on the way', async () => {
    const page = await browser.newPage();
    await page.route('**/DotsCanvas-*.js', (route) => route.abort());
    await page.goto(`${site.root}embed/cloud/?n=2000`);
    await page.locator('[data-live]').first().waitFor();
    const handle = page.locator('svg [role=slider]').first();
    const before = await handle.getAttribute('aria-valuetext');
    await handle.press('ArrowUp');
    expect(await handle.getAttribute('aria-valuetext')).not.toBe(before);
    expect(await page.locator('canvas').count()).toBe(0);
    expect(await page.locator('svg path[class*="class-"]').count()).toBe(3);
    await page.close();
  });

  test('is drawn in full where no script runs', async () => {
    const { page, close } = await openAsIs(browser, `${site.root}contrastive-loss/`, {
      javaScriptEnabled: false,
    });
    expect(await page.locator('#cloud canvas').count()).toBe(0);
    expect(await page.locator('#cloud svg path[class*="class-"]').count()).toBe(3);
    await close();
  });
});
