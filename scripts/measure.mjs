// npm run measure [-- --runs 5]: weight, Lighthouse, and what a drag and a key cost, each widget of the built site, as tables.
// Times are quoted as multiples of the floor, measured in the same run: machines differ and drift.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { FLOOR, costOfDrag, framesOfDrag, latencyOfKeys } from './measure/drag.mjs';
import { judge } from './measure/lighthouse.mjs';
import { weigh } from './measure/weight.mjs';
import { serve } from './static-server.mjs';

const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(options.runs);
const build = fileURLToPath(new URL('../build', import.meta.url));
const pages = readdirSync(build, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html'))
  .map((file) => file.slice(0, -'index.html'.length));

const site = await serve({ root: build });
const browser = await launch();

/** @type {Record<string, object>} */
const weights = {};
for (const page of pages) weights[`/${page}`] = await weigh(browser, site.url + page);
console.table(weights);

const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
const floorPage = await context.newPage();
await floorPage.setContent(FLOOR);
const floor = await costOfDrag(floorPage, '#floor', 3);
/** @type {Record<string, object>} */
const drags = { floor: { ms: floor.toFixed(2), times: 1 } };
/** Widgets already measured: each once, on the first page that has it. */
const seen = new Set();
for (const path of pages) {
  const page = await context.newPage();
  await page.goto(site.url + path);
  for (const figure of await page.locator('figure[data-widget]').all()) {
    const widget = await figure.getAttribute('data-widget');
    const handle = `#${await figure.getAttribute('id')} svg [role=slider]`;
    if (widget === null || seen.has(widget) || (await page.locator(handle).count()) === 0) continue;
    seen.add(widget);
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('[data-live]').waitFor();
    const cost = await costOfDrag(page, handle, 3);
    drags[widget] = {
      ms: cost.toFixed(2),
      times: Number((cost / floor).toFixed(2)),
      'frames/s, 6× slower': Math.round(await framesOfDrag(page, handle, 6)),
      'key to frame p95, 4× slower, ms': Math.round(await latencyOfKeys(page, handle, 4)),
    };
  }
  await page.close();
}
console.table(drags);
await browser.close();

/** @type {Record<string, object>} */
const scores = {};
for (const path of pages) scores[`/${path}`] = await judge(site.url + path, runs);
console.table(scores);
await site.close();
