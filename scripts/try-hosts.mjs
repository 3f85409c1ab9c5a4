// Tries the snippets of the Teach page in tools that are too heavy for the test run: `npm run build && npm run try:hosts`.
// Takes the tools from Debian's packages and from PyPI, and says what it installs. A picture of each goes to a temporary
// folder. `npm run try:hosts -- marimo JupyterLab` tries those two.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { runTypeScript } from './run-typescript.mjs';
import { serve } from './static-server.mjs';
import { installPackages } from './try-hosts/debian.mjs';
import { tryFigure } from './try-hosts/figure.mjs';
import * as mkdocs from './try-hosts/mkdocs.mjs';
import * as notebook from './try-hosts/notebook.mjs';
import * as jupyterlab from './try-hosts/jupyterlab.mjs';
import * as marimo from './try-hosts/marimo.mjs';
import * as wordpress from './try-hosts/wordpress.mjs';

/** The address that a build names which was told none. oEmbed answers name it. */
const PORT = 4173;

const build = fileURLToPath(new URL('../build', import.meta.url));
if (!existsSync(join(build, 'index.html'))) throw new Error('There is no built site: npm run build');

/** @type {typeof import('../src/lib/teach/snippets')} */
const { snippets } = await runTypeScript('../src/lib/teach/snippets.ts');
/** @type {typeof import('../src/lib/embed/iframe-heights')} */
const { heightsOf } = await runTypeScript('../src/lib/embed/iframe-heights.ts');
/** @type {typeof import('../src/lib/widgets/registry')} */
const { definitions } = await runTypeScript('../src/lib/widgets/registry.ts');

const all = [mkdocs, wordpress, notebook, jupyterlab, marimo];
const wanted = process.argv.slice(2);
/** Those that are named on the command line, or all. */
const hosts = all.filter(({ start }) => wanted.length === 0 || wanted.includes(start.title));
if (hosts.length === 0)
  throw new Error(
    `There is no ${wanted.join(', ')}; there are ${all.map(({ start }) => start.title).join(', ')}`,
  );

installPackages(hosts.flatMap(({ packages }) => packages));

const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
const site = await serve({ root: build, port: PORT });
const browser = await launch();
let failed = 0;

/**
 * What the Teach page says to paste.
 * @param {string} tool
 * @param {import('../src/lib/embed/embed-url').Embed} embed
 */
function snippetOf(tool, embed = { widget: 'pair', query: '' }) {
  const definition = definitions[embed.widget];
  if (!definition) throw new Error(`there is no widget ${embed.widget}`);
  const choice = { definition, embed, heights: heightsOf(embed.widget), site: site.url };
  return snippets(choice).find(({ id }) => id === tool)?.code ?? '';
}

/**
 * @param {string} title
 * @param {() => Promise<string>} run says what was seen
 */
async function report(title, run) {
  try {
    console.log(`✓ ${title}: ${await run()}`);
  } catch (error) {
    failed++;
    console.log(`✗ ${title}: ${error instanceof Error ? error.message : error}`);
  }
}

for (const { start } of hosts) {
  /** @type {Awaited<ReturnType<typeof start>> | undefined} */
  let host;
  /** What ends each server that was started, also when a later one was not. @type {(() => Promise<void>)[]} */
  const ends = [];
  await report(start.title, async () => {
    const atEnd = (/** @type {() => Promise<void>} */ close) => void ends.push(close);
    host = await start(join(folder, start.title), { snippetOf, site: site.url, atEnd });
    return host.version;
  });
  /** @type {readonly import('./try-hosts/server.mjs').HostPage[]} */
  const pages = host?.pages ?? [];
  for (const { title, address, attempt = tryFigure, ...expected } of pages) {
    const picture = join(folder, `${start.title}-${title.replace(/\W+/g, '-')}.png`);
    await report(`  ${title}`, () => attempt(browser, { address, picture, ...expected }));
  }
  for (const close of ends.reverse()) await close();
  rmSync(join(folder, start.title), { recursive: true, force: true });
}

await browser.close();
await site.close();
console.log(`Pictures are in ${folder}`);
process.exitCode = failed === 0 ? 0 : 1;
