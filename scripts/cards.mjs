// Draws the pictures that other sites show beside a link: one of each widget and one of the site, 1200 by 630 pixels,
// from the pictures of the built site, and takes the README's pictures, of the home page and of the figure that trains:
// `npm run build && npm run cards`. For some widgets only: `npm run cards -- pair arc`.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { launch } from './browser.mjs';
import { runTypeScript } from './run-typescript.mjs';
import { serve } from './static-server.mjs';

/** @type {typeof import('../src/lib/widgets/registry')} */
const { definitions } = await runTypeScript('../src/lib/widgets/registry.ts');
const folder = fileURLToPath(new URL('../static/cards/', import.meta.url));
const SITE = 'Contrastive Loss by Hand';
const STYLE = `
  body { margin: 0; background: var(--cl-panel); }
  .card { display: grid; grid-template-columns: 26rem 1fr; gap: 3rem; box-sizing: border-box; width: 1200px;
    height: 630px; padding: 3.5rem; align-items: center; overflow: hidden; }
  .card h1 { margin: 0 0 1.5rem; font-size: 3.25rem; line-height: 1.12; font-weight: 600; text-wrap: balance; }
  .card p { margin: 0; font: 1.5rem/1.35 var(--cl-font-ui); color: var(--cl-muted); }
  .card .picture, .card .picture svg { width: 100%; height: 518px; aspect-ratio: auto; }
`;

mkdirSync(folder, { recursive: true });
const site = await serve({ root: fileURLToPath(new URL('../build', import.meta.url)) });
const browser = await launch();
const page = await browser.newPage({
  viewport: { width: 1200, height: 630 },
  colorScheme: 'light',
  serviceWorkers: 'block',
});

/** @param {string} path */
async function take(path) {
  const picture = sharp(await page.screenshot()).png({ palette: true, colours: 128, effort: 10, dither: 0 });
  await picture.toFile(path);
}

/** @param {{ name: string, widget: string, title: string, below: string }} card */
async function draw({ name, widget, title, below }) {
  await page.goto(`${site.url}teach/`);
  await page.addStyleTag({ content: STYLE });
  await page.evaluate(
    ([id, heading, line]) => {
      const picture = document.querySelector(`li:has([data-choose="${id}"]) .picture`);
      if (!picture) throw new Error(`The page for teachers has no picture of “${id}”.`);
      const card = document.createElement('div');
      card.className = 'card';
      const words = document.createElement('div');
      const h1 = document.createElement('h1');
      h1.textContent = heading ?? '';
      const p = document.createElement('p');
      p.textContent = line ?? '';
      words.append(h1, p);
      card.append(words, picture);
      document.body.replaceChildren(card);
    },
    [widget, title, below],
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await take(`${folder}${name}.png`);
}

const asked = process.argv.slice(2);
for (const { id, name } of Object.values(definitions)) {
  if (asked.length > 0 && !asked.includes(id)) continue;
  await draw({ name: id, widget: id, title: name, below: SITE });
}
if (asked.length > 0) {
  await browser.close();
  await site.close();
  process.exit();
}

await draw({
  name: 'site',
  widget: 'pair',
  title: SITE,
  below: 'An interactive textbook on contrastive loss and metric learning',
});
/**
 * Takes a picture of the built site for the README, with its figures alive.
 * @param {string} path
 * @param {{ width: number, height: number }} viewport
 * @param {string} file
 */
async function takePage(path, viewport, file) {
  await page.setViewportSize(viewport);
  await page.goto(`${site.url}${path}`);
  // A figure wakes for a reader.
  await page.mouse.move(1, 1);
  await page.locator('[data-live]').first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await take(fileURLToPath(new URL(`../docs/${file}`, import.meta.url)));
}

await takePage('', { width: 1200, height: 936 }, 'site.png');
await takePage('embed/train/?fit=1', { width: 1000, height: 630 }, 'training.png');
await browser.close();
await site.close();
