import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(address: string, options = {}) {
  const opened = await openAsIs(browser, `${site.root}embed/${address}`, options);
  await opened.page.locator('[data-live]').waitFor();
  return opened;
}

const lines = (page: Page) =>
  page.locator('.landscape path').evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join());
const firstHandle = (page: Page) => page.locator('svg [role="slider"]').first();

test('a landscape bends with the other point and stays while its own moves', async () => {
  const { page, close } = await open('pair/?land=x2');
  const before = await lines(page);
  await page.getByRole('slider', { name: /^x₂/ }).press('ArrowRight');
  expect(await lines(page)).toBe(before);
  await page.getByRole('slider', { name: /^x₁/ }).press('ArrowRight');
  expect(await lines(page)).not.toBe(before);
  await close();
});

test('a point of a cloud rolls down its landscape, and undo takes it back at once', async () => {
  const { page, close } = await open('cloud/?land=way&point=3', { reducedMotion: 'reduce' });
  const place = () => firstHandle(page).getAttribute('aria-valuetext');
  const before = await place();
  await page.getByRole('button', { name: 'Let it roll' }).click();
  await expect.poll(place).not.toBe(before);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(place).toBe(before);
  await close();
});

test('the map of a training is enlarged by keys and a double click, by a wheel only with Ctrl, and shown whole again', async () => {
  const { page, close } = await open('train/', { reducedMotion: 'reduce' });
  const map = page.getByRole('slider', { name: /^Zoom of/ });
  const zoom = async () => Number(await map.getAttribute('aria-valuenow'));
  await map.press('+');
  expect(await zoom()).toBe(1.5);
  await map.press('0');
  expect(await zoom()).toBe(1);
  await map.dblclick({ position: { x: 200, y: 150 } });
  await expect.poll(zoom).toBe(2);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(zoom).toBe(1);

  await map.blur();
  await map.hover();
  await page.mouse.wheel(0, -100);
  expect(await zoom()).toBe(1);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(zoom).toBeGreaterThan(1);
  await close();
});
