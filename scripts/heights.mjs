// Measures how high a frame each widget needs, at the widths of phones and of columns, and writes it where the
// snippets for teachers take it from: `npm run build && npm run heights`.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { launch } from './browser.mjs';
import { runTypeScript } from './run-typescript.mjs';
import { serve } from './static-server.mjs';

/** @type {typeof import('../src/lib/teach/heights')} */
const { WIDTHS, enough } = await runTypeScript('../src/lib/teach/heights.ts');
/** @type {typeof import('../src/lib/widgets/registry')} */
const { definitions } = await runTypeScript('../src/lib/widgets/registry.ts');
const target = fileURLToPath(new URL('../src/lib/teach/heights.json', import.meta.url));

const site = await serve({ root: fileURLToPath(new URL('../build', import.meta.url)) });
const browser = await launch();
const page = await browser.newPage({ reducedMotion: 'reduce' });

/** @param {readonly number[]} widths */
async function measure(widths) {
  const heights = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 300 });
    heights.push(await page.evaluate(() => document.body.getBoundingClientRect().height));
  }
  return enough(heights);
}

/** @type {Record<string, { narrow: number, wide: number }>} */
const measured = {};
for (const id of Object.keys(definitions).sort()) {
  await page.goto(`${site.url}embed/${id}/`);
  await page.locator('[data-live]').waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  measured[id] = { narrow: await measure(WIDTHS.narrow), wide: await measure(WIDTHS.wide) };
}
await browser.close();
await site.close();

const text = await format(JSON.stringify(measured), { ...(await resolveConfig(target)), parser: 'json' });
writeFileSync(target, text);
console.log(text);
