import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { defaults } from '../../src/lib/state/query';
import { definition } from '../../src/lib/widgets/race/definition';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a run of the reader’s own from a recorded seed comes to what is recorded, and follows the measure', async () => {
  const { page, errors, close } = await openAsIs(browser, `${site.root}embed/race/?seed=1`);
  await page.locator('[data-live]').waitFor();
  await page.getByRole('button', { name: 'Add my run' }).click();
  const status = page.getByRole('status').filter({ hasText: 'Your contrastive from seed 1' });
  await status.waitFor({ timeout: 120_000 });

  const recorded = (metric: 'map' | 'p1') => {
    const { lanes } = definition.model({ ...defaults(definition.parameters), metric });
    return lanes.find(({ id }) => id === 'contrastive')?.runs[0]?.toFixed(1);
  };
  expect(await status.innerText()).toContain(`${recorded('map')} %`);
  await page.getByLabel('Measure', { exact: true }).selectOption('p1');
  await expect.poll(() => status.innerText()).toContain(`${recorded('p1')} %`);

  // It was made as every loss alike is tuned, and belongs to no other way.
  await page.getByLabel('Tuned').selectOption('none');
  await expect.poll(() => status.count()).toBe(0);
  expect(errors).toEqual([]);
  await close();
}, 180_000);
