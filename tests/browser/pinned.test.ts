import type { Browser } from 'playwright-core';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { definitions } from '../../src/lib/widgets/registry';
import { PINNED, PINNED_SCRIPTS } from '../../src/lib/embed/version';
import { openAsIs } from './support/open';
import { buildFolder } from './support/site';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Every file of the embeds that stands in a folder: the frames, and what the scripts load beside them. */
const files = readdirSync(join(buildFolder, 'embed'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(join(buildFolder, 'embed'), join(entry.parentPath, entry.name)))
  .filter((file) => file.includes(sep));
const read = (...path: string[]) => readFileSync(join(buildFolder, ...path));

describe('the addresses of this version', () => {
  test('stay as they were published', () => {
    expect(PINNED).toBe('v1/');
    expect(PINNED_SCRIPTS).toEqual(['element.js', 'embed.js', 'anywidget.js']);
  });

  test.each(PINNED_SCRIPTS)('have the script %s as it is without a version', (name) => {
    expect(read(PINNED, name).equals(read('embed', name))).toBe(true);
  });

  test('have a frame for every widget and what scripts load, as they are without a version', () => {
    expect(files.filter((file) => file.endsWith('index.html'))).toHaveLength(Object.keys(definitions).length);
    for (const file of files) expect(read(PINNED, file).equals(read('embed', file)), file).toBe(true);
  });
});

test('a frame of this version finds all that it needs, at the root of a host and below a folder', async () => {
  for (const root of [site.root, site.mounted]) {
    const { page, errors, foreign, close } = await openAsIs(browser, `${root}${PINNED}pair/?m=2&v=1`);
    await page.locator('[data-live]').waitFor();
    expect(await page.locator('input[type="range"]').first().inputValue()).toBe('2');
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await close();
  }
});

test('the element of this version finds the digits that its figure trains on', async () => {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.setContent(
    `<script type="module" src="${site.mounted}${PINNED}element.js"></script><contrastive-widget name="train"></contrastive-widget>`,
  );
  await page.getByRole('button', { name: '50 steps', exact: true }).click();
  await page.locator('.run .name', { hasText: '50 steps' }).first().waitFor();
  await page.close();
});
