import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { openAsIs } from './support/open';
import { pages } from './support/site';

const site = inject('site');
const decks = pages().filter((page) => /^teach\/.+\/slides\/$/.test(page));
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const slide = (page: Page) => page.locator('section.present');
const titleOf = (page: Page) => slide(page).locator(':is(h1, h2)').innerText();

async function next(page: Page) {
  const before = await titleOf(page);
  for (let i = 0; i < 9 && (await titleOf(page)) === before; i++) await page.keyboard.press('ArrowRight');
}

describe('the slides of a lesson', () => {
  test('are turned by the arrow keys, with a widget that is alive and keeps its keys to itself', async () => {
    const { page, errors, foreign, close } = await openAsIs(
      browser,
      `${site.mounted}teach/twenty-minutes/slides/`,
    );
    expect(await titleOf(page)).toBe('Where should the points go?');
    await next(page);
    await next(page);
    expect(await titleOf(page)).toBe('A similar pair');

    const inside = slide(page).frameLocator('iframe');
    const point = inside.getByRole('slider', { name: /second/ });
    await inside.locator('[data-live]').waitFor();
    await point.focus();
    const where = await point.getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => point.getAttribute('aria-valuetext')).not.toBe(where);
    expect(await titleOf(page)).toBe('A similar pair');

    await page.keyboard.press('PageUp');
    expect(await titleOf(page)).toBe('Predict');
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await close();
  });

  test('set their widget by a phrase', async () => {
    const { page, close } = await openAsIs(browser, `${site.root}teach/sixty-minutes/slides/#/2`);
    const inside = slide(page).frameLocator('iframe');
    await inside.locator('[data-live]').waitFor();
    const point = inside.getByRole('slider', { name: /second/ });
    const where = await point.getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowRight');
    await slide(page).getByRole('button', { name: 'both points coincide' }).click();
    await expect.poll(() => point.getAttribute('aria-valuetext')).not.toBe(where);
    await close();
  });

  test.each(decks)('of %s hold on their screen what they show', async (deck) => {
    const { page, errors, close } = await openAsIs(browser, site.root + deck, {
      viewport: { width: 1280, height: 720 },
    });
    const count = await page.locator('.slides > section').count();
    expect(count).toBeGreaterThan(3);
    const outside: string[] = [];
    for (let i = 0; i < count; i++) {
      await page.evaluate((at) => (location.hash = `#/${at}`), i);
      await page.locator('.slides > section').nth(i).and(page.locator('.present')).waitFor();
      const words = slide(page).locator('.words');
      if ((await words.count()) === 0) continue;
      const { height, over } = await words.evaluate((node) => ({
        height: node.scrollHeight,
        over: node.scrollWidth - node.clientWidth,
      }));
      if (height > 720 || over > 0) outside.push(`${i} ${await titleOf(page)}: ${height} high, ${over} over`);
    }
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  test('print with one slide a page', async () => {
    const { page, close } = await openAsIs(browser, `${site.root}teach/twenty-minutes/slides/?print-pdf`);
    const sheets = page.locator('.pdf-page');
    await sheets.first().waitFor();
    expect(await sheets.count()).toBe(await page.locator('.pdf-page section').count());
    for (const frame of await page.locator('iframe').all())
      await frame.contentFrame().locator('[data-live]').waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(await sheets.count());
    await close();
  });

  test('are linked from the lesson, and hold none of its answers', async () => {
    const { page, close } = await openAsIs(browser, `${site.root}teach/twenty-minutes/`);
    await page.getByRole('link', { name: 'Slides', exact: true }).click();
    expect(page.url()).toContain('/teach/twenty-minutes/slides/');
    const words = await page.content();
    const lesson = readFileSync('content/teach/twenty-minutes.md', 'utf8');
    for (const answer of ['because it is half of the distance', 'Nothing in this loss would mind']) {
      expect(lesson).toContain(answer);
      expect(words).not.toContain(answer);
    }
    await close();
  });
});
