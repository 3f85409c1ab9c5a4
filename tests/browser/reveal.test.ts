import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { heightsOf } from '../../src/lib/embed/iframe-heights';
import { snippets } from '../../src/lib/teach/snippets';
import { definitions } from '../../src/lib/widgets/registry';
import { swipe } from './support/touch';

const site = inject('site');
const folder = mkdtempSync(join(tmpdir(), 'deck-'));
let browser: Browser;
let host: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const dist = fileURLToPath(new URL('../../node_modules/reveal.js/dist', import.meta.url));
  symlinkSync(dist, join(folder, 'dist'), 'junction');
  host = await serve({ root: folder });
  browser = await launch();
});
afterAll(async () => {
  await Promise.all([browser.close(), host.close()]);
  rmSync(folder, { recursive: true });
});

function snippet(tool: string, widget: string): string {
  const definition = definitions[widget];
  if (!definition) throw new RangeError(`no widget “${widget}”`);
  const choice = {
    definition,
    embed: { widget, query: '' },
    heights: heightsOf(widget),
    site: site.root,
  };
  return snippets(choice).find(({ id }) => id === tool)?.code ?? '';
}

/** Slides before the one with the widget: more than reveal.js loads ahead. */
const BEFORE = 5;

/** A deck on another origin, dark, with a widget on one of its slides, and what was loaded of the site. */
async function openDeck(slide: string) {
  const plain = '<section><h2>A slide</h2></section>';
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><title>A deck</title><link rel="icon" href="data:,">
    <link rel="stylesheet" href="dist/reveal.css"><link rel="stylesheet" href="dist/theme/black.css">
    <div class="reveal"><div class="slides">${plain.repeat(BEFORE)}${slide}${plain}</div></div>
    <script src="dist/reveal.js"></script><script>Reveal.initialize({ transition: 'none' });</script></html>`,
  );
  const context = await browser.newContext({ viewport: { width: 1000, height: 600 }, hasTouch: true });
  const page = await context.newPage();
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(site.root)) loaded.push(request.url());
  });
  await page.goto(host.url);
  return { page, loaded, close: () => context.close() };
}

const go = (page: Page, slide: number) => page.evaluate(`Reveal.slide(${slide})`);
const slideOf = (page: Page) => page.evaluate('Reveal.getIndices().h');
const where = (point: Locator) => point.getAttribute('aria-valuetext');

/** The middle of an element in pixels of the window, through the scale of a frame that it may be in. */
async function middle(element: Locator, frame?: Locator): Promise<[number, number]> {
  const [x, y] = await element.evaluate((node) => {
    const box = node.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2] as const;
  });
  if (!frame) return [x, y];
  const outer = await frame.evaluate((node) => {
    const { left, top, width } = node.getBoundingClientRect();
    return { left, top, scale: width / (node as HTMLElement).offsetWidth };
  });
  return [outer.left + x * outer.scale, outer.top + y * outer.scale];
}

/** Drags a point with the mouse; it must stay under the pointer, whatever the scale of the slide. */
async function drag(page: Page, point: Locator, frame?: Locator) {
  // Of the disc alone: its name may change sides on the way.
  const disc = point.locator('.hit');
  const [x, y] = await middle(disc, frame);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 20, { steps: 4 });
  await page.mouse.up();
  const [toX, toY] = await middle(disc, frame);
  expect(Math.hypot(toX - x - 40, toY - y - 20)).toBeLessThan(2);
}

/** The arrow keys move the point, and turn no slide. */
async function press(page: Page, point: Locator) {
  await point.focus();
  for (const key of ['ArrowRight', 'ArrowLeft', 'Shift+ArrowUp', 'ArrowDown']) {
    const before = await where(point);
    await page.keyboard.press(key);
    expect(await where(point)).not.toBe(before);
  }
  expect(await slideOf(page)).toBe(BEFORE);
}

describe('the frame on a slide of reveal.js', () => {
  test('loads when its slide comes near, is whole on it, and takes mouse and keys to itself', async () => {
    const { page, loaded, close } = await openDeck(snippet('reveal', 'pair'));
    expect(loaded).toEqual([]);
    await go(page, BEFORE);
    const frame = page.locator('iframe');
    const inside = page.frameLocator('iframe');
    await inside.locator('[data-live]').waitFor();

    const { top, bottom } = await frame.evaluate((node) => node.getBoundingClientRect().toJSON());
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(600);
    const height = await inside.locator('body').evaluate((body) => body.getBoundingClientRect().height);
    expect(height).toBeLessThanOrEqual(await frame.evaluate((node) => (node as HTMLElement).offsetHeight));

    const point = inside.getByRole('slider', { name: /second/ });
    await drag(page, point, frame);
    await press(page, point);
    await close();
  });

  test('keeps its state on the next slide, and works again after it was far away', async () => {
    const { page, close } = await openDeck(snippet('reveal', 'margin'));
    await go(page, BEFORE);
    const inside = page.frameLocator('iframe');
    const margin = inside.locator('[data-live] input[type="range"]').first();
    await margin.focus();
    const before = await margin.inputValue();
    await page.keyboard.press('ArrowLeft');
    const moved = await margin.inputValue();
    expect(moved).not.toBe(before);

    await go(page, BEFORE + 1);
    await go(page, BEFORE);
    expect(await margin.inputValue()).toBe(moved);

    await go(page, 0);
    await go(page, BEFORE);
    await margin.focus();
    expect(await margin.inputValue()).toBe(before);
    await page.keyboard.press('ArrowLeft');
    expect(await margin.inputValue()).toBe(moved);
    await close();
  });
});

describe('the custom element on a slide of reveal.js', () => {
  const slide = `<section>${snippet('element', 'pair')}</section>`;

  test('takes mouse, keys and swipes to itself, and leaves the others to the deck', async () => {
    const { page, close } = await openDeck(slide);
    await go(page, BEFORE);
    const point = page.getByRole('slider', { name: /second/ });
    await drag(page, point);
    await press(page, point);

    const [x, y] = await middle(point);
    const before = await where(point);
    await swipe(page, [x, y], [x - 90, y]);
    expect(await where(point)).not.toBe(before);
    expect(await slideOf(page)).toBe(BEFORE);

    await page.locator('input[type="range"]').first().focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Space');
    expect(await slideOf(page)).toBe(BEFORE);

    await page.keyboard.press('PageDown');
    expect(await slideOf(page)).toBe(BEFORE + 1);
    await go(page, BEFORE);
    expect(await where(point)).not.toBe(before);
    // A browser sends mouse events after a touch: what drags waits until they are over.
    await page.waitForTimeout(600);
    await drag(page, point);
    await close();
  });

  test('takes no colour and no alignment from a dark deck', async () => {
    const { page, close } = await openDeck(slide);
    await go(page, BEFORE);
    const widget = page.locator('[data-live]');
    const { color, align } = await widget.evaluate((node) => {
      const style = getComputedStyle(node);
      return { color: style.color, align: style.textAlign };
    });
    expect(color).toBe('rgb(33, 32, 29)');
    expect(align).toBe('start');
    await close();
  });
});
