import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built site is served while the browser tests run: addresses that end in a slash. */
interface Site {
  /** The site at the root of its host. */
  root: string;
  /** The same site on another host, below a folder, outside of which there is nothing. */
  mounted: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    site: Site;
  }
}

export const buildFolder = fileURLToPath(new URL('../../../build', import.meta.url));

/** Throws unless the site has been built. */
export function requireBuild(): void {
  if (!existsSync(join(buildFolder, 'index.html'))) {
    throw new Error('The browser tests read the built site, and there is none. Build it: npm run build');
  }
}

/**
 * Every page of the built site that a reader reads, as an address below it: `''` for the home page, `'triplet-loss/'`.
 * Of the references of widgets, which are made alike, there is one.
 */
export function pages(): string[] {
  requireBuild();
  return readdirSync(buildFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map((entry) => relative(buildFolder, entry.parentPath))
    .map((folder) => (folder === '' ? '' : `${folder.split(sep).join('/')}/`))
    .filter((page) => !/^(?:embed|v\d+)\//.test(page) && !/^widgets\/(?!pair\/)./.test(page))
    .sort();
}
