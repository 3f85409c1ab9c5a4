// Checks what the Teach page gives to paste against the built site, widget by widget and tool by tool:
// `npm run build && npm run check:snippets`.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTypeScript } from './run-typescript.mjs';

const build = fileURLToPath(new URL('../build', import.meta.url));
if (!existsSync(join(build, 'index.html'))) throw new Error('There is no built site: npm run build');

/** @param {string} path */
function has(path) {
  const file = join(build, path.endsWith('/') || path === '' ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile();
}

/** @type {typeof import('./snippets/cli.ts')} */
const { checkSnippets } = await runTypeScript('snippets/cli.ts');
const { checked, faults } = checkSnippets(has);
for (const fault of faults) console.error(fault);
console.log(`${checked} snippets, ${faults.length} faults`);
if (faults.length > 0) process.exitCode = 1;
