/** Mounts before the first look at the heap: at first the browser compiles and notes much, which is no leak. */
const WARM = 200;
const PROTOTYPE = "customElements.get('contrastive-widget').prototype";

/**
 * Mounts a widget as a custom element and takes it out again, many times; it is left while it plays where it can play.
 * @param {{ name: string, times: number }} what
 */
const mountAndRemove = async ({ name, times }) => {
  const frames = async (/** @type {number} */ count) => {
    for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done));
  };
  for (let i = 0; i < times; i++) {
    const element = document.createElement('contrastive-widget');
    element.setAttribute('name', name);
    const live = new Promise((done) => element.addEventListener('statechange', done, { once: true }));
    document.body.append(element);
    await live;
    const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
    buttons.find(({ textContent }) => textContent?.trim() === 'Play')?.click();
    await frames(2);
    element.remove();
    await frames(1);
  }
  performance.clearResourceTimings();
};

/** A page of the site that holds nothing but the script of the custom element. */
async function openBlank(
  /** @type {import('playwright-core').BrowserContext} */ context,
  /** @type {string} */ site,
) {
  const page = await context.newPage();
  const address = `${site}blank/`;
  const body = `<!doctype html><title>Blank</title><script type="module" src="${site}embed/element.js"></script>`;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(address);
  return page;
}

/**
 * The heap of a page in bytes before and after a widget was mounted and removed many times, garbage collected, and how
 * many of the removed elements are still held.
 * @param {import('playwright-core').Browser} browser
 * @param {string} site address of the built site
 * @param {string} name
 * @param {number} times
 */
export async function growth(browser, site, name, times) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await openBlank(context, site);
  const cdp = await context.newCDPSession(page);

  /** Workers that were starting have to end first, so the heap is looked at until it shrinks no more. */
  const heap = async () => {
    for (let least = Infinity; ;) {
      await page.waitForTimeout(1000);
      await cdp.send('HeapProfiler.collectGarbage');
      const { usedSize } = await cdp.send('Runtime.getHeapUsage');
      if (usedSize > 0.998 * least) return Math.min(usedSize, least);
      least = usedSize;
    }
  };
  const held = async () => {
    const { result } = await cdp.send('Runtime.evaluate', { expression: PROTOTYPE });
    const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
    const { result: count } = await cdp.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length; }',
    });
    return Number(count.value);
  };

  await page.evaluate(mountAndRemove, { name, times: WARM });
  const before = await heap();
  await page.evaluate(mountAndRemove, { name, times });
  const after = await heap();
  const elements = await held();
  await context.close();
  return { before, after, elements };
}
