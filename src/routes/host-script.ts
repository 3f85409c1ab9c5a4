import { readFileSync } from 'node:fs';
import type { Manifest } from 'vite';
import { dev } from '$app/environment';

const SOURCES = {
  page: '/src/lib/hydration/page.ts',
  teach: '/src/lib/teach/page.ts',
  worksheet: '/src/lib/teach/worksheet.ts',
  gallery: '/src/lib/teach/gallery.ts',
  slides: '/src/lib/slides/deck.ts',
};

const MANIFEST = 'static/islands/manifest.json';

/** A script, and those that it cannot run without: a page names them all, so that no one waits for another to be read. */
export interface HostScript {
  file: string;
  needs: string[];
}

let manifest: Manifest | undefined;

/** What the build of the scripts says that it made, by source. */
const built = (): Manifest => (manifest ??= JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest);

/** The script of a kind of page. */
export const scriptOf = (host: keyof typeof SOURCES): HostScript => builtScript(host, SOURCES[host]);

/** The script of a widget's embed, which vite.embeds.js writes. */
export const embedOf = (widget: string): HostScript =>
  builtScript(`frame-of-${widget}`, `/@id/__x00__embed:${widget}`);

/** A script, built before the pages are, under a name that tells its content; while developing, its source. */
function builtScript(host: string, source: string): HostScript {
  if (dev) return { file: source, needs: [] };
  const entry = Object.entries(built()).find(([, { isEntry, name }]) => isEntry && name === host);
  if (!entry) throw new Error(`${MANIFEST} has no script for “${host}”; run the whole build`);
  const [key, { file }] = entry;
  return { file: `/islands/${file}`, needs: neededBy(key).map((part) => `/islands/${built()[part]?.file}`) };
}

/** What a script imports as soon as it is run, and what that imports in its turn. */
function neededBy(part: string, known: string[] = []): string[] {
  for (const next of built()[part]?.imports ?? []) {
    if (known.includes(next)) continue;
    known.push(next);
    neededBy(next, known);
  }
  return known;
}
