/**
 * What a page carries over the wire: at its first view, and once it was scrolled through so that every lazy part came.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 */
export async function weigh(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  /** @type {Map<string, string>} */
  const types = new Map();
  const kB = { total: 0, script: 0 };
  let requests = 0;
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.url.startsWith('data:')) return;
    types.set(requestId, type);
    requests += 1;
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    kB.total += encodedDataLength / 1000;
    if (types.get(requestId) === 'Script') kB.script += encodedDataLength / 1000;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const first = { kB: Math.round(kB.total), 'script kB': Math.round(kB.script), requests };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 600) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(50);
  }
  await page.waitForLoadState('networkidle');
  await context.close();
  return { ...first, 'kB, scrolled': Math.round(kB.total), 'script kB, scrolled': Math.round(kB.script) };
}
