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

/**
 * Beside a text the points lie so close that their hit areas overlap. What lies on top does not matter: the picture gives
 * a press to the nearest point.
 */
const ON_ITS_MIDDLE = { force: true };

async function start(options = {}) {
  const { page, close } = await openAsIs(browser, `${site.root}triplet-loss/`, options);
  const figure = page.locator('#mining');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('[data-live]').waitFor();
  const side = (name: string) => figure.getByRole('radiogroup', { name: `Anchor, ${name} side` });
  const chosen = (name: string) => side(name).locator('[aria-checked="true"]').getAttribute('aria-label');
  return { page, figure, side, chosen, close };
}

test('a point is made the anchor of both sides by a click on it', async () => {
  const { side, chosen, close } = await start();
  const point = side('first').getByRole('radio', { name: /^point 5,/ });
  await point.click(ON_ITS_MIDDLE);
  expect(await chosen('first')).toMatch(/^point 5,/);
  expect(await chosen('second')).toMatch(/^point 5,/);
  await close();
});

test('a finger chooses it as well, and undo gives the one before back', async () => {
  const { figure, side, chosen, close } = await start({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const before = await chosen('second');
  await side('second')
    .getByRole('radio', { name: /^point 5,/ })
    .tap(ON_ITS_MIDDLE);
  expect(await chosen('second')).toMatch(/^point 5,/);
  await figure.getByRole('button', { name: 'Undo' }).click();
  // It glides back.
  await expect.poll(() => chosen('second')).toBe(before);
  await close();
});

test('the arrow keys go from point to point, and the focus with them', async () => {
  const { page, side, chosen, close } = await start();
  await side('first').locator('[aria-checked="true"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect(await chosen('first')).toMatch(/^point 2,/);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^point 2,/);
  await close();
});

test('what is ringed under the mouse is what a press takes, also where points lie close together', async () => {
  const { page, side, chosen, close } = await start();
  const points = await side('first').getByRole('radio').all();
  for (const point of points) {
    const box = await point.locator('.hit').boundingBox();
    if (!box) throw new RangeError('a point has no place');
    await page.mouse.move(box.x + 0.7 * box.width, box.y + 0.4 * box.height);
    const aimed = await side('first').locator('[data-aimed]').getAttribute('aria-label');
    await page.mouse.down();
    await page.mouse.up();
    expect(await chosen('first')).toBe(aimed);
  }
  await page.mouse.move(1, 1);
  expect(await side('first').locator('[data-aimed]').count()).toBe(0);
  await close();
});
