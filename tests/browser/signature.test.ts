import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { FARTHEST } from '../../src/lib/widgets/signature/definition';
import { openAsIs } from './support/open';
import { write, type Place } from './support/pen';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

type Frame = Pick<Page, 'locator' | 'getByRole' | 'getByText'>;

const padOf = (frame: Frame): Locator => frame.getByRole('group', { name: 'Your signature' });
const button = (frame: Frame, name: string): Locator => frame.getByRole('button', { name, exact: true });

/** The distances of the signatures of a kind, in their order. */
async function distances(frame: Frame, title: string): Promise<number[]> {
  const items = frame.getByRole('group', { name: title, exact: true }).getByRole('listitem');
  return (await items.locator('b').allInnerTexts()).map(Number);
}

/** A signature in two strokes, a little different each time; and quite another one. */
const mine = (shift: number): Place[][] => [
  [
    [0.1, 0.3 + shift],
    [0.2 + shift, 0.7],
    [0.3, 0.3],
    [0.4, 0.7 - shift],
    [0.5, 0.3],
  ],
  [
    [0.6 - shift, 0.6],
    [0.9, 0.6 + shift],
  ],
];
const another: Place[][] = [
  [
    [0.9, 0.2],
    [0.5, 0.25],
    [0.1, 0.2],
    [0.5, 0.8],
    [0.2, 0.8],
  ],
];

/** Three genuine signatures and a forged one are written and kept. */
async function signAll(page: Page, frame: Frame): Promise<void> {
  for (const shift of [0, 0.03, -0.03]) {
    await write(page, padOf(frame), mine(shift));
    await button(frame, 'Save as genuine').click();
  }
  await write(page, padOf(frame), another);
  await button(frame, 'Save as forgery').click();
}

/**
 * Most genuine ones lie nearer to the others than the forged one does. The time of the pen counts, so one that was written
 * while the machine had other things to do may lie anywhere.
 */
async function requireTold(frame: Frame): Promise<void> {
  const genuine = await distances(frame, 'Genuine signatures');
  const forged = await distances(frame, 'Forged signatures');
  expect([genuine.length, forged.length]).toEqual([3, 1]);
  const [, middle] = genuine.sort((one, other) => one - other);
  expect(middle).toBeLessThan(forged[0] ?? 0);
}

test('one signs, has the network learn it and is told from a forger; nothing is sent', async () => {
  const { page, errors, close } = await openAsIs(browser, `${site.mounted}embed/signature/?whose=mine`);
  await page.locator('[data-live]').waitFor();
  const sent: string[] = [];
  page.on('request', (request) => {
    const { search, pathname } = new URL(request.url());
    // The worker that learns is a script of the site.
    if (request.method() !== 'GET' || search !== '' || !pathname.endsWith('.js')) sent.push(request.url());
  });
  expect(await button(page, 'Train on my signatures').isDisabled()).toBe(true);
  await signAll(page, page);
  await requireTold(page);
  await button(page, 'Train on my signatures').click();
  await page.getByText('has learned your 3 genuine signatures').waitFor();
  await requireTold(page);

  await write(page, padOf(page), mine(0.01));
  const readout = page.locator('[data-readout="signature on the pad"]');
  await expect.poll(async () => Number(await readout.innerText())).toBeGreaterThan(0);
  const D = Number(await readout.innerText());
  const threshold = page.getByRole('slider', { name: 'threshold t' }).last();
  const verdict = (word: string) =>
    expect.poll(() => page.locator('.summary').innerText()).toContain(`on the pad is ${word} at`);
  await threshold.press('End');
  await verdict(D <= FARTHEST ? 'accepted' : 'refused');
  // One's own may lie nearer than the least threshold; a forger's does not.
  await button(page, 'Clear').click();
  await write(page, padOf(page), another);
  await threshold.press('Home');
  await verdict('refused');
  await button(page, 'Use built-in network').click();
  await page.getByText('has learned made-up writers alone').waitFor();
  expect([errors, sent]).toEqual([[], []]);
  await close();
});

test('the network learns in a sandboxed frame of another page, where there is no worker', async () => {
  const page = await browser.newPage();
  await page.setContent(
    `<iframe sandbox="allow-scripts" src="${site.root}embed/signature/?whose=mine" width="900" height="1400"></iframe>`,
  );
  const frame = page.frameLocator('iframe') as unknown as Frame;
  await frame.locator('[data-live]').waitFor();
  await signAll(page, frame);
  await button(frame, 'Train on my signatures').click();
  await frame.getByText('has learned your 3 genuine signatures').waitFor({ timeout: 60_000 });
  expect(page.workers()).toHaveLength(0);
  await requireTold(frame);
  await page.close();
}, 90_000);
