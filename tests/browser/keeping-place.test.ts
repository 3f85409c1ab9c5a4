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

/** Two chapters with many figures, which come to life as somebody gets to them. */
const CHAPTERS = ['contrastive-loss', 'without-labels'];

/** Waits until the page has neither moved nor grown for half a second of frames. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    let [before, frames] = ['', 0];
    while (frames < 30) {
      await new Promise((done) => requestAnimationFrame(done));
      const now = `${scrollY} ${document.documentElement.scrollHeight}`;
      frames = now === before ? frames + 1 : 0;
      before = now;
    }
  });

/** Where an element is on the screen, and whether it can be seen there. */
const placeOf = (page: Page, selector: string) =>
  page.evaluate((selector) => {
    const element = document.querySelector(selector);
    if (!element) throw new RangeError(`there is no ${selector}`);
    const { left, top, height } = element.getBoundingClientRect();
    return { top, seen: element.contains(document.elementFromPoint(left + 5, top + height / 2)) };
  }, selector);

describe.each([
  ['wide', 1440, 900],
  ['phone', 390, 844],
])('on a %s screen', (_size, width, height) => {
  const viewport = { width, height };

  test.each(CHAPTERS)(
    'an address of a section of %s leads to its heading',
    async (chapter) => {
      const { page, close } = await openAsIs(browser, `${site.root}${chapter}/`, { viewport });
      const headings = await page.locator('.cl-prose h2').evaluateAll((all) => all.map(({ id }) => id));
      const lost: string[] = [];
      for (const id of headings) {
        // Anew each time: what is above the heading is then as high as the page came.
        await page.goto('about:blank');
        await page.goto(`${site.root}${chapter}/#${id}`);
        await page.mouse.move(1, 1);
        await settled(page);
        const { top, seen } = await placeOf(page, `[id="${id}"]`);
        if (!seen || top > 0.6 * height) lost.push(`${id}: ${top}`);
      }
      expect(lost).toEqual([]);
      await close();
    },
    180_000,
  );

  test.each(CHAPTERS)('%s is read on where it was when it is loaded again', async (chapter) => {
    const { page, close } = await openAsIs(browser, `${site.root}${chapter}/`, { viewport });
    await page.evaluate(() =>
      document.querySelectorAll('.cl-prose h2')[4]?.scrollIntoView({ block: 'center', behavior: 'instant' }),
    );
    await settled(page);
    const line = `[id="${await page.locator('.cl-prose h2').nth(4).getAttribute('id')}"]`;
    const { top } = await placeOf(page, line);
    await page.reload();
    await page.mouse.move(1, 1);
    await settled(page);
    expect(Math.abs((await placeOf(page, line)).top - top)).toBeLessThan(height / 4);
    await close();
  });
});

test('an exercise that nobody has got to yet says on paper where its figure is', async () => {
  const { page, close } = await openAsIs(browser, `${site.root}contrastive-loss/`);
  await page.emulateMedia({ media: 'print' });
  const told = await page
    .locator('.cl-exercise .cl-island')
    .evaluateAll((islands) => islands.map((island) => getComputedStyle(island, '::after').content));
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((text) => !text.includes('on the screen'))).toEqual([]);
  await close();
});
