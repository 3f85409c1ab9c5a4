// npm run measure [-- weight access drag lighthouse] [--of NAME] [--runs 5]: what the built site weighs, whom it shuts
// out, what a drag and a key cost, and what Lighthouse says, as tables; at the end beside the figures to reach.
// All of it, unless some are named; `--of` keeps the pages and widgets with that in their name.
// Times of a drag are multiples of the floor, measured in the same run: machines differ and drift.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { faults } from './measure/access.mjs';
import { FLOOR, costBeside, framesOfDrag, latencyOfKeys } from './measure/drag.mjs';
import { judge } from './measure/lighthouse.mjs';
import { verdicts } from './measure/targets.mjs';
import { weigh } from './measure/weight.mjs';
import { withoutScript } from './measure/without-script.mjs';
import { serve } from './static-server.mjs';

/** @typedef {import('./measure/targets.mjs').Rows} Rows */

const { values: options, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, of: { type: 'string', default: '' } },
  allowPositionals: true,
});
const build = fileURLToPath(new URL('../build', import.meta.url));
const all = readdirSync(build, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html'))
  .map((file) => `/${file.slice(0, -'index.html'.length)}`)
  // The frames of a version are copies of those in `embed/`.
  .filter((path) => !/^\/v\d+\//.test(path))
  .sort();
const pages = all.filter((path) => path.includes(options.of));

const site = await serve({ root: build });
const browser = await launch();
const addressOf = (/** @type {string} */ path) => site.url + path.slice(1);

/** The state in which a widget is measured, where not that of its page. @type {Record<string, string>} */
const STATES = { cloud: 'forces=yes' };

/**
 * The state in which a widget is measured once more, with the landscape of its loss: one in which a drag of the first
 * handle draws anew. A landscape stays as it is while the point that it is about moves; in a cloud the way down does not.
 * @type {Record<string, string>}
 */
const LANDSCAPES = { pair: 'land=x2', triplet: 'land=n', cloud: 'land=way', arc: 'land=yes' };

/** Every widget, with the place to measure it: the first chapter with a figure of it, else its embed. */
function widgets() {
  const ids = all.map((path) => /^\/embed\/([\w-]+)\/$/.exec(path)?.[1]).filter((id) => id !== undefined);
  // The figure of the home page shows the landscape, which has a figure to reach of its own.
  const articles = all.filter((path) => path !== '/' && !path.startsWith('/embed/'));
  const placeOf = (/** @type {string} */ id, /** @type {string} */ state) => {
    for (const path of articles) {
      const html = readFileSync(join(build, path, 'index.html'), 'utf8');
      const [figure] = html.match(new RegExp(`<figure[^>]*data-widget="${id}"`)) ?? [];
      const name = /\bid="([^"]+)"/.exec(figure ?? '')?.[1];
      if (name) return { path: `${path}?${state && `${name}.${state}`}`, figure: `#${name}` };
    }
    return { path: `/embed/${id}/?${state}`, figure: '[data-embed]' };
  };
  return ids
    .flatMap((id) => {
      const land = LANDSCAPES[id];
      const plain = { name: id, hasLandscape: false, ...placeOf(id, STATES[id] ?? '') };
      return land ? [plain, { name: `${id}, landscape`, hasLandscape: true, ...placeOf(id, land) }] : [plain];
    })
    .filter(({ name }) => name.includes(options.of));
}

/** @type {Record<string, () => Promise<Rows>>} */
const KINDS = {
  async weight() {
    /** @type {Rows} */
    const rows = {};
    for (const path of pages) rows[path] = await weigh(browser, addressOf(path));
    return rows;
  },

  async access() {
    /** @type {Rows} */
    const rows = {};
    for (const path of pages) {
      const found = await faults(browser, addressOf(path));
      const { lost, ...shares } = await withoutScript(browser, addressOf(path));
      rows[path] = { axe: found.length, ...shares };
      for (const fault of new Set(found)) console.log(`${path} ${fault}`);
      if (lost.length > 0) console.log(`${path} without JavaScript lacks: ${lost.join(' ')}`);
    }
    return rows;
  },

  async drag() {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      serviceWorkers: 'block',
    });
    /** @type {Rows} */
    const rows = {};
    for (const { name, hasLandscape, path, figure } of widgets()) {
      const page = await context.newPage();
      await page.goto(addressOf(path));
      await page.mouse.move(1, 1);
      await page.locator(figure).scrollIntoViewIfNeeded();
      await page.locator(`${figure} [data-live]`).waitFor();
      const handle = `${figure} svg [role=slider]`;
      if ((await page.locator(handle).count()) > 0) {
        // A page of its own, as the widget has: one that has been dragged on for minutes costs less than a new one.
        const floorPage = await context.newPage();
        await floorPage.setContent(FLOOR);
        const { ms, multiple } = await costBeside([page, handle], [floorPage, '#floor']);
        await floorPage.close();
        await page.bringToFront();
        const work = { ms: Number(ms.toFixed(2)), '× floor': Number(multiple.toFixed(2)) };
        rows[name] = hasLandscape
          ? { ...work, 'frames/s, unslowed': Math.round(await framesOfDrag(page, handle, 1)) }
          : {
              ...work,
              'frames/s': Math.round(await framesOfDrag(page, handle, 6)),
              'key, ms': Math.round(await latencyOfKeys(page, handle, 4)),
            };
        console.log(name, rows[name]);
      }
      await page.close();
    }
    await context.close();
    return rows;
  },

  async lighthouse() {
    /** @type {Rows} */
    const rows = {};
    for (const path of pages) rows[path] = await judge(addressOf(path), Number(options.runs));
    return rows;
  },
};

const unknown = positionals.filter((kind) => !Object.hasOwn(KINDS, kind));
if (unknown.length > 0) {
  throw new Error(
    `there is nothing called ${unknown.join(', ')} to measure; there are ${Object.keys(KINDS).join(', ')}`,
  );
}
/** @type {Rows[]} */
const tables = [];
for (const [kind, measure] of Object.entries(KINDS)) {
  if (positionals.length > 0 && !positionals.includes(kind)) continue;
  console.log(`\n${kind}`);
  const rows = await measure();
  console.table(rows);
  tables.push(rows);
}
await browser.close();
await site.close();
console.log(`\nBeside the figures to reach\n${verdicts(tables).join('\n')}`);
