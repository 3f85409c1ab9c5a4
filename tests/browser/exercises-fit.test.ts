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

/** The highest that question, choices and feedback may be beside the picture, in pixels. */
const ASKED = 420;

/** Whether what is below the question is seen whole once its explanation is unfolded. */
const isWholeUnfolded = (page: Page, name: string) =>
  page.locator(`#${name}`).evaluate((element) => {
    const explanation = element.querySelector<HTMLDetailsElement>('details[data-part="explanation"]');
    const below = element.querySelector('.below');
    if (explanation) explanation.open = true;
    return below !== null && below.scrollHeight <= below.clientHeight + 1;
  });

/** From the top of the question or picture to the end of the answer, and of what is asked, in pixels. */
async function heights(page: Page, name: string) {
  const exercise = page.locator(`#${name}`);
  await exercise.locator('.cl-answer .task-panel').waitFor();
  await exercise.locator('.cl-widget[data-live]').waitFor();
  return exercise.evaluate((element) => {
    const boxes = (parts: string) =>
      [...element.querySelectorAll(parts)].map((part) => part.getBoundingClientRect());
    const height = (parts: DOMRect[]) =>
      Math.max(...parts.map(({ bottom }) => bottom)) - Math.min(...parts.map(({ top }) => top));
    const asked = boxes('.task-title, .question, .below');
    return {
      all: Math.round(height(boxes('.question, .cl-widget, .panel'))),
      asked: Math.round(height(asked)),
      beside: boxes('.cl-island').some(({ left }) => asked.every(({ right }) => left >= right)),
    };
  });
}

describe.each([
  ['wide', 1440, 900],
  ['phone', 390, 844],
])('an exercise on a %s screen', (_screen, width, height) => {
  test.each(CHAPTERS)(
    'has question, picture, controls and answer in one view, and its explanation whole, in %s',
    async (chapter) => {
      const { page, close } = await openAsIs(browser, `${site.mounted}${chapter}/`, {
        viewport: { width, height },
      });
      const names = await page
        .locator('.cl-steps > .cl-exercise')
        .evaluateAll((exercises) => exercises.map(({ id }) => id));
      const higher: string[] = [];
      const cut: string[] = [];
      for (const name of names) {
        await page.evaluate((hash) => (location.hash = hash), name);
        await page.mouse.wheel(0, 1);
        const { all, asked, beside } = await heights(page, name);
        const fits = all <= height && (!beside || asked <= ASKED);
        if (!fits) higher.push(name);
        if (!(await isWholeUnfolded(page, name))) cut.push(name);
      }
      expect(cut).toEqual([]);
      expect(higher).toEqual([]);
      await close();
    },
  );
});
