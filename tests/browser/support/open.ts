import { errors as failures, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';

export interface OpenPage {
  page: Page;
  /** What the page logged as an error, threw, or failed to load. */
  errors: string[];
  /** Addresses outside the page's own origin that it asked for. */
  foreign: string[];
  close: () => Promise<void>;
}

/**
 * Opens an address in a context of its own. Errors and requests go on being collected until it is closed. The worker
 * that keeps pages for reading offline is let in only by a test that says so.
 */
export async function openAsIs(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  const { origin } = new URL(address);
  const errors: string[] = [];
  const foreign: string[] = [];

  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('requestfailed', (request) => {
    // Where scripts are switched off the browser refuses those that a page names, which is no error of the page.
    const refused = options.javaScriptEnabled === false && request.resourceType() === 'script';
    // A frame that is given another address breaks off what it was loading.
    const replaced =
      request.failure()?.errorText === 'net::ERR_ABORTED' &&
      !request.isNavigationRequest() &&
      request.serviceWorker() === null &&
      request.frame().parentFrame() !== null;
    if (!refused && !replaced) errors.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) errors.push(`${response.url()}: ${response.status()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && asked !== origin) foreign.push(request.url());
  });

  await page.goto(address, { waitUntil: 'load' });
  // A page does no work until a reader is there.
  await page.mouse.move(1, 1);
  return { page, errors, foreign, close: () => context.close() };
}

/** Milliseconds in which any page has been scrolled through, also on a machine with other things to do. */
const PATIENCE = 15_000;

/**
 * Opens an address, scrolls it once from top to bottom so that everything that waits to be seen has come to life, and
 * returns to the top.
 *
 * About once in two hundred pages Chromium without a graphics processor stops drawing for good: its compositor waits for
 * tiles that it takes for unfinished, while scripts go on. Once in some thousand it does not come to the end of loading
 * a page. No page can end that, so such a page is opened again: a hook, unlike a test, is not run once more. One that
 * is too busy to answer is a fault of ours, and is not.
 */
export async function open(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const opened = await openAndScroll(browser, address, options).catch((error: unknown) => {
    if (!(error instanceof failures.TimeoutError)) throw error;
    console.warn(`${address} did not open in time: ${error.message}`);
    return undefined;
  });
  if (opened !== undefined) return opened;
  const again = await openAndScroll(browser, address, options);
  if (again === undefined) throw new Error(`The browser stopped drawing ${address} twice.`);
  return again;
}

/** As {@link open}; undefined where the browser has stopped drawing the page. */
async function openAndScroll(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
): Promise<OpenPage | undefined> {
  const opened = await openAsIs(browser, address, options);
  if (options.javaScriptEnabled !== false && !(await within(PATIENCE, scrollThrough(opened.page)))) {
    expect(
      await within(
        PATIENCE,
        opened.page.evaluate(() => 'here'),
      ),
      `${address} hangs`,
    ).toBe(true);
    console.warn(`The browser stopped drawing ${address}; it is opened again.`);
    await opened.close();
    return undefined;
  }
  await opened.page.waitForLoadState('networkidle');
  return opened;
}

/** Whether the browser still draws a page; see {@link open}. */
export const draws = (page: Page): Promise<boolean> =>
  within(
    PATIENCE,
    page.evaluate(() => new Promise((done) => requestAnimationFrame(done))),
  );

/** Whether something has come to its end in some milliseconds. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}

/** Shows each screenful for two frames: what observes its own visibility reports with the next one. */
function scrollThrough(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let top = 0; top <= document.documentElement.scrollHeight; top += window.innerHeight) {
      window.scrollTo({ top, behavior: 'instant' });
      await frame();
      await frame();
    }
    window.scrollTo({ top: 0, behavior: 'instant' });
  });
}
