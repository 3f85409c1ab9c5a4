import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { centre } from './support/figure';

const site = inject('site');
const PAGE = `${site.root}contrastive-loss/`;
const PHONE = { viewport: { width: 390, height: 900 }, hasTouch: true };
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const live = (page: Page) => page.locator('#pair [data-live]');
const first = (page: Page) => page.locator('#pair svg [role="slider"]').first();

/** The page with its first figure in view, at rest; `slow` holds back what would bring it to life. */
async function arrive({ slow = false, viewport = PHONE.viewport } = {}) {
  const context = await browser.newContext({ serviceWorkers: 'block', ...PHONE, viewport });
  const page = await context.newPage();
  /** Lets through what was held back. */
  let release = () => {};
  if (slow) {
    const held = new Promise<void>((done) => (release = done));
    await page.route('**/islands/pair-*.js', async (route) => {
      await held;
      await route.continue();
    });
  }
  await page.goto(PAGE);
  await first(page).evaluate((handle) => {
    const { top } = handle.getBoundingClientRect();
    document.body.style.marginBlockStart = `${400 - top}px`;
  });
  const devtools = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: [number, number][]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  return { page, touch, release: () => release(), close: () => context.close() };
}

describe('a figure in view', () => {
  test('does no work before a reader is there', async () => {
    const { page, close } = await arrive();
    await page.waitForLoadState('networkidle');
    expect(await live(page).count()).toBe(0);

    await page.mouse.move(5, 5);
    await live(page).waitFor();
    await close();
  });

  test('follows a finger that came before it lived', async () => {
    const { page, touch, release, close } = await arrive({ slow: true });
    const before = await first(page).getAttribute('aria-valuetext');
    const [x, y] = await centre(first(page));
    await touch('touchStart', [[x, y]]);
    release();
    await live(page).waitFor();
    await touch('touchMove', [[x + 40, y + 30]]);
    await touch('touchEnd', []);

    await expect.poll(() => first(page).getAttribute('aria-valuetext')).not.toBe(before);
    await close();
  });

  test('stays as it is when the finger left before it lived', async () => {
    const { page, touch, release, close } = await arrive({ slow: true });
    const before = await first(page).getAttribute('aria-valuetext');
    const [x, y] = await centre(first(page));
    await touch('touchStart', [[x, y]]);
    await touch('touchEnd', []);
    release();
    await live(page).waitFor();
    await page.mouse.move(x + 40, y + 30);

    expect(await first(page).getAttribute('aria-valuetext')).toBe(before);
    await close();
  });

  test('takes a choice from a list that was made before it lived', async () => {
    const { page, release, close } = await arrive({ slow: true });
    const list = page.locator('#pair').getByRole('combobox', { name: 'This pair is' });
    await list.focus();
    await page.keyboard.press('ArrowUp');
    expect(await list.inputValue()).toBe('0');
    release();
    await live(page).waitFor();

    await expect.poll(() => list.inputValue()).toBe('0');
    await expect.poll(() => page.locator('#pair .summary').innerText()).toMatch(/similar/);
    await close();
  });

  test('takes a choice that was made before it lived', async () => {
    // On a phone these choices are a list.
    const { page, release, close } = await arrive({ slow: true, viewport: { width: 1280, height: 900 } });
    await page.locator('#pair label').getByText('similar, y = 0', { exact: true }).click();
    release();
    await live(page).waitFor();

    await expect.poll(() => page.locator('#pair .summary').innerText()).toMatch(/^A similar pair/);
    await close();
  });
});

test('a figure whose script was lost on the way lives once it is touched again', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  let isLost = true;
  await page.route('**/islands/pair-*.js', (route) => (isLost ? route.abort() : route.continue()));
  await page.goto(PAGE);
  const lost = page.waitForEvent('console', (message) => message.type() === 'error');
  await page.mouse.move(5, 5);
  await lost;
  expect(await live(page).count()).toBe(0);

  isLost = false;
  await page.locator('#pair label').getByText('similar, y = 0', { exact: true }).click();
  await live(page).waitFor();
  await context.close();
});

test('each line of the contents leads to its heading, over figures that were never laid out', async () => {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(PAGE);
  const links = page.locator('nav.cl-contents a:visible');
  for (const link of await links.all()) {
    const id = (await link.getAttribute('href'))?.split('#')[1] ?? '';
    await link.click();
    const place = () =>
      page.evaluate((id) => {
        const { top } = document.getElementById(id)?.getBoundingClientRect() ?? { top: NaN };
        const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
        return isAtEnd ? 0 : Math.round(top);
      }, id);
    await expect.poll(place).toBeLessThan(60);
    expect(await place()).toBeGreaterThanOrEqual(0);
  }
  await context.close();
});
