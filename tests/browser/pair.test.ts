import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { contrastive } from '../../src/lib/losses';
import { audit } from './support/audit';
import { figureOf } from './support/figure';
import { open, type OpenPage } from './support/open';

const site = inject('site');
let browser: Browser;
let opened: OpenPage;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The pair whole: beside a text its coordinates and its code are folded away. */
const whole = figureOf('pair');

const figure = (page: Page) => page.locator(`#pair, #${whole.name}`);
const handle = (page: Page, name: string) => figure(page).getByRole('slider', { name });

/** Where the handle says it is: “x₁ at 0.40, 0.30”. */
async function placeOf(point: Locator): Promise<[number, number]> {
  const text = (await point.getAttribute('aria-valuetext')) ?? '';
  const [x, y] = [...text.replaceAll('−', '-').matchAll(/-?\d+\.\d+/g)].map(Number);
  return [x as number, y as number];
}

async function readout(page: Page, label: string): Promise<number> {
  const text = await figure(page).locator(`[data-readout="${label}"]`).innerText();
  return Number(text.replaceAll('−', '-'));
}

/** The middle of the handle, in pixels of the window. */
async function centre(point: Locator): Promise<[number, number]> {
  const box = await point.boundingBox();
  if (box === null) throw new Error('The handle is not on the page.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function start(address = 'contrastive-loss/') {
  opened = await open(browser, `${site.root}${address}`);
  const { page } = opened;
  await figure(page).scrollIntoViewIfNeeded();
  await figure(page).locator('[data-live]').waitFor();
  return page;
}

async function expectLossOfTheLibrary(page: Page) {
  const [x1, x2] = [await placeOf(handle(page, 'x₁')), await placeOf(handle(page, 'x₂'))];
  const m = Number(await figure(page).locator('input[type="range"]').first().inputValue());
  const { D, loss } = contrastive(x1, x2, 1, { m });
  // Positions are spoken to two decimals.
  expect(await readout(page, 'distance')).toBeCloseTo(D, 1);
  expect(await readout(page, 'loss')).toBeCloseTo(loss, 1);
}

describe('the pair on the built page', () => {
  test('follows the mouse, and shows the loss of the library', async () => {
    const page = await start();
    const point = handle(page, 'x₂');
    const before = await placeOf(point);
    const [x, y] = await centre(point);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y - 20, { steps: 4 });
    await page.mouse.up();
    const after = await placeOf(point);
    expect(after[0]).toBeGreaterThan(before[0]);
    expect(after[1]).toBeGreaterThan(before[1]);
    await expectLossOfTheLibrary(page);
    expect(opened.errors).toEqual([]);
    await opened.close();
  });

  test('has its marks pointed at where they are, once a drag has ended', async () => {
    const page = await start();
    const distance = figure(page).getByRole('img', { name: 'distance D, from x₁ to x₂' });
    const before = await distance.locator('path').getAttribute('d');
    const [x, y] = await centre(handle(page, 'x₂'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y - 20, { steps: 4 });
    await page.mouse.up();
    const shown = figure(page).locator('polyline.cl-mark-distance');
    const line = await shown.getAttribute('points');
    const after = await distance.locator('path').getAttribute('d');
    expect(after).not.toBe(before);
    expect(after).toBe(`M${line}`);
    await opened.close();
  });

  test('has the room that it needs, also as it grows and in a narrower window', async () => {
    const page = await start(whole.page);
    const island = figure(page).locator('.cl-island');
    /** What the widget has below it in its place: the padding and the border. */
    const below = async () => {
      const [place, widget] = [await island.boundingBox(), await island.locator('.cl-widget').boundingBox()];
      if (place === null || widget === null) throw new Error('The figure is not on the page.');
      return { height: place.height, below: place.y + place.height - (widget.y + widget.height) };
    };
    const at = await below();
    await figure(page).getByText('Landscape, coordinates, gradient').click();
    await expect.poll(async () => (await below()).height).toBeGreaterThan(at.height + 20);
    expect((await below()).below).toBeCloseTo(at.below, 0);
    await page.setViewportSize({ width: 700, height: 800 });
    await expect.poll(async () => Math.round((await below()).below)).toBe(Math.round(at.below));
    await opened.close();
  });

  test('follows the arrow keys: plain, coarse with Shift, fine with Alt', async () => {
    const page = await start();
    const point = handle(page, 'x₂');
    await point.focus();
    const steps: number[] = [];
    for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Alt+ArrowRight']) {
      const [before] = await placeOf(point);
      await page.keyboard.press(key);
      const [after] = await placeOf(point);
      steps.push(after - before);
    }
    const [plain, coarse, fine] = steps as [number, number, number];
    expect(plain).toBeGreaterThan(0);
    expect(coarse).toBeGreaterThan(plain);
    expect(fine).toBeGreaterThan(0);
    expect(fine).toBeLessThan(plain);
    await expectLossOfTheLibrary(page);
    await opened.close();
  });

  test('undoes a drag and resets to the author’s state', async () => {
    const page = await start();
    const point = handle(page, 'x₁');
    const before = await placeOf(point);
    await point.focus();
    await page.keyboard.press('ArrowUp');
    await figure(page).getByRole('button', { name: 'Undo' }).click();
    // It glides back.
    await expect.poll(() => placeOf(point)).toEqual(before);
    await point.focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await figure(page).getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => placeOf(point)).toEqual(before);
    await opened.close();
  });

  test('writes its present state as code that follows, and that is accessible while it is open', async () => {
    const page = await start(whole.page);
    await figure(page).getByText('Code for this state').click();
    const code = figure(page).locator('pre:visible');
    await expect.poll(() => code.innerText()).toContain('def contrastive_loss(x1, x2, y, m=1.5):');
    await handle(page, 'x₂').focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => code.innerText())
      .toContain('x2 = torch.tensor([[0.48, 0.3]], requires_grad=True)');
    await figure(page).getByRole('radio', { name: 'NumPy' }).check();
    expect(await code.innerText()).toContain('import numpy as np');
    expect(await audit(page)).toEqual([]);
    expect(opened.errors).toEqual([]);
    await opened.close();
  });
});
