import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { openAsIs } from './support/open';
import { onPad, write, type Place } from './support/pen';
import { swipe } from './support/touch';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

type Frame = Pick<Page, 'locator' | 'getByRole'>;

const TOP: Place = [0.55, 0.15];
const BOTTOM: Place = [0.45, 0.85];

const padOf = (frame: Frame): Locator => frame.getByRole('group', { name: 'Your drawing' });
const button = (frame: Frame, name: string): Locator => frame.getByRole('button', { name, exact: true });
const shown = (frame: Frame, label: string) => frame.locator(`[data-readout="${label}"]`).innerText();
const neighbours = (frame: Frame) => frame.locator('.neighbours [role="listitem"] b').allInnerTexts();

async function openEmbed(query = '', options = {}) {
  const opened = await openAsIs(browser, `${site.mounted}embed/draw/?${query}`, options);
  await opened.page.locator('[data-live]').waitFor();
  return opened;
}

/** A sign that is no digit, a little different each time. */
const psi = (shift: number): Place[][] => [
  [
    [0.2 + shift, 0.2],
    [0.25 + shift, 0.45 + shift],
    [0.5, 0.58],
    [0.75 - shift, 0.45],
    [0.8, 0.2 + shift],
  ],
  [
    [0.5 + shift, 0.12],
    [0.5, 0.9 - shift],
  ],
];

describe('a digit is drawn, and its neighbours are others,', () => {
  const ways: Record<string, (page: Page, pad: Locator) => Promise<void>> = {
    'with the mouse': (page, pad) => write(page, pad, [[TOP, BOTTOM]]),
    async 'with a finger'(page, pad) {
      const at = await onPad(pad);
      await swipe(page, at(TOP), at(BOTTOM));
    },
    async 'with the keys'(page, pad) {
      await pad.getByRole('slider').focus();
      for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowUp');
      await page.keyboard.press('Space');
      for (let press = 0; press < 8; press++) await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Space');
    },
  };

  test.each(Object.entries(ways))('%s', async (_, draw) => {
    const { page, errors, close } = await openEmbed('', { hasTouch: true });
    const before = await neighbours(page);
    await button(page, 'Clear').click();
    await expect.poll(() => shown(page, 'read as')).toBe('nothing');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await draw(page, padOf(page));
    await expect.poll(() => shown(page, 'read as')).toBe('1');
    expect(await neighbours(page)).not.toEqual(before);
    expect([errors, requests]).toEqual([[], []]);
    await close();
  });

  test('with a finger that comes down on the lower edge, close above a button, and the page stays', async () => {
    const { page, close } = await openEmbed('', { hasTouch: true, viewport: { width: 390, height: 560 } });
    const pad = padOf(page);
    await button(page, 'Clear').click();
    await expect.poll(() => shown(page, 'read as')).toBe('nothing');
    const { scrolled, x, edge } = await pad.evaluate((element) => {
      scrollBy({ top: element.getBoundingClientRect().bottom - 430, behavior: 'instant' });
      const { left, width, bottom } = element.getBoundingClientRect();
      return { scrolled: scrollY, x: left + 0.4 * width, edge: bottom - 0.5 };
    });
    await swipe(page, [x, edge], [x, edge - 200]);
    await expect.poll(() => shown(page, 'read as')).toBe('1');
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await close();
  });
});

test('of a sign of one’s own three examples are kept, and the fourth is told from the digits', async () => {
  const { page, errors, close } = await openEmbed('network=space');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await button(page, 'Clear').click();
  for (const shift of [0, 0.02, -0.02]) {
    await write(page, padOf(page), psi(shift));
    await button(page, 'Keep the drawing as an example').click();
  }
  expect(await shown(page, 'examples of your sign found')).toBe('3');
  await write(page, padOf(page), psi(0.01));
  await expect.poll(() => shown(page, 'read as')).toBe('your sign');
  await button(page, 'Clear').click();
  await write(page, padOf(page), [[TOP, BOTTOM]]);
  await expect.poll(() => shown(page, 'read as')).toBe('1');
  expect([errors, requests]).toEqual([[], []]);
  await close();
});

test('one draws in a sandboxed frame of another page too', async () => {
  const page = await browser.newPage();
  await page.setContent(
    `<iframe sandbox="allow-scripts" src="${site.root}embed/draw/" width="900" height="900"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await frame.locator('[data-live]').waitFor();
  await button(frame as unknown as Frame, 'Clear').click();
  await write(page, padOf(frame as unknown as Frame), [[TOP, BOTTOM]]);
  await expect.poll(() => shown(frame as unknown as Frame, 'read as')).toBe('1');
  await page.close();
});
