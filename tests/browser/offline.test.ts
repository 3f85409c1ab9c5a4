import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { open, openAsIs } from './support/open';
import { buildFolder } from './support/site';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const WORKER = { serviceWorkers: 'allow' } as const;

/** Waits until the page is in the care of its worker. */
const inCare = (page: Page) =>
  page.waitForFunction(async () => {
    await navigator.serviceWorker.ready;
    return navigator.serviceWorker.controller !== null;
  });

/** Waits until a request of the page passes through its worker: the browser names the worker a moment before that. */
const throughWorker = (page: Page) =>
  page.waitForFunction(async () => {
    const { href } = new URL('../favicon.svg', location.href);
    await fetch(href);
    const last = performance.getEntriesByName(href).at(-1);
    return last instanceof PerformanceResourceTiming && last.workerStart > 0;
  });

const living = (page: Page) =>
  page.evaluate(async () => {
    for (const figure of document.querySelectorAll('figure[data-widget]')) {
      figure.scrollIntoView({ behavior: 'instant' });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    // Of the exercises one is shown at a time.
    const shown = [...document.querySelectorAll('figure[data-widget]')].filter((figure) =>
      figure.checkVisibility(),
    );
    const live = shown.filter((figure) => figure.querySelector('.cl-widget[data-live]'));
    return { figures: shown.length, live: live.length };
  });

describe.each(['/', '/some/where/'])('the site below %s', (mount) => {
  test('shows a page again without a network, with every figure alive, and finds what is searched for', async () => {
    const server = await serve({ root: buildFolder, mount });
    const { page, errors, close } = await openAsIs(browser, `${server.url}contrastive-loss/`, WORKER);
    await inCare(page);
    await server.close();

    await page.goto(`${server.url}contrastive-loss/?pair.m=2#pair`);
    await expect
      .poll(
        async () => {
          const { figures, live } = await living(page);
          return figures > 3 && live === figures;
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    // The figure shows the state of the section that is read, and the address speaks of the first.
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => page.locator('#pair input[type="range"]').first().inputValue()).toBe('2');

    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('springs');
    await page.locator('dialog li a').first().waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('says which pages are kept when another is asked for without a network', async () => {
    const server = await serve({ root: buildFolder, mount });
    const { page, close } = await openAsIs(browser, `${server.url}glossary/`, WORKER);
    await inCare(page);
    await server.close();

    await page.goto(`${server.url}arcface-loss/`);
    expect(page.url()).toBe(`${server.url}offline/`);
    await expect
      .poll(() => page.locator('[data-kept-pages] a').allInnerTexts())
      .toEqual(['Glossary', 'Contrastive Loss by Hand']);
    await page.locator('[data-kept-pages] a', { hasText: 'Glossary' }).click();
    await page.waitForURL(/glossary\/$/);
    await close();
  });
});

test('the page of what is kept says so when it is nothing', async () => {
  const server = await serve({ root: buildFolder });
  const { page, close } = await openAsIs(browser, `${server.url}offline/`);
  await page.getByText('None so far.').waitFor();
  await close();
  await server.close();
});

test('a page says when there is no network, and when it is back', async () => {
  const server = await serve({ root: buildFolder });
  const { page, close } = await openAsIs(browser, server.url);
  const status = page.locator('.cl-offline');
  await page.context().setOffline(true);
  await status.filter({ hasText: 'You are offline' }).waitFor();
  await page.context().setOffline(false);
  await status.filter({ hasNotText: 'offline' }).waitFor({ state: 'attached' });
  await close();
  await server.close();
});

test('a network that was trained once can be trained again without a network', async () => {
  const server = await serve({ root: buildFolder });
  const { page, errors, close } = await openAsIs(browser, `${server.url}training/`, {
    ...WORKER,
    reducedMotion: 'reduce',
  });
  await inCare(page);
  const figure = page.locator('#train');
  const train = async () => {
    await figure.hover();
    await figure.locator('[data-live]').waitFor();
    await figure.getByRole('button', { name: 'Step', exact: true }).click();
    await expect
      .poll(() => figure.locator('.run .name').first().innerText(), { timeout: 30_000 })
      .toContain('1 step');
  };
  await train();
  await server.close();
  await page.reload();
  await train();
  expect(errors).toEqual([]);
  await close();
});

test('an embed installs no worker, and none looks after it', async () => {
  const server = await serve({ root: buildFolder });
  const { page, close } = await open(browser, `${server.url}embed/pair/`, WORKER);
  await page.locator('[data-live]').waitFor();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  await close();
  await server.close();
});

/** The site with another word in a script, as a later version of it has: its script then has another name. */
function laterVersion(folder: string) {
  const islands = join(folder, 'islands');
  const script = readdirSync(islands).find((name) => name.startsWith('family-')) ?? '';
  const later = 'family-LATER000.js';
  renameSync(join(islands, script), join(islands, later));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(html|js)$/.test(name)) continue;
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    let next = text.replaceAll(script, later);
    if (name === 'service-worker.js') next = next.replace(/(["'`])\d{13}\1/g, '"9999999999999"');
    if (next !== text) writeFileSync(path, next);
  }
  return { gone: script, later };
}

test('a new version leaves an open page working, and takes over with the pages that were kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'contrastive-loss-by-hand-'));
  cpSync(buildFolder, folder, { recursive: true });
  const server = await serve({ root: folder });
  const { page, errors, close } = await openAsIs(browser, `${server.url}loss-family/`, WORKER);
  await inCare(page);
  await throughWorker(page);
  const digit = () =>
    page.evaluate(async () => (await (await fetch('../digits/14/4.bin')).arrayBuffer()).byteLength);
  expect(await digit()).toBeGreaterThan(1000);
  const isKept = () =>
    page.evaluate(
      async () => (await caches.match(new URL('../digits/14/4.bin', location.href))) !== undefined,
    );
  await expect.poll(isKept, { timeout: 10_000 }).toBe(true);

  const { gone, later } = laterVersion(folder);
  writeFileSync(join(folder, 'digits/14/4.bin'), 'later');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const taken = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
    await registration.update();
    await taken;
  });
  // The open page is of the version before, and asks for a script that the host no longer has.
  expect(await page.evaluate(async (name) => (await fetch(`../islands/${name}`)).status, gone)).toBe(200);
  expect((await fetch(`${server.url}islands/${gone}`)).status).toBe(404);

  await server.close();
  await page.reload();
  expect(await page.content()).toContain('figure');
  // Its name is that of the version before, and its content is not.
  expect(await digit()).toBe('later'.length);
  expect(await page.evaluate(async (name) => (await fetch(`../islands/${name}`)).status, later)).toBe(200);
  await expect.poll(async () => (await living(page)).live).toBeGreaterThan(0);
  expect(errors).toEqual([]);
  await close();
  rmSync(folder, { recursive: true });
});
