/**
 * What a page of a host must let a figure do.
 * @typedef {{ address: string, picture: string, grows?: boolean | undefined, sandboxed?: boolean | undefined }} Trial
 */

/** Written into the host's page: it writes down what the frame says, and can speak to it. */
const LISTEN = `
  window.heard = [];
  addEventListener('message', ({ data }) => heard.push(data));
  window.figure = () => document.querySelector('iframe[src*="/v1/pair/"]');
  window.ask = (fields) => figure().contentWindow.postMessage(
    { channel: 'contrastive-loss-by-hand', version: 1, ...fields }, '*');`;

/**
 * Drags a point of the pair with the mouse, asks for the state, and unfolds a part so that the figure grows.
 * @param {import('playwright-core').Browser} browser
 * @param {Trial} trial
 * @returns {Promise<string>} what was seen
 * @throws Error that says what was not as it should be
 */
export async function tryFigure(browser, { address, picture, grows, sandboxed }) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await page.evaluate(LISTEN);
    const frame = page.locator('iframe[src*="/v1/pair/"]').first();
    await frame.scrollIntoViewIfNeeded();
    const inside = page.frameLocator('iframe[src*="/v1/pair/"]');
    const point = inside.getByRole('slider', { name: /second/ });
    await inside.locator('[data-live]').waitFor({ timeout: 15_000 });
    const sandbox = await frame.getAttribute('sandbox');
    if (sandboxed && !sandbox?.includes('allow-scripts')) throw new Error(`the sandbox is ${sandbox}`);

    const before = await point.getAttribute('aria-valuetext');
    const box = await point.boundingBox();
    if (!box) throw new Error('the point is not to be seen');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 50, y - 20, { steps: 4 });
    await page.mouse.up();
    const after = await point.getAttribute('aria-valuetext');
    if (after === before) throw new Error('a drag moved nothing');
    const sticksOut = () =>
      inside.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height - innerHeight));
    const rest = await sticksOut();
    await page.screenshot({ path: picture });

    await page.evaluate("ask({ type: 'getState', id: 'here' })");
    const answer = await page.waitForFunction("heard.find((message) => message.id === 'here')");
    const { state } = await answer.jsonValue();

    await inside.getByText('Code for this state').first().click();
    await page.waitForFunction("heard.some(({ type }) => type === 'height')");
    if (grows) {
      await page.waitForFunction('figure().offsetHeight > 800');
      if ((await sticksOut()) > 0) throw new Error('the frame grew less than the figure');
    }
    const height = rest > 0 ? `${rest} px stick out of the frame` : 'nothing scrolls inside';
    const growth = grows ? ', the frame grows with it' : ', its height is told';
    return `dragged to ${state}, answered by message; ${height}${growth}${sandbox ? `; sandbox ${sandbox}` : ''}`;
  } finally {
    await page.close();
  }
}
