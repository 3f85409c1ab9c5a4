// npm run package: builds the loss library in package/dist, ready for `npm pack ./package`.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'package/dist');

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'package')], {
  stdio: 'inherit',
});

/**
 * A module as Node and bundlers ask for it: relative imports have their extension, which the sources leave out, and a
 * constant that nobody takes can be left out. esbuild does so where the call that makes it is marked as pure and is
 * given nothing that must be run, so a declaration, which holds raw strings and spread objects, becomes a function.
 * @param {string} text
 */
const published = (text) =>
  text
    .replace(/((?:from |import\()(['"])\.[^'"]*)\2/g, '$1.js$2')
    .replace(/^((?:export )?const \w+ = )(defineLoss\([^]*?^\}\));$/gm, '$1/* @__PURE__ */ (() => $2)();')
    .replace(/^((?:export )?const \w+ = )(?=\w+(?:\.\w+)?\()/gm, '$1/* @__PURE__ */ ');

for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath, entry.name);
  writeFileSync(file, published(readFileSync(file, 'utf8')));
}
copyFileSync(join(root, 'LICENSE'), join(root, 'package/LICENSE'));
