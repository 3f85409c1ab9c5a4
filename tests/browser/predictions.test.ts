import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { audit } from './support/audit';
import { openAsIs } from './support/open';

const site = inject('site');
const address = `${site.mounted}contrastive-loss/`;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('a question before a figure is moved', () => {
  test('is answered by keys, shown in the figure, explained, and remembered', async () => {
    const { page, errors, close } = await openAsIs(browser, address);
    const question = page.locator('#pr-outside');
    await question.scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 1);
    await question.getByRole('radio', { name: 'Nothing at all.' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => question.getByRole('status').innerText()).toContain('As you predicted');
    expect(await question.locator('details').getAttribute('open')).not.toBeNull();
    await expect.poll(() => page.locator('#pair').innerText()).toContain('beyond the margin');
    expect(await audit(page)).toEqual([]);
    await page.reload();
    await expect.poll(() => question.getAttribute('data-done')).not.toBeNull();
    expect(errors).toEqual([]);
    await close();
  });

  test('can be skipped, and a wrong answer is shown what happens', async () => {
    const { page, close } = await openAsIs(browser, address);
    const skipped = page.locator('#pr-outside');
    await skipped.scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 1);
    await skipped.getByRole('button', { name: 'Skip and see' }).click();
    await skipped.getByText('Here it is in the figure.').waitFor();
    const wrong = page.locator('#pr-margin');
    await wrong.getByRole('radio', { name: 'It grows.' }).check();
    await wrong.getByRole('button', { name: 'Predict' }).click();
    await wrong.getByText('Not so: see it in the figure.').waitFor();
    await close();
  });

  test('takes a number, and says what a number is', async () => {
    const { page, close } = await openAsIs(browser, address);
    const question = page.locator('#pr-half');
    await question.scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 1);
    await question.getByLabel('Your answer').fill('twice');
    await page.keyboard.press('Enter');
    await question.getByText('A number is expected').waitFor();
    await question.getByLabel('Your answer').fill('1');
    await page.keyboard.press('Enter');
    await question.getByText('As you predicted').waitFor();
    await close();
  });

  test.each([
    ['a laptop', 1280, 900],
    ['a phone', 390, 844],
    ['a phone turned', 844, 390],
    ['a small phone', 320, 700],
  ])('has no button under what unfolds beside it, on %s', async (_screen, width, height) => {
    const { page, close } = await openAsIs(browser, address, { viewport: { width, height } });
    for (const id of ['pr-margin', 'pr-half']) {
      const question = page.locator(`#${id}`);
      await question.scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 1);
      await question.getByRole('button', { name: 'Skip and see' }).waitFor();
      const covered = await question.evaluate((element) => {
        const box = (part: Element) => part.getBoundingClientRect();
        const summary = box(element.querySelector('summary') ?? element);
        return [...element.querySelectorAll('.cl-answer :is(button, label, input)')]
          .filter((part) => box(part).right > summary.left && box(part).left < summary.right)
          .filter((part) => box(part).bottom > summary.top && box(part).top < summary.bottom)
          .map((part) => part.textContent);
      });
      expect(covered).toEqual([]);
    }
    await close();
  });

  test('can be read without scripts', async () => {
    const { page, close } = await openAsIs(browser, address, { javaScriptEnabled: false });
    const question = page.locator('#pr-outside');
    expect(await question.getByText('Nothing at all.').isVisible()).toBe(true);
    await question.getByText('What happens', { exact: true }).click();
    expect(await question.getByText('the wish is fulfilled').isVisible()).toBe(true);
    await close();
  });
});
