import { readdirSync, readFileSync } from 'node:fs';
import { dev } from '$app/environment';

const SOURCES = {
  page: '/src/lib/hosts/page.ts',
  embed: '/src/lib/hosts/embed.ts',
  teach: '/src/lib/teach/page.ts',
  worksheet: '/src/lib/teach/worksheet.ts',
};

const FOLDER = 'static/islands';

/** A script, and those that it cannot run without: a page names them all, so that no one waits for another to be read. */
export interface HostScript {
  file: string;
  needs: string[];
}

/** The script of a host. It is built before the pages are, under a name that tells its content. */
export function scriptOf(host: keyof typeof SOURCES): HostScript {
  if (dev) return { file: SOURCES[host], needs: [] };
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
