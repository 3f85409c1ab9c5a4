import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { openAsIs } from './support/open';

/** What only a reader meets who has not asked for less motion. */
const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const open = async (path: string, figure = '.cl-widget') => {
  const opened = await openAsIs(browser, site.root + path, { viewport: { width: 1280, height: 900 } });
  await opened.page.locator(figure).first().scrollIntoViewIfNeeded();
  await opened.page.locator(`${figure}[data-live], ${figure} [data-live]`).first().waitFor();
  return opened;
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const rests = (page: Page) => page.waitForTimeout(1800);
const stateOf = async (page: Page) =>
  (
    await page
      .locator('svg [role="slider"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-valuetext')))
  ).join();

/** Whether nothing moves any more. */
async function expectStill(page: Page) {
  const state = await stateOf(page);
  await rests(page);
  expect(await stateOf(page)).toBe(state);
}

test('a thrown sphere stands still as soon as anything else is changed', async () => {
  const { page, errors, close } = await open('embed/sphere/');
  const before = await stateOf(page);
  const box = await page.locator('svg:has(clipPath)').first().boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) * 0.5, (box?.y ?? 0) + (box?.height ?? 0) * 0.72];
  for (const button of ['Undo', 'Reset']) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let i = 1; i <= 6; i++) await page.mouse.move(x + 12 * i, y);
    await page.mouse.up();
    await press(page, button);
    await rests(page);
    expect(await stateOf(page), button).toBe(before);
  }
  expect(errors).toEqual([]);
  await close();
});

test('a point that rolls stops where it is as soon as anything else is changed', async () => {
  const { page, errors, close } = await open('embed/cloud/?land=way&point=35');
  const margin = page.getByLabel('margin m', { exact: true });
  await press(page, 'Let it roll');
  await page.waitForTimeout(300);
  await margin.focus();
  await page.keyboard.press('End');
  // Its words follow some time after it; a roll would go on for a second.
  await page.waitForTimeout(400);
  await expectStill(page);
  expect(errors).toEqual([]);
  await close();
});

test('a point that was taken back while it rolled can be let go again at once', async () => {
  const { page, errors, close } = await open('embed/cloud/?land=way&point=35');
  await page.locator('svg [role="slider"]').first().focus();
  await page.keyboard.press('ArrowRight');
  await press(page, 'Let it roll');
  await rests(page);
  const end = await stateOf(page);
  await page.evaluate(async () => {
    const click = (name: string) =>
      [...document.querySelectorAll('button')].find((button) => button.innerText === name)?.click();
    click('Undo');
    await new Promise((done) => setTimeout(done, 100));
    click('Let it roll');
  });
  await rests(page);
  expect(await stateOf(page)).toBe(end);
  expect(errors).toEqual([]);
  await close();
});

test('a key that comes while a figure glides goes on from where it glides to', async () => {
  const { page, errors, close } = await open('embed/triplet/');
  const handle = page.locator('svg [role="slider"]').first();
  const words = () => handle.getAttribute('aria-valuetext');
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(400);
  const once = await words();
  await page.keyboard.press('Shift+ArrowLeft');
  await press(page, 'Reset');
  await page.waitForTimeout(80);
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await rests(page);
  expect(await words()).toBe(once);
  expect(errors).toEqual([]);
  await close();
});

test('a number in the text that is taken while its figure shows another section is that of the text', async () => {
  const { page, errors, close } = await open('contrastive-loss/', '#pair');
  const number = page.locator('.cl-scrub[role="slider"]').first();
  await number.waitFor();
  /** So far up that the figure beside it shows what the next section asks for. */
  const readOn = async () => {
    await number.evaluate((number) =>
      scrollBy({ top: number.getBoundingClientRect().top - 80, behavior: 'instant' }),
    );
    await page.waitForSelector('#pair[data-later]');
    await rests(page);
  };
  await readOn();
  expect(await number.innerText()).toBe('1');
  await number.click();
  await page.locator('.cl-scrub-field').blur();
  await rests(page);
  expect(await number.innerText()).toBe('1');

  await readOn();
  await number.focus();
  await page.keyboard.press('ArrowRight');
  await rests(page);
  expect(await number.innerText()).toBe('1.05');
  expect(errors).toEqual([]);
  await close();
});

test('a run that was taken back has the steps that it had', async () => {
  const { page, close } = await open('embed/cloud/');
  const steps = async () => Number(await page.locator('[data-readout^="steps"]').first().innerText());
  await page.locator('svg [role="slider"]').first().focus();
  await page.keyboard.press('ArrowRight');
  await press(page, 'Play');
  await expect.poll(steps).toBeGreaterThan(20);
  await press(page, 'Pause');
  await expect.poll(() => page.getByRole('button', { name: 'Play' }).count()).toBe(1);
  const taken = await steps();
  await page
    .getByRole('slider', { name: /^margin/ })
    .first()
    .focus();
  await page.keyboard.press('ArrowRight');
  await press(page, 'Undo');
  await rests(page);
  expect(await steps()).toBe(taken);
  await close();
});

test('a run rests when the text comes to another section', async () => {
  const { page, close } = await open('contrastive-loss/', '#cloud');
  await page.locator('#cloud').getByRole('button', { name: 'Play' }).click();
  await page.waitForTimeout(300);
  await page
    .locator('#cloud-collapse')
    .evaluate((place) => place.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await expect.poll(() => page.locator('#cloud').getByRole('button', { name: 'Pause' }).count()).toBe(0);
  await close();
});

test('numbers of a section that is passed quickly stay as its author wrote them', async () => {
  const { page, close } = await open('contrastive-loss/', '#pair');
  const numbers = () =>
    page
      .locator('.cl-follow[data-widget^="pair"], .cl-scrub')
      .evaluateAll((all) => all.map((one) => one.textContent));
  const before = await numbers();
  for (let i = 0; i < 40; i++) {
    await page.mouse.wheel(0, 220);
    await page.waitForTimeout(30);
  }
  await rests(page);
  const after = await numbers();
  // The figure shows the last section; the numbers of those before are theirs.
  expect(after.slice(0, 6)).toEqual(before.slice(0, 6));
  await close();
});

test('a phrase of the home page has its way, and no hand moves its points after it', async () => {
  const { page, errors, close } = await open('', 'figure');
  await page.waitForTimeout(4500);
  await page.locator('.cl-set').nth(1).click();
  await rests(page);
  expect(await page.locator('.cl-set').nth(1).getAttribute('aria-current')).toBe('true');
  expect(await page.locator('.cl-hand').count()).toBe(0);
  await expectStill(page);
  expect(errors).toEqual([]);
  await close();
});

test('what an exercise counts once its solution is shown is the solution', async () => {
  const { page, close } = await open('contrastive-loss/#ex-force', '#ex-force');
  const exercise = page
    .locator('.cl-exercise', { has: page.locator('#ex-force') })
    .or(page.locator('#ex-force'));
  const slider = page.locator('#ex-force input[type="range"]').first();
  // It asks once it lives.
  await exercise.getByText('Answer by changing the figure').first().waitFor();
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await exercise.getByText('Not there yet').first().waitFor();
  await exercise.getByText('Explanation', { exact: true }).first().click();
  await exercise.getByRole('button', { name: 'Show a solution' }).first().click();
  await rests(page);
  expect(await exercise.first().innerText()).toContain('This is a solution.');
  await close();
});

test('a number of a section that is left in the middle of a glide says where that was going', async () => {
  const { page, errors, close } = await open('arcface-loss/', '#arc-plain');
  const margin = page.locator('.cl-scrub[data-widget="arc"], .cl-scrub[aria-label^="margin"]').first();
  const phrase = page.getByRole('link', { name: 'a margin of 1', exact: true });
  await phrase.evaluate((link) => link.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await rests(page);
  await phrase.click();
  await page.waitForTimeout(100);
  // Both do not fit on a screen.
  await page
    .getByRole('link', { name: 'a margin of 0.009', exact: true })
    .evaluate((link) => (link as HTMLElement).click());
  await rests(page);
  expect(await margin.textContent()).toBe('1.0');
  expect(errors).toEqual([]);
  await close();
});

test('a double click on a phrase sets its figure once, also while it glides', async () => {
  const { page, errors, close } = await open('arcface-loss/', '#arc-plain');
  const phrase = page.getByRole('link', { name: 'a margin of 1', exact: true });
  await phrase.evaluate((link) => link.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await rests(page);
  await phrase.dblclick();
  await rests(page);
  expect(await phrase.getAttribute('aria-current')).toBe('true');
  await phrase.click();
  await page.waitForTimeout(100);
  await phrase.click();
  await rests(page);
  expect(await phrase.getAttribute('aria-current'), 'taken back, and set again on the way').toBe('true');
  await phrase.click();
  await rests(page);
  expect(await phrase.getAttribute('aria-current')).toBe(null);
  expect(errors).toEqual([]);
  await close();
});
