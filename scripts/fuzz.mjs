// npm run fuzz [-- --runs 10000 --pointer 90 --keys 40 --mounts 200 --widgets pair,cloud --seed 1 --browser firefox]
// Many random addresses, messages, files and pages of Markdown; then each widget of the built site, under a random hand for
// seconds of pointer and of keys, and mounted and removed many times. With 0 a part is left out. In Firefox the hand plays
// alone: only Chromium tells how much a page holds.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { LAUNCHERS } from './engines/launch.mjs';
import { growth } from './fuzz/memory.mjs';
import { play } from './fuzz/play.mjs';
import { serve } from './static-server.mjs';

/** Of the heap, after a widget was mounted and removed. */
const ALLOWED_GROWTH = 0.05;

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    pointer: { type: 'string', default: '90' },
    keys: { type: 'string', default: '40' },
    mounts: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    widgets: { type: 'string', default: '' },
    browser: { type: 'string', default: 'chromium' },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const build = fileURLToPath(new URL('../build', import.meta.url));
let failed = false;

if (Number(options.runs) > 0) {
  const { status } = spawnSync(
    'npx vitest run --project unit tests/content/fuzz.test.ts tests/embed/fuzz.test.ts tests/learning/fuzz.test.ts',
    { cwd: root, stdio: 'inherit', shell: true, env: { ...process.env, FUZZ_RUNS: options.runs } },
  );
  failed = status !== 0;
}

const all = readdirSync(`${build}/embed`).filter((name) => existsSync(`${build}/embed/${name}/index.html`));
const widgets = options.widgets === '' ? all : options.widgets.split(',');
const launchPlayer =
  options.browser === 'firefox' || options.browser === 'chromium' ? LAUNCHERS[options.browser] : undefined;
if (launchPlayer === undefined) {
  throw new Error(`--browser is "${options.browser}"; it must be ${Object.keys(LAUNCHERS).join(' or ')}.`);
}
const site = await serve({ root: build });
const player = await launchPlayer();
const weighed = options.browser === 'chromium' && Number(options.mounts) > 0 ? await launch() : undefined;
for (const widget of widgets) {
  const problems = [];
  let heap = '';
  if (Number(options.pointer) + Number(options.keys) > 0) {
    const found = await play(player, `${site.url}embed/${widget}/`, {
      seed: Number(options.seed),
      pointer: Number(options.pointer),
      keys: Number(options.keys),
    });
    problems.push(...found);
  }
  if (weighed) {
    const { before, after, elements } = await growth(weighed, site.url, widget, Number(options.mounts));
    const share = after / before - 1;
    heap = `heap ${(before / 1e6).toFixed(2)} to ${(after / 1e6).toFixed(2)} MB, ${(100 * share).toFixed(1)} %`;
    if (elements > 0) problems.push(`${elements} of the removed elements are still held`);
    if (share > ALLOWED_GROWTH) problems.push(`the heap grows: ${heap}`);
  }
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${widget}  ${heap}`);
  for (const problem of problems) console.log(`        ${problem}`);
  failed ||= problems.length > 0;
}
await Promise.all([player.close(), weighed?.close()]);
await site.close();
process.exitCode = failed ? 1 : 0;
