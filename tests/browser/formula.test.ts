import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { figureOf } from './support/figure';
import { openAsIs } from './support/open';

const site = inject('site');
/** The pair whole: beside a text its formula and its curve are folded away. */
const pair = figureOf('pair');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const opacity = (page: Page, selector: string) =>
  page
    .locator(`#${pair.name} svg ${selector}`)
    .first()
    .evaluate((mark) => getComputedStyle(mark).opacity);

test('a number of the formula, pointed at or focused, leaves only its own marks on the drawing', async () => {
  const { page, close } = await openAsIs(browser, `${site.root}${pair.page}`);
  await page.locator(`#${pair.name} [data-live]`).waitFor();
  const margin = page.locator(`#${pair.name} .formula [data-link='margin']`);
  await margin.hover();
  expect(await opacity(page, '.cl-mark-margin')).toBe('1');
  expect(Number(await opacity(page, '.cl-mark-distance'))).toBeLessThan(0.5);
  await page.mouse.move(0, 0);
  expect(await opacity(page, '.cl-mark-distance')).toBe('1');
  await page.locator(`#${pair.name} .formula [data-link='distance']`).first().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(Number(await opacity(page, '.cl-mark-margin'))).toBeLessThan(0.5);
  await close();
});

const ground = (page: Page, role: string) =>
  page
    .locator(`#${pair.name} .formula [data-link='${role}']`)
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor);

test('a handle, pointed at, lights up the numbers that it changes', async () => {
  const { page, close } = await openAsIs(browser, `${site.root}${pair.page}`);
  await page.locator(`#${pair.name} [data-live]`).waitFor();
  const before = [await ground(page, 'margin'), await ground(page, 'distance')];
  await page.locator(`#${pair.name} svg [role="slider"].cl-mark-margin`).hover();
  expect(await ground(page, 'margin')).not.toBe(before[0]);
  await page.locator(`#${pair.name}`).getByRole('slider', { name: 'x₂' }).hover();
  expect(await ground(page, 'margin')).toBe(before[0]);
  expect(await ground(page, 'distance')).not.toBe(before[1]);
  await close();
});

test.each([
  ['the margin circle', /^margin m/, 'margin', 0.3],
  ['the line of the distance', /^distance D/, 'distance', 0.5],
  ['the arrow of a force', /^force on x₂/, 'push', 0.6],
  ['the curve of the other kind of pair', /^loss of a similar pair/, 'pull', 0.1],
])('%s, pointed at or focused, lights up its numbers and no others', async (_, name, role, share) => {
  const { page, close } = await openAsIs(browser, `${site.root}${pair.page}`);
  await page.locator(`#${pair.name} [data-live]`).waitFor();
  const roles = ['distance', 'margin', 'pull', 'push'];
  const grounds = () => Promise.all(roles.map((one) => ground(page, one)));
  const before = await grounds();
  const lit = async () => {
    const now = await grounds();
    return roles.filter((_role, k) => now[k] !== before[k]);
  };
  const mark = page.locator(`#${pair.name}`).getByRole('img', { name });
  await mark.locator('xpath=ancestor::*[local-name()="svg"]').scrollIntoViewIfNeeded();
  const box = await mark.locator('path').evaluate((path: SVGPathElement, part) => {
    const at = path.getPointAtLength(part * path.getTotalLength());
    const { x, y } = at.matrixTransform(path.getScreenCTM() ?? undefined);
    return { x, y };
  }, share);
  await page.mouse.move(box.x, box.y);
  expect(await lit()).toEqual([role]);
  await page.mouse.move(0, 0);
  expect(await lit()).toEqual([]);
  await page.keyboard.press('Tab');
  await mark.focus();
  expect(await lit()).toEqual([role]);
  await close();
});
