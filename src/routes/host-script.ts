import { readdirSync, readFileSync } from 'node:fs';
import { dev } from '$app/environment';

const SOURCES = {
  page: '/src/lib/hosts/page.ts',
  teach: '/src/lib/teach/page.ts',
  worksheet: '/src/lib/teach/worksheet.ts',
};

const FOLDER = 'static/islands';

/** A script, and those that it cannot run without: a page names them all, so that no one waits for another to be read. */
export interface HostScript {
  file: string;
  needs: string[];
}

/** The script of a kind of page. */
export const scriptOf = (host: keyof typeof SOURCES): HostScript => builtScript(host, SOURCES[host]);

/** The script of a widget's embed, which vite.embeds.js writes. */
export const embedOf = (widget: string): HostScript =>
  builtScript(`embed-${widget}`, `/@id/__x00__embed:${widget}`);

/** A script, built before the pages are, under a name that tells its content; while developing, its source. */
function builtScript(host: string, source: string): HostScript {
  if (dev) return { file: source, needs: [] };
  // A name and a hash: other parts of the scripts have names that begin alike.
  const name = new RegExp(`^${host}-[\\w-]{8}\\.js$`);
  const file = readdirSync(FOLDER).find((file) => name.test(file));
  if (file === undefined) throw new Error(`${FOLDER} has no script for “${host}”; run the whole build`);
  const needs = neededBy(file);
  return { file: `/islands/${file}`, needs: needs.map((name) => `/islands/${name}`) };
}

/** What a built script imports as soon as it is run, and what that imports in its turn. */
function neededBy(script: string, known: string[] = []): string[] {
  const code = readFileSync(`${FOLDER}/${script}`, 'utf8');
  for (const [, name = ''] of code.matchAll(/(?:^|[;}\n])import(?:[^"'()]*from)?["']\.\/([^"']+)["']/g)) {
    if (known.includes(name)) continue;
    known.push(name);
    neededBy(name, known);
  }
  return known;
}
