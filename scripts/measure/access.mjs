import axe from 'axe-core';

const VIEWS = /** @type {const} */ ([
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
]);

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>} each element that breaks a rule, with the rule
 */
async function faultsOf(page) {
  const { violations } = /** @type {import('axe-core').AxeResults} */ (
    await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** @param {import('playwright-core').Page} page */
async function takeHold(page) {
  // Figures come to life for a reader who is there.
  await page.mouse.move(1, 1);
  await page.waitForLoadState('networkidle');
  const handle = page.locator('[data-live] svg [role=slider]').first();
  if ((await handle.count()) === 0) return false;
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (!box) return false;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 15, box.y + box.height / 2 + 10);
  return true;
}

/**
 * Elements that break a rule of axe: in light, in dark, on a phone, and there in the middle of a drag.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 */
export async function faults(browser, url) {
  /** @type {string[]} */
  const found = [];
  for (const { width, colorScheme } of VIEWS) {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate(axe.source);
    found.push(...(await faultsOf(page)));
    if (width === 360 && (await takeHold(page))) found.push(...(await faultsOf(page)));
    await context.close();
  }
  return found;
}
