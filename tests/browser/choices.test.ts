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

async function open(address: string, width: number) {
  const opened = await openAsIs(browser, `${site.root}embed/${address}`, {
    viewport: { width, height: 700 },
  });
  await opened.page.locator('[data-live]').waitFor();
  return opened;
}

/** Where each choice of a group begins and ends, line by line, and where its name stands. */
async function linesOf(page: Page, name: string) {
  const group = page.getByRole('radiogroup', { name });
  const boxes = await group
    .locator('label')
    .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().toJSON() as DOMRect));
  const tops = [...new Set(boxes.map(({ top }) => Math.round(top)))];
  return tops.map((line) => boxes.filter(({ top }) => Math.round(top) === line));
}

test('many choices stand in columns', async () => {
  const { page, close } = await open('variants/?fit=1', 680);
  const [first = [], ...others] = await linesOf(page, 'Compare with');
  expect(others.length).toBeGreaterThan(0);
  const columns = first.map(({ left }) => Math.round(left));
  for (const line of others)
    expect(line.map(({ left }) => Math.round(left))).toEqual(columns.slice(0, line.length));
  await close();
});

test('a few choices fill each line that they need', async () => {
  const { page, close } = await open('views/', 480);
  const lines = await linesOf(page, 'Views differ in');
  expect(lines.length).toBeGreaterThan(1);
  const ends = new Set(lines.map((line) => Math.round(line.at(-1)?.right ?? NaN)));
  expect(ends.size).toBe(1);
  await close();
});

test('what two choices are about stands beside them where there is room', async () => {
  const { page, close } = await open('two-modalities/?fit=1', 680);
  const [[first] = []] = await linesOf(page, 'The towers are');
  const name = await page.getByText('The towers are', { exact: true }).boundingBox();
  expect(name?.x).toBeLessThan(first?.left ?? NaN);
  expect((name?.y ?? NaN) + (name?.height ?? NaN) / 2).toBeCloseTo((first?.top ?? NaN) + 22, -1);
  await close();
});
