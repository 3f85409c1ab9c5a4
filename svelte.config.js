import adapter from '@sveltejs/adapter-static';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { markdown } from './vite.markdown.js';

/**
 * Static files without what Kit builds for a router of its own, its scripts and the data of each page: pages are plain
 * HTML, and nothing asks for them.
 *
 * @returns {import('@sveltejs/kit').Adapter}
 */
function plainFiles() {
  const { name, adapt } = adapter();
  return {
    name,
    async adapt(builder) {
      await adapt(builder);
      for (const file of readdirSync('build', { recursive: true, encoding: 'utf8' })) {
        if (/^_app[\\/].*\.js(on)?$|__data\.json$/.test(file)) rmSync(join('build', file));
      }
    },
  };
}

/** @type {import('@sveltejs/kit').Config} */
export default {
  extensions: ['.svelte', '.md'],
  preprocess: [markdown()],
  compilerOptions: {
    runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true),
    // mdsvex writes the old form of a module script into each page.
    warningFilter: (warning) => warning.code !== 'script_context_deprecated',
  },
  kit: {
    adapter: plainFiles(),
    paths: { base: basePath(process.env.BASE_PATH) },
    // A request for each small stylesheet would cost a reader more than its bytes in the page.
    inlineStyleThreshold: 8192,
    prerender: { handleHttpError: 'fail', handleMissingId: 'fail' },
    // A page of the site installs it itself (src/lib/site/offline.ts), an embed does not.
    serviceWorker: { register: false },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        // Networks are trained in a worker.
        'worker-src': ['self'],
        // Formulas and code carry their measures and colours in style attributes.
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:'],
        'font-src': ['self', 'data:'],
        'object-src': ['none'],
        'base-uri': ['self'],
      },
    },
  },
};

/**
 * @param {string | undefined} path where the site is mounted, such as `/textbook`; pages work from anywhere, this is
 *   for the page of an address that does not exist
 * @returns {'' | `/${string}`}
 */
function basePath(path) {
  if (path === undefined || path === '') return '';
  if (!/^\/.*[^/]$/.test(path)) {
    throw new Error(
      `BASE_PATH is "${path}"; it must begin with a slash and not end in one, such as /textbook.`,
    );
  }
  return /** @type {`/${string}`} */ (path);
}
