// npm run test:engines [-- any option of vitest, such as -t "the page" or a file]
// Drives the built site in Chromium, Firefox and WebKit, and closes with one line: `N passed, N failed`.
// What is missing of the three is installed from Debian; PICTURES=folder keeps a picture of each widget in each engine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePrograms } from './engines/programs.mjs';
import { readReport, tally } from './tally.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'contrastive-loss-by-hand-'));
const report = join(folder, 'report.json');

function run() {
  try {
    ensurePrograms();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = ['vitest', 'run', '-c', 'vitest.engines.config.ts', ...options, ...process.argv.slice(2)];
  return spawnSync('npx', command, { cwd: root, stdio: 'inherit' }).status === 0;
}

const result = tally([], run(), readReport(report));
rmSync(folder, { recursive: true });

console.log(`\n${result.lines.join('\n')}\n`);
console.log(`${result.passed} passed, ${result.failed} failed`);
process.exitCode = result.failed === 0 && result.passed > 0 ? 0 : 1;
