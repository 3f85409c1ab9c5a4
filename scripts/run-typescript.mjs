import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * Imports a TypeScript module beside this one, with its own imports, without building the site.
 * @param {string} path relative to this folder
 */
export async function runTypeScript(path) {
  const { module } = await runnerImport(fileURLToPath(new URL(path, import.meta.url)), {
    configFile: false,
    logLevel: 'error',
  });
  return /** @type {any} */ (module);
}
