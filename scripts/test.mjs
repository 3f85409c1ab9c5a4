// Runs every check there is, in order and to the end, and closes with one line: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReport, tally } from './tally.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'contrastive-loss-by-hand-'));
const reportPath = join(folder, 'report.json');

/**
 * @param {string} title
 * @param {string} command
 * @returns {boolean} whether the command succeeded
 */
function run(title, command) {
  console.log(`\n— ${title}: ${command}`);
  return spawnSync(command, { cwd: root, stdio: 'inherit', shell: true }).status === 0;
}

const checks = [
  { title: 'formatting', passed: run('formatting', 'npx prettier --check .') },
  { title: 'lint', passed: run('lint', 'npx eslint .') },
  { title: 'types', passed: run('types', 'npm run --silent check') },
  { title: 'build', passed: run('build', 'npm run --silent build') },
];
const testsPassed = run(
  'tests',
  `npx vitest run --reporter=default --reporter=json --outputFile.json="${reportPath}"`,
);
const result = tally(checks, testsPassed, readReport(reportPath));
rmSync(folder, { recursive: true });

console.log(`\n${result.lines.join('\n')}\n`);
console.log(`${result.passed} passed, ${result.failed} failed`);
process.exitCode = result.failed === 0 && result.passed > 0 ? 0 : 1;
