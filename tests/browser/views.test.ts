import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import recorded from '../../src/lib/widgets/views/recorded.json';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('play repeats the recorded run in a worker: from its seed it comes to its numbers, and says at which step', async () => {
  const { page, errors, foreign, close } = await openAsIs(
    browser,
    `${site.mounted}embed/views/?allowed=shift`,
    { reducedMotion: 'reduce' },
  );
  await page.locator('[data-live]').waitFor();
  const row = page.getByRole('row', { name: /^your run/ });
  const cells = async () => (await row.getByRole('cell').allInnerTexts()).map(Number.parseFloat);
  expect(await row.innerText()).toContain('not yet run');
  await page.getByText('10×', { exact: true }).click();
  for (const step of [100, 200, 300, 400]) {
    await page.getByRole('button', { name: '100 steps', exact: true }).click();
    await expect.poll(() => row.innerText(), { timeout: 60_000 }).toContain(`at step ${step}`);
  }
  const { knn, sixNine } = recorded.results.shift;
  expect(await cells()).toEqual([knn, sixNine]);
  expect(page.workers()).toHaveLength(1);
  await page.getByRole('button', { name: 'Rewind', exact: true }).click();
  await expect.poll(() => row.innerText(), { timeout: 60_000 }).toContain('not yet run');
  expect([errors, foreign]).toEqual([[], []]);
  await close();
}, 240_000);
