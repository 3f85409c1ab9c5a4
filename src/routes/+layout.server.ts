import { readdirSync } from 'node:fs';
import { dev } from '$app/environment';
import type { LayoutServerLoad } from './$types';

const SOURCES = {
  page: '/src/lib/hosts/page.ts',
  embed: '/src/lib/hosts/embed.ts',
  teach: '/src/lib/teach/page.ts',
  worksheet: '/src/lib/teach/worksheet.ts',
};

/** The script of a host. It is built before the pages are, under a name that tells its content. */
function scriptOf(host: keyof typeof SOURCES): string {
  if (dev) return SOURCES[host];
  // A name and a hash: other parts of the scripts have names that begin alike.
  const name = new RegExp(`^${host}-[\\w-]{8}\\.js$`);
  const file = readdirSync('static/islands').find((file) => name.test(file));
  if (file === undefined) throw new Error(`static/islands has no script for “${host}”; run the whole build`);
  return `/islands/${file}`;
}

export const load: LayoutServerLoad = () => ({
  scripts: {
    page: scriptOf('page'),
    embed: scriptOf('embed'),
    teach: scriptOf('teach'),
    worksheet: scriptOf('worksheet'),
  },
});
