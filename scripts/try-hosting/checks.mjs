import { get } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * @param {string | URL} address
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }>} as it comes,
 *   packed or not
 */
function ask(address) {
  return new Promise((done, fail) => {
    get(address, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    }).once('error', fail);
  });
}

/** @param {Awaited<ReturnType<typeof ask>>} answer */
const unpacked = ({ headers, body }) => (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);

/**
 * @param {boolean} holds
 * @param {string} otherwise
 */
function check(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

/**
 * Asks a host for what each reader and each embed needs of it.
 * @param {string} root address of the site, with a slash at the end
 * @param {string} site the built site
 * @returns {Promise<string>} what was seen
 * @throws Error that says what was not as docs/hosting.md promises
 */
export async function checkHost(root, site) {
  const page = await ask(root);
  check(page.status === 200, `the first page answers ${page.status}`);
  check(/^text\/html/.test(page.headers['content-type'] ?? ''), `it is ${page.headers['content-type']}`);
  check(page.headers['content-encoding'] === 'gzip', 'a page is not compressed');
  check(page.headers['cache-control'] === 'no-cache', `a page is kept: ${page.headers['cache-control']}`);

  const bare = await ask(`${root}contrastive-loss?m=2`);
  const target = new URL(bare.headers.location ?? '', `${root}contrastive-loss?m=2`);
  check([301, 302, 308].includes(bare.status), `a folder without its slash answers ${bare.status}`);
  check(`${target}` === `${root}contrastive-loss/?m=2`, `it leads to ${target}`);

  const script = await ask(`${root}embed/element.js`);
  check(
    /javascript/.test(script.headers['content-type'] ?? ''),
    `scripts are ${script.headers['content-type']}`,
  );
  check(script.headers['content-encoding'] === 'gzip', 'scripts are not compressed');
  check(script.headers['cache-control'] === 'no-cache', 'embed/element.js is kept');

  const island = readdirSync(join(site, 'islands')).find((name) => name.endsWith('.js'));
  const style = readdirSync(join(site, '_app/immutable/assets')).find((name) => name.endsWith('.css'));
  const hashed = [await ask(`${root}islands/${island}`), await ask(`${root}_app/immutable/assets/${style}`)];
  for (const { headers } of hashed)
    check(/immutable/.test(headers['cache-control'] ?? ''), 'a hashed file is asked for again');

  const missing = await ask(`${root}no/such/page`);
  check(missing.status === 404, `what is not there answers ${missing.status}`);
  const own = unpacked(missing).equals(readFileSync(join(site, '404.html')));
  check(own, 'the page for what is not there is not the site’s own');
  const folder = await ask(`${root}islands/`);
  check([403, 404].includes(folder.status), `a folder without a page answers ${folder.status}`);
  check(!folder.body.includes('Index of'), 'a folder is listed');

  for (const { headers } of [page, script, ...hashed, missing]) {
    check(headers['access-control-allow-origin'] === '*', 'Access-Control-Allow-Origin is missing');
    check(headers['x-content-type-options'] === 'nosniff', 'X-Content-Type-Options is missing');
  }
  const kilobytes = Math.round(script.body.length / 1000);
  return `pages, redirects, 404 and headers are right; element.js is ${kilobytes} kB`;
}

/**
 * Opens a chapter and an embed in a browser.
 * @param {import('playwright-core').Browser} browser
 * @param {string} root
 */
export async function checkInBrowser(browser, root) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('response', (response) => {
    if (response.status() >= 400) errors.push(`${response.url()} answers ${response.status()}`);
  });
  try {
    for (const path of ['contrastive-loss/', 'embed/pair/?m=2']) {
      await page.goto(root + path);
      await page.locator('[data-live]').first().waitFor({ timeout: 30_000 });
    }
    check(errors.length === 0, errors.join('; '));
    return 'a chapter and an embed come alive';
  } finally {
    await page.close();
  }
}
