import { readdirSync } from 'node:fs';
import { dev } from '$app/environment';
import type { LayoutServerLoad } from './$types';

/** The script of a host. It is built before the pages are, under a name that tells its content. */
function scriptOf(host: 'page' | 'embed'): string {
  if (dev) return `/src/lib/hosts/${host}.ts`;
  const file = readdirSync('static/islands').find((name) => name.startsWith(`${host}-`));
  if (file === undefined) throw new Error(`static/islands has no script for “${host}”; run the whole build`);
  return `/islands/${file}`;
}

export const load: LayoutServerLoad = () => ({
  scripts: { page: scriptOf('page'), embed: scriptOf('embed') },
});
