import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { audit } from './support/audit';
import { openAsIs } from './support/open';
import { overflow } from './support/overflow';

const site = inject('site');
const address = `${site.mounted}contrastive-loss/`;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** An exercise of a page, once it lives. */
async function exercise(page: Page, name: string) {
  const element = page.locator(`#${name}`);
  await page.evaluate((hash) => (location.hash = hash), name);
  await element.scrollIntoViewIfNeeded();
  await element.locator('.cl-answer .task-panel').waitFor();
  return element;
}

describe('an exercise of a page', () => {
  test('is solved by keyboard, says so politely, unfolds its explanation and is counted', async () => {
    const { page, errors, close } = await openAsIs(browser, address);
    const element = await exercise(page, 'ex-free');
    expect(await element.getByText('Answer by changing the figure').isVisible()).toBe(true);
    await element.getByRole('slider', { name: /second/ }).focus();
    for (let press = 0; press < 12; press++) await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => element.getByRole('status').allInnerTexts()).toContainEqual('✓ Correct.');
    expect(await element.locator('details[data-part="explanation"] .katex').first().isVisible()).toBe(true);
    // At the end of the contents, which are folded above the text on a narrow window.
    const progress = page.locator('[data-progress="contrastive-loss"]:visible');
    const unfold = () => page.locator('.cl-contents.folded summary').click();
    await unfold();
    await expect.poll(() => progress.innerText()).toMatch(/^1 of \d+ exercises solved/);

    await page.reload();
    await unfold();
    await expect.poll(() => progress.innerText()).toMatch(/^1 of/);
    await progress.getByRole('button', { name: 'Delete my answers' }).click();
    await expect.poll(() => progress.innerText()).toMatch(/^\d+ exercises$/);
    expect(errors).toEqual([]);
    await close();
  });

  test('is solved by mouse, and not in passing', async () => {
    const { page, close } = await openAsIs(browser, address);
    const element = await exercise(page, 'ex-free');
    const box = await element.getByRole('slider', { name: /second/ }).boundingBox();
    if (!box) throw new Error('the point is drawn');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 160, y, { steps: 8 });
    expect(await element.getByText('Correct.').count()).toBe(0);
    await page.mouse.up();
    await expect.poll(() => element.getByText('Correct.').count()).toBe(1);
    await close();
  });

  test('takes a number, objects to a wrong one, and shows the answer in the figure', async () => {
    const { page, close } = await openAsIs(browser, address);
    const element = await exercise(page, 'ex-cost');
    await element.getByLabel('Your answer').fill('0.125');
    await page.keyboard.press('Enter');
    await element.getByText('Not right yet').waitFor();
    await element.getByLabel('Your answer').fill('0,5');
    await page.keyboard.press('Enter');
    await element.getByText('Correct.').waitFor();
    await element.getByRole('button', { name: 'See it in the figure' }).click();
    // The label is locked, so that the pair cannot be made similar by hand: the figure says what it shows.
    const figure = element.locator('.cl-widget').getByRole('status');
    await expect
      .poll(async () => (await figure.allInnerTexts()).join())
      .toMatch(/A similar pair .*loss is 0\.500/);
    await element.getByRole('button', { name: 'Try again' }).click();
    expect(await element.getByText('Correct.').count()).toBe(0);
    await close();
  });

  test('takes a choice, whose words are those of the page', async () => {
    const { page, close } = await openAsIs(browser, address);
    const element = await exercise(page, 'ex-double');
    await element.getByRole('radio', { name: 'It grows to 2.5.' }).check();
    await element.getByRole('button', { name: 'Check' }).click();
    await element.getByText('Correct.').waitFor();
    await close();
  });

  test('fits 320 px and breaks no accessibility rule, asked, answered and in the dark', async () => {
    const { page, errors, close } = await openAsIs(browser, address, {
      viewport: { width: 320, height: 700 },
    });
    const element = await exercise(page, 'ex-double');
    await element.getByText('Hint').click();
    await element.getByText('Explanation').click();
    expect(await overflow(page)).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await audit(page, '#ex-double')).toEqual([]);
    }
    expect(errors).toEqual([]);
    await close();
  });

  test('is one of several, which are gone through by a row of dots and by the address', async () => {
    const { page, close } = await openAsIs(browser, `${address}#ex-force`);
    const row = page.getByRole('navigation', { name: 'Exercises' });
    const shown = () => page.locator('.cl-exercise .question:visible').count();
    await expect.poll(() => page.locator('#ex-force .question').isVisible()).toBe(true);
    expect(await shown()).toBe(1);
    expect(await row.getByRole('link', { name: 'Exercise 4' }).getAttribute('aria-current')).toBe('step');
    await row.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#ex-even .question').isVisible()).toBe(true);
    expect(await row.getByRole('status').innerText()).toBe('5 of 9');
    await row.getByRole('link', { name: 'Exercise 1' }).click();
    expect(await page.locator('#ex-cost .question').isVisible()).toBe(true);
    expect(await row.getByRole('button', { name: 'Previous' }).getAttribute('aria-disabled')).toBe('true');
    await close();
  });

  test('can be read without scripts: question, choices, hint and explanation', async () => {
    const { page, close } = await openAsIs(browser, address, { javaScriptEnabled: false });
    for (const listed of await page.locator('.cl-exercise .question').all())
      expect(await listed.isVisible()).toBe(true);
    const element = page.locator('#ex-double');
    expect(await element.getByText('What happens to the force?').isVisible()).toBe(true);
    expect(await element.getByText('It grows to 2.5.').isVisible()).toBe(true);
    await element.getByText('Explanation').click();
    expect(await element.locator('details[data-part="explanation"] .katex').first().isVisible()).toBe(true);
    expect(await element.getByRole('button', { name: 'Check' }).count()).toBe(0);
    await close();
  });
});
