// npm run fuzz [-- --pointer 90 --keys 40 --widgets pair,cloud --seed 1 --runs 10000]
// Many random addresses, messages and pages of Markdown, then each widget of the built site under a random hand: seconds of pointer and of keys.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { play } from './fuzz/play.mjs';
import { serve } from './static-server.mjs';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    pointer: { type: 'string', default: '90' },
    keys: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    widgets: { type: 'string', default: '' },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const build = fileURLToPath(new URL('../build', import.meta.url));
let failed = false;

if (Number(options.runs) > 0) {
  const { status } = spawnSync(
    'npx vitest run --project unit tests/content/fuzz.test.ts tests/hosts/fuzz.test.ts',
    { cwd: root, stdio: 'inherit', shell: true, env: { ...process.env, FUZZ_RUNS: options.runs } },
  );
  failed = status !== 0;
}

const all = readdirSync(`${build}/embed`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const widgets = options.widgets === '' ? all : options.widgets.split(',');
const site = await serve({ root: build });
const browser = await launch();
for (const widget of widgets) {
  const problems = await play(browser, `${site.url}embed/${widget}/`, {
    seed: Number(options.seed),
    pointer: Number(options.pointer),
    keys: Number(options.keys),
  });
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${widget}`);
  for (const problem of problems) console.log(`        ${problem}`);
  failed ||= problems.length > 0;
}
await browser.close();
await site.close();
process.exitCode = failed ? 1 : 0;
