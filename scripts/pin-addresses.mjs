// Puts what other pages load under addresses of this version of the interface too, `v1/element.js` and `v1/pair/`: they
// keep their meaning when a later version changes it. A part of `npm run build`, before the site is packed.
//
// They stand one folder below the site, as deep as what they are copies of, so that every address in them holds.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTypeScript } from './run-typescript.mjs';

/** @type {typeof import('../src/lib/embed/version.ts')} */
const { PINNED, PINNED_SCRIPTS } = await runTypeScript('../src/lib/embed/version.ts');

const build = fileURLToPath(new URL('../build', import.meta.url));
const [from, to] = [join(build, 'embed'), join(build, PINNED)];
/** The frames, and what the scripts load beside them. */
const folders = readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isDirectory());

rmSync(to, { recursive: true, force: true });
mkdirSync(to);
for (const name of [...PINNED_SCRIPTS, ...folders.map((entry) => entry.name)])
  cpSync(join(from, name), join(to, name), { recursive: true });
console.log(`${PINNED}: ${PINNED_SCRIPTS.length} scripts, ${folders.length} folders`);
