import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { definitions } from '../../src/lib/widgets/registry';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Pixels below the frame's edge that nobody misses. */
const SLACK = 2;

describe.each([
  { width: 640, height: 560 },
  { width: 390, height: 700 },
])('in a frame of $width × $height', (viewport) => {
  for (const widget of Object.keys(definitions)) {
    test(`${widget} shows its picture and its main control at once`, () => check(widget));
  }

  async function check(widget: string) {
    const { page, errors, close } = await openAsIs(browser, `${site.root}embed/${widget}/?fit=1`, {
      viewport,
    });
    await page.waitForSelector('.cl-compact[data-live]');
    const lowest = await page.evaluate(() => {
      const picture = document.querySelector('.cl-picture, .cl-compact svg');
      const control = document.querySelector('.cl-compact .cl-row :is(input, button, select)');
      return [picture, control].map((part) => Math.round(part?.getBoundingClientRect().bottom ?? 0));
    });
    expect(Math.max(...lowest), `picture and control end at ${lowest.join(' and ')}`).toBeLessThanOrEqual(
      viewport.height + SLACK,
    );
    expect(errors).toEqual([]);
    await close();
  }
});
