// Measures how high a frame each widget needs, at the widths of phones and of columns, and writes it where the
// snippets for teachers take it from: `npm run build && npm run heights`. For some widgets only: `npm run heights -- pair arc`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { launch } from './browser.mjs';
import { runTypeScript } from './run-typescript.mjs';
import { serve } from './static-server.mjs';

/** @type {typeof import('../src/lib/embed/iframe-heights')} */
const { WIDTHS, heightsBy } = await runTypeScript('../src/lib/embed/iframe-heights.ts');
/** @type {typeof import('../src/lib/widgets/registry')} */
const { definitions } = await runTypeScript('../src/lib/widgets/registry.ts');
const target = fileURLToPath(new URL('../src/lib/embed/iframe-heights.json', import.meta.url));

const site = await serve({ root: fileURLToPath(new URL('../build', import.meta.url)) });
const browser = await launch();
const page = await browser.newPage({ reducedMotion: 'reduce' });

/** @param {number} width */
async function measure(width) {
  await page.setViewportSize({ width, height: 300 });
  return page.evaluate(() => document.body.getBoundingClientRect().height);
}

/** @type {Record<string, import('../src/lib/embed/iframe-heights').Heights>} */
const measured = JSON.parse(readFileSync(target, 'utf8'));
const asked = process.argv.slice(2);
for (const id of asked.length > 0 ? asked : Object.keys(definitions)) {
  await page.goto(`${site.url}embed/${id}/`);
  await page.locator('[data-live]').waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  /** @type {Map<number, number>} */
  const heights = new Map();
  for (const width of Object.values(WIDTHS).flat()) heights.set(width, await measure(width));
  measured[id] = heightsBy((width) => heights.get(width) ?? 0);
}
await browser.close();
await site.close();

const sorted = Object.fromEntries(
  Object.keys(definitions)
    .sort()
    .map((id) => [id, measured[id]]),
);
const text = await format(JSON.stringify(sorted), { ...(await resolveConfig(target)), parser: 'json' });
writeFileSync(target, text);
console.log(text);
