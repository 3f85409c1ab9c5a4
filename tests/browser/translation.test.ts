import { readdirSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { chooseAnother } from './support/operate';
import { openAsIs } from './support/open';
import { changedNumbers, followNumbers, translateByForce } from './support/translate';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const distance = (widget: Locator) => widget.locator('[data-readout="distance"]').innerText();

/** What a pair says of its distance in the read-out, the formula and the sentence. */
async function said(widget: Locator) {
  const term = widget.getByRole('button', { name: /^distance D/ }).first();
  const [readout, sentence] = await Promise.all([distance(widget), widget.locator('.summary').innerText()]);
  // Beside a text a figure may stand without its formula.
  const formula = (await term.count()) > 0 ? await term.innerText() : Number(readout).toFixed(2);
  return { readout, formula, sentence };
}

/** Moves the second point ten times, and expects that all that is said of the distance is the same and new. */
async function expectToFollow(page: Page, widget: Locator) {
  const before = await said(widget);
  await translateByForce(widget);
  for (let press = 0; press < 10; press++) {
    await widget.getByRole('slider', { name: 'x₂' }).focus();
    await page.keyboard.press('ArrowRight');
    const { readout } = await said(widget);
    expect(readout).not.toBe(before.readout);
    if (press % 3 === 0) await translateByForce(widget);
  }
  const after = await said(widget);
  await expect.poll(async () => (await said(widget)).sentence).toContain(after.formula);
  expect(Number(after.readout).toFixed(2)).toBe(after.formula);
  expect(await widget.locator('.summary').innerText()).not.toMatch(/\n/);
}

describe('on a page that the browser translates, the numbers of a pair follow the hand', () => {
  test('in a chapter, and so do those of the text', async () => {
    const { page, errors, close } = await openAsIs(browser, `${site.mounted}contrastive-loss/`);
    const widget = page.locator('#pair');
    await widget.locator('[data-live]').waitFor();
    await translateByForce(page.locator('main'));
    await expectToFollow(page, widget);
    const follower = page.locator('.cl-follow[data-widget="pair"][data-output="D"]').first();
    await follower.scrollIntoViewIfNeeded();
    const digits = Number(await follower.getAttribute('data-digits'));
    const shown = async () => Number(await distance(widget)).toFixed(digits);
    await expect.poll(async () => follower.innerText()).toBe(await shown());
    expect(errors).toEqual([]);
    await close();
  });

  test('in a chapter that was translated before it came to life', async () => {
    const { page, errors, close } = await openAsIs(browser, 'about:blank');
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        while (walker.nextNode()) texts.push(walker.currentNode as Text);
        for (const text of texts.filter(
          ({ data, parentElement }) => data.trim() && parentElement?.closest('.cl-island'),
        )) {
          const font = document.createElement('font');
          font.append(text.data);
          text.replaceWith(font);
        }
      });
    });
    await page.goto(`${site.root}contrastive-loss/`);
    await page.mouse.move(1, 1);
    const widget = page.locator('#pair');
    await widget.locator('[data-live]').waitFor();
    expect(await distance(widget)).toMatch(/^\d\.\d{3}$/);
    await expectToFollow(page, widget);
    expect(errors).toEqual([]);
    await close();
  });

  test('in a frame', async () => {
    const { page, close } = await openAsIs(browser, `${site.root}embed/pair/`);
    const widget = page.locator('[data-live]');
    await widget.waitFor();
    await expectToFollow(page, widget);
    await close();
  });

  test('in a custom element', async () => {
    const { page, close } = await openAsIs(browser, `${site.root}embed/pair/`);
    await page.setContent(
      `<script type="module" src="${site.root}embed/element.js"></script><contrastive-widget name="pair"></contrastive-widget>`,
    );
    const widget = page.locator('[data-live]');
    await widget.waitFor();
    await expectToFollow(page, widget);
    await close();
  });
});

const widgets = readdirSync('src/lib/widgets', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test.each(widgets)('no translator may have the numbers of %s that change', async (widget) => {
  const { page, close } = await openAsIs(browser, `${site.root}embed/${widget}/`);
  const frame = page.locator('[data-live]').first();
  await frame.waitFor();
  await followNumbers(frame);
  const before = await frame.locator('.summary').innerText();
  for (const handle of await frame.locator('[role="slider"]:visible, input[type="range"]:visible').all()) {
    await handle.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
  }
  const summary = () => frame.locator('.summary').innerText();
  // The sentence follows a little later; of what is only chosen it has said nothing yet, and of a pen that is not put down.
  const isNew = await vi.waitUntil(async () => (await summary()) !== before, 3000).catch(() => false);
  if (!isNew && widget !== 'draw') {
    await chooseAnother(frame);
    await expect.poll(summary).not.toBe(before);
  }
  expect(await changedNumbers(frame)).toEqual([]);
  await close();
});
