import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { CHAPTERS } from './support/chapters';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Pixels that nobody misses. */
const SLACK = 4;
/** Pixels that a slider must have to be led along. */
const TRACK = 120;

/** What of a figure beside or above its text cannot be seen before it is scrolled, in each state that a section shows it in. */
const hiddenParts = (page: Page) =>
  page.evaluate(
    async ([slack, track]) => {
      const frames = async (count: number) => {
        for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done));
      };
      const hidden: string[] = [];
      for (const place of document.querySelectorAll<HTMLElement>(
        '.cl-scene > .cl-stage, .cl-scene .cl-beat',
      )) {
        const stage = place.closest('.cl-scene')?.querySelector<HTMLElement>(':scope > .cl-stage');
        if (!stage) continue;
        // A section shows its state once it has begun above the middle of the screen.
        const block = place === stage ? 'center' : 'start';
        place.scrollIntoView({ block, behavior: 'instant' });
        for (let i = 0; i < 300 && !stage.querySelector('.cl-compact[data-live]'); i++) await frames(1);
        await frames(20);
        const over = stage.scrollHeight - stage.clientHeight;
        if (over > slack) hidden.push(`${place.id}: ${over} of ${stage.scrollHeight} pixels`);
        for (const side of stage.querySelectorAll('.cl-sides > *'))
          if (side.getBoundingClientRect().right > innerWidth) hidden.push(`${place.id}: a side`);
        for (const slider of stage.querySelectorAll('input[type="range"]')) {
          const { width } = slider.getBoundingClientRect();
          if (width > 0 && width < track) hidden.push(`${place.id}: half a slider, ${width} pixels`);
        }
      }
      return hidden;
    },
    [SLACK, TRACK] as const,
  );

describe.each([
  { width: 390, height: 844 },
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1440, height: 900 },
])('on a screen of $width × $height', (viewport) => {
  test.each(CHAPTERS)(
    '%s has no figure that scrolls within its stage, nor a slider without room',
    async (chapter) => {
      const { page, errors, close } = await openAsIs(browser, `${site.root}${chapter}/`, {
        viewport,
        reducedMotion: 'reduce',
      });
      expect(await hiddenParts(page)).toEqual([]);
      expect(errors).toEqual([]);
      await close();
    },
  );
});

test('all dots of an exercise series are seen on a small telephone', async () => {
  const { page, close } = await openAsIs(browser, `${site.root}contrastive-loss/`, {
    viewport: { width: 360, height: 740 },
  });
  const row = page.locator('.cl-steps-row').first();
  await row.scrollIntoViewIfNeeded();
  const [last, next] = await row.evaluate((row) =>
    [row.querySelector('a:last-of-type'), row.querySelector(':scope > button:last-child')].map((part) =>
      part?.getBoundingClientRect(),
    ),
  );
  expect(last?.right).toBeLessThanOrEqual(next?.left ?? NaN);
  await close();
});

test('where the screen is too low for both, a phrase that has fetched its picture offers the way back, and it is taken', async () => {
  const { page, close } = await openAsIs(browser, `${site.root}contrastive-loss/`, {
    viewport: { width: 700, height: 320 },
    reducedMotion: 'reduce',
  });
  const phrase = page.locator('.cl-set').nth(6);
  await phrase.evaluate((link) => link.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await phrase.click();
  const wayBack = page.getByRole('button', { name: 'Back to the text' });
  await wayBack.waitFor();
  // A click of the mouse lands on what lies on top.
  await wayBack.click();
  expect(await phrase.evaluate((link) => document.activeElement === link)).toBe(true);
  const top = (await phrase.boundingBox())?.y ?? NaN;
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(320);
  expect(await wayBack.count()).toBe(0);
  await close();
});
