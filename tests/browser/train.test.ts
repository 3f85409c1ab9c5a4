import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { openAsIs } from './support/open';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

type Frame = Pick<Page, 'locator' | 'getByRole' | 'getByText'>;

const stepsOf = async (frame: Frame) =>
  Number(
    /([\d,]+) steps?/.exec(await frame.locator('.run .name').first().innerText())?.[1]?.replace(',', '') ??
      NaN,
  );
const shown = async (frame: Frame, label: string) =>
  Number.parseFloat(await frame.locator(`[data-readout="${label}"]`).innerText());
const setUp = (frame: Frame) => frame.getByText('Set up the run').click();
const button = (frame: Frame, name: string): Locator => frame.getByRole('button', { name, exact: true });

/** Without motion, each press is a hundred steps at once at the highest speed. */
async function playHundreds(frame: Frame, hundreds: number, first = 1): Promise<void> {
  await frame.getByText('10×', { exact: true }).click();
  for (let k = first; k <= hundreds; k++) {
    await button(frame, '100 steps').click();
    await expect.poll(() => stepsOf(frame), { timeout: 60_000 }).toBe(100 * k);
  }
}

async function openEmbed(query: string, options = {}) {
  const opened = await openAsIs(browser, `${site.mounted}embed/train/?${query}`, options);
  await opened.page.locator('[data-live]').waitFor();
  return opened;
}

test('4 and 9 by the contrastive loss: play runs to its end in a worker, and nearly all held-out digits are told', async () => {
  const { page, errors, foreign, close } = await openEmbed('seed=3', { reducedMotion: 'no-preference' });
  await page.getByText('10×').click();
  await button(page, 'Play').click();
  await expect.poll(() => stepsOf(page), { timeout: 120_000 }).toBe(1500);
  await expect.poll(() => button(page, 'Play').count()).toBe(1);
  expect(page.workers()).toHaveLength(1);
  expect(await shown(page, 'held-out accuracy')).toBeGreaterThanOrEqual(95);
  expect(await shown(page, 'recall@1')).toBeGreaterThanOrEqual(93);
  await expect.poll(() => page.locator('.summary').innerText()).toMatch(/are recognised after 1500 steps\.$/);
  expect([errors, foreign]).toEqual([[], []]);
  await close();
}, 180_000);

test.each(['loss=triplet', 'loss=arcface&m=0.5', 'loss=softmax', 'loss=infonce'])(
  '4 and 9 are told apart within 500 steps by %s',
  async (query) => {
    const { page, errors, close } = await openEmbed(query, { reducedMotion: 'reduce' });
    await playHundreds(page, 5);
    expect(await shown(page, 'held-out accuracy')).toBeGreaterThanOrEqual(95);
    expect(errors).toEqual([]);
    await close();
  },
  120_000,
);

test('experiments are offered only where an author has locked nothing that they would change', async () => {
  const experiments = async (query: string) => {
    const { page, close } = await openEmbed(query, { reducedMotion: 'reduce' });
    const count = await page.getByLabel('An experiment').count();
    await close();
    return count;
  };
  expect([await experiments(''), await experiments('lock=loss')]).toEqual([1, 0]);
});

test('says after which step its accuracy was measured, which is not its last', async () => {
  const { page, close } = await openEmbed('', { reducedMotion: 'reduce' });
  await playHundreds(page, 1);
  await button(page, 'Step').click();
  await expect.poll(() => stepsOf(page)).toBe(101);
  expect(await page.locator('.measured').innerText()).toMatch(/held-out accuracy\s+[\d.]+ %\s+at step 100$/);
  await close();
});

describe('a run', () => {
  test('begins again at its seed and comes to the same, and goes on when its rules change', async () => {
    const { page, close } = await openEmbed('', { reducedMotion: 'reduce' });
    await playHundreds(page, 1);
    const summary = page.locator('.summary');
    // The sentence is told once the figure rests.
    await expect.poll(() => summary.innerText()).toMatch(/after 100 steps\.$/);
    const first = await summary.innerText();
    await button(page, 'Rewind').click();
    await expect.poll(() => stepsOf(page)).toBe(0);
    await playHundreds(page, 1);
    await expect.poll(() => summary.innerText()).toBe(first);

    await setUp(page);
    await page.getByLabel('Learning rate').selectOption('0.005');
    await page.getByLabel('Loss', { exact: true }).selectOption('arcface');
    await button(page, 'Step').click();
    await expect.poll(() => stepsOf(page)).toBe(101);
    await page.getByLabel('Digits', { exact: true }).selectOption('17');
    await expect.poll(() => page.locator('.run .name').first().innerText()).toContain('not yet run');
    await close();
  });

  test('stands beside another from the same seed', async () => {
    const { page, close } = await openEmbed('second=neighbours', { reducedMotion: 'reduce' });
    await playHundreds(page, 2);
    const [first, second] = [
      await shown(page, 'held-out accuracy'),
      await shown(page, 'held-out accuracy of the second run'),
    ];
    expect(first).toBeGreaterThan(second);
    await close();
  });

  test('goes on without a worker in a sandboxed frame of another page', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.setContent(
      `<iframe sandbox="allow-scripts" src="${site.root}embed/train/" width="900" height="1200"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    await frame.locator('[data-live]').waitFor();
    await playHundreds(frame as unknown as Frame, 2);
    expect(page.workers()).toHaveLength(0);
    expect(await shown(frame as unknown as Frame, 'held-out accuracy')).toBeGreaterThan(80);
    await setUp(frame as unknown as Frame);
    await frame.getByText('Save the network').click();
    await button(frame as unknown as Frame, 'Save in this browser').click();
    await frame.getByText('The browser lets this page keep nothing. A file can hold the network.').waitFor();
    await playHundreds(frame as unknown as Frame, 3, 3);
    await context.close();
  });

  test('says that the digits did not come, and tries again', async () => {
    const { page, close } = await openEmbed('', { reducedMotion: 'reduce' });
    await page.context().route('**/digits/**', (route) => route.abort());
    await button(page, '50 steps').click();
    await page.getByText('The digits could not be loaded').waitFor();
    await page.context().unroute('**/digits/**');
    await button(page, 'Try again').click();
    await expect.poll(() => stepsOf(page)).toBe(0);
    await playHundreds(page, 1);
    await close();
  });

  test('is kept in the browser, where this figure and that to draw in find it, until it is removed', async () => {
    const { page, errors, close } = await openEmbed('', { reducedMotion: 'reduce' });
    await playHundreds(page, 1);
    const accuracy = await shown(page, 'held-out accuracy');
    await setUp(page);
    await page.getByText('Save the network').click();
    await button(page, 'Save in this browser').click();
    await page.getByText('after 100 steps is kept in this browser, and nowhere else').waitFor();

    await page.reload();
    await page.locator('[data-live]').waitFor();
    await setUp(page);
    await page.getByText('Save the network').click();
    await button(page, 'Open the saved network').click();
    await expect.poll(() => stepsOf(page)).toBe(100);
    expect(await shown(page, 'held-out accuracy')).toBe(accuracy);
    await playHundreds(page, 2, 2);

    await page.goto(`${site.mounted}embed/draw/`);
    await page.locator('[data-live]').waitFor();
    await page.getByText('Use a network that you trained').click();
    await button(page, 'Open the one kept in this browser').click();
    await page.getByText('reads with your network: contrastive loss, digits 4, 9').waitFor();

    await page.evaluate(() => {
      const [[key, text] = ['', '']] = Object.entries(localStorage);
      localStorage.setItem(key, String(text).replace('"seed": 1', '"seed": 2'));
    });
    await page.goto(`${site.mounted}embed/train/`);
    await page.locator('[data-live]').waitFor();
    await setUp(page);
    await page.getByText('Save the network').click();
    await button(page, 'Open the saved network').click();
    await page.getByText('was not read: it is damaged, for its checksum does not match').waitFor();
    await button(page, 'Delete the saved network').click();
    await page.getByText('No network is kept in this browser any more').waitFor();
    expect(await button(page, 'Open the saved network').count()).toBe(0);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  test('is kept in a file and comes back from it; a damaged file is refused and changes nothing', async () => {
    const { page, close } = await openEmbed('', { reducedMotion: 'reduce' });
    await playHundreds(page, 1);
    await setUp(page);
    await page.getByText('Save the network').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Save to a file').click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    for (const [name, file] of [
      ['Save for PyTorch', 'contrastive_49_100.py'],
      ['Save as ONNX', 'contrastive_49_100.onnx'],
    ] as const) {
      const [other] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
      expect(other.suggestedFilename()).toBe(file);
      await page.getByText(`${file} holds the network after 100 steps.`).waitFor();
    }

    await button(page, 'Rewind').click();
    await expect.poll(() => stepsOf(page)).toBe(0);
    const file = (content: string) => ({
      name: 'n.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
    await page.getByLabel('Open a file').setInputFiles(file(text.replace('"seed": 1', '"seed": 2')));
    await page.getByText('it is damaged, for its checksum does not match').waitFor();
    expect(await stepsOf(page)).toBe(0);
    await page.getByLabel('Open a file').setInputFiles(file(text));
    await expect.poll(() => stepsOf(page)).toBe(100);
    await close();
  });
});
