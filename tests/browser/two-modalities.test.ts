import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test.each([
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
])('each of the ten pictures is a target of 24 pixels on a screen of $width × $height', async (viewport) => {
  const { page, close } = await openAsIs(browser, `${site.root}without-labels/`, { viewport });
  const figure = page.locator('#two-modalities');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('[data-live]').waitFor();
  const pictures = figure.getByRole('button', { name: /^picture of a/ });
  const sizes = await pictures.evaluateAll((buttons) =>
    buttons
      .map((button) => button.getBoundingClientRect())
      .map(({ width, height }) => Math.min(width, height)),
  );
  expect(sizes).toHaveLength(10);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  await pictures.nth(7).click();
  expect(await pictures.nth(7).getAttribute('aria-pressed')).toBe('true');
  await close();
});

test('two towers are trained in a worker, shown with the step of the measurement, and the recorded run is brought back', async () => {
  const { page, errors, foreign, close } = await openAsIs(
    browser,
    `${site.mounted}embed/two-modalities/?batch=128&loss=siglip`,
    { reducedMotion: 'reduce' },
  );
  await page.locator('[data-live]').waitFor();
  const named = async () =>
    Number.parseFloat(await page.locator('[data-readout="digits named rightly"]').innerText());
  const recorded = await named();
  await page.getByText('10×', { exact: true }).click();
  await page.getByRole('button', { name: '100 steps', exact: true }).click();
  await expect
    .poll(() => page.getByText('Your run, measured at step 100').count(), { timeout: 60_000 })
    .toBe(1);
  const own = await named();
  expect(own).not.toBe(recorded);
  expect(own).toBeGreaterThan(25);
  expect(page.workers()).toHaveLength(1);
  await page.getByRole('button', { name: 'Show the recorded run', exact: true }).click();
  await expect.poll(named).toBe(recorded);
  expect([errors, foreign]).toEqual([[], []]);
  await close();
}, 240_000);
