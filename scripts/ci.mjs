// Runs all tests, then those in all engines on the site that the first have built, and closes with the sum of both:
// `N passed, N failed`, alone on the last line.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { addUp } from './tally.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Characters of a run's output that are kept to find its closing line in. */
const TAIL = 1000;

/**
 * @param {string} script of package.json
 * @returns {Promise<{ output: string, succeeded: boolean }>} the end of what it printed
 */
function run(script) {
  const child = spawn('npm', ['run', script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    output = (output + chunk).slice(-TAIL);
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve({ output, succeeded: false }));
    child.once('close', (code) => resolve({ output, succeeded: code === 0 }));
  });
}

const { passed, failed } = addUp([await run('test'), await run('test:engines')]);
console.log(`\nAll tests and all engines:\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
