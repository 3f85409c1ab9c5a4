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
// Node asks for the extension of a relative import, which the sources leave out.
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath, entry.name);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/((?:from |import\()(['"])\.[^'"]*)\2/g, '$1.js$2'));
}
copyFileSync(join(root, 'LICENSE'), join(root, 'package/LICENSE'));
