import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { openAsIs, type OpenPage } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const header = '.site-header';
/** The header's lower edge, in pixels of the window, once it stands still. */
const edge = (page: Page) =>
  page.locator(header).evaluate(async (element) => {
    await Promise.all(element.getAnimations().map(({ finished }) => finished));
    return element.getBoundingClientRect().bottom;
  });
/** Scrolls and lets two frames pass, with which scrolling is told. */
const scroll = (page: Page, top: number) =>
  page.evaluate(async (top) => {
    scrollTo({ top, behavior: 'instant' });
    for (let k = 0; k < 2; k++) await new Promise((done) => requestAnimationFrame(done));
  }, top);

describe('the header', () => {
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    opened = await openAsIs(browser, `${site.root}siamese-network/`, {
      viewport: { width: 1280, height: 800 },
    });
    page = opened.page;
  });
  afterAll(() => opened.close());

  test('is one row of 48 px', async () => {
    expect(await edge(page)).toBeCloseTo(48, 0);
  });

  test('goes on the way down, comes back on the way up, and moves nothing else', async () => {
    await scroll(page, 1500);
    expect(await edge(page)).toBeLessThanOrEqual(0);
    const place = await page.locator('.cl-prose h2').nth(1).boundingBox();
    await scroll(page, 1400);
    expect(await edge(page)).toBeCloseTo(48, 0);
    expect((await page.locator('.cl-prose h2').nth(1).boundingBox())?.y).toBeCloseTo(
      (place?.y ?? 0) + 100,
      0,
    );
  });

  test('stays away where the page becomes lower above the words, which then stay where they are', async () => {
    await page.locator('.cl-prose').evaluate((prose) => {
      const tall = document.createElement('div');
      tall.style.height = '100px';
      tall.id = 'tall';
      prose.querySelector('h2')?.before(tall);
    });
    await scroll(page, 0);
    await scroll(page, 2500);
    expect(await edge(page)).toBeLessThanOrEqual(0);
    await page.locator('#tall').evaluate((tall) => tall.remove());
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(2400);
    expect(await edge(page)).toBeLessThanOrEqual(0);
  });

  test('comes back where the focus is on it', async () => {
    await scroll(page, 2500);
    await page.locator(`${header} summary`).focus();
    expect(await edge(page)).toBeCloseTo(48, 0);
    await page.locator(`${header} summary`).blur();
  });

  test('names the chapter, and opens the menu of all, in groups', async () => {
    await scroll(page, 0);
    const summary = page.locator(`${header} summary`);
    expect((await summary.innerText()).replace(/\s+/g, ' ').trim()).toBe('2 Siamese networks');
    await summary.click();
    const groups = await page.locator(`${header} section > p`).allInnerTexts();
    expect(groups).toEqual(['Ideas', 'Losses', 'At work', 'Tools']);
    expect(await page.locator(`${header} [aria-current="page"]`).innerText()).toContain('Siamese networks');
  });

  test('closes the menu by Escape, with the focus on what opened it, and by a press beside it', async () => {
    const [details, summary] = [page.locator(`${header} details`), page.locator(`${header} summary`)];
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await details.getAttribute('open')).toBeNull();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await summary.click();
    await page.mouse.click(640, 780);
    expect(await details.getAttribute('open')).toBeNull();
  });
});

test('without scripts the header does not cover the text, and its menu opens', async () => {
  const opened = await openAsIs(browser, `${site.root}triplet-loss/`, { javaScriptEnabled: false });
  const { page } = opened;
  await page.locator(`${header} summary`).click();
  expect(await page.locator(`${header} a[href$="arcface-loss/"]`).isVisible()).toBe(true);
  expect(await page.locator(header).evaluate((element) => getComputedStyle(element).position)).toBe('static');
  await opened.close();
});

test.each([
  ['/', ''],
  ['a chapter', 'loss-family/'],
])(
  '%s is no wider than a phone, also where a translation is read from right to left',
  async (_name, path) => {
    const opened = await openAsIs(browser, site.root + path, { viewport: { width: 360, height: 740 } });
    const { page } = opened;
    for (const direction of ['ltr', 'rtl']) {
      await page.evaluate((direction) => (document.documentElement.dir = direction), direction);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), direction).toBe(360);
    }
    // In each picture on its own, the numbers of the upright axis stand left of its lines.
    const overlaps = await page.locator('.cl-pictures svg .axes:has(line)').evaluateAll((axes) =>
      axes.map((axis) => {
        const boxes = (parts: string) =>
          [...axis.querySelectorAll(parts)]
            .filter((part) => part.getClientRects().length > 0)
            .map((part) => part.getBoundingClientRect());
        const [numbers, lines] = [boxes('text[text-anchor="end"]:not(.x-name)'), boxes('line')];
        return Math.max(...numbers.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left));
      }),
    );
    expect(overlaps.length).toBeGreaterThan(0);
    expect(Math.max(...overlaps)).toBeLessThanOrEqual(1);
    await opened.close();
  },
);

describe('a chapter', () => {
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    opened = await openAsIs(browser, `${site.root}triplet-loss/`, { viewport: { width: 1280, height: 800 } });
    page = opened.page;
  });
  afterAll(() => opened.close());

  test('marks in its contents the section that is being read', async () => {
    const marked = page.locator('.cl-contents:not(.folded) [aria-current]');
    const links = page.locator('.cl-contents:not(.folded) a');
    for (const at of [1, 4, 0]) {
      const link = links.nth(at);
      const id = ((await link.getAttribute('href')) ?? '').replace(/^.*#/, '');
      await page
        .locator(`[id="${id}"]`)
        .evaluate((heading) => heading.scrollIntoView({ block: 'start', behavior: 'instant' }));
      await expect.poll(() => marked.allInnerTexts()).toEqual([await link.innerText()]);
    }
  });

  test('leads on to the next by a card with its picture and its question, before the references', async () => {
    const card = page.locator('.cl-next a[rel="next"]');
    expect(await card.innerText()).toContain('Can a margin be an angle?');
    expect(await card.locator('svg').count()).toBe(1);
    const isBefore = await card.evaluate((element) => {
      const references = document.querySelector('.cl-references');
      return references && !!(element.compareDocumentPosition(references) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    expect(isBefore).toBe(true);
  });
});

describe('the home page', () => {
  test('shows a hand that drags the point after three seconds, until somebody touches the figure', async () => {
    const opened = await openAsIs(browser, site.root);
    const { page } = opened;
    const hand = page.locator('.cl-hand');
    await hand.waitFor({ state: 'attached' });
    expect(await hand.getAttribute('aria-hidden')).toBe('true');
    await page.locator('.cl-home .cl-figure [role="slider"]').first().focus();
    expect(await hand.count()).toBe(0);
    await opened.close();
  });

  test('has a card with a picture and a question for each chapter', async () => {
    const opened = await openAsIs(browser, site.root, { javaScriptEnabled: false });
    const { page } = opened;
    const cards = page.locator('.cl-chapters .cl-card');
    const [pictures, questions] = [cards.locator('svg'), cards.locator('.question')];
    expect(await pictures.count()).toBe(await cards.count());
    for (const question of await questions.allInnerTexts()) expect(question).toMatch(/\?$/);
    await opened.close();
  });
});
