import { readFileSync } from 'node:fs';

/**
 * @typedef {{ title: string, passed: boolean }} Check
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} TestResult
 * @typedef {{ name: string, status: string, assertionResults: TestResult[] }} TestFile
 * @typedef {{ testResults: TestFile[] }} Report what vitest's JSON reporter writes
 */

/**
 * @param {string} path
 * @returns {Report | undefined} undefined where the test run left none that can be read
 */
export function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Counts the static checks, one each, and every test.
 *
 * A test file that could not be loaded counts as one failure, as does a test run that failed without saying where,
 * left no report, or ran no test. A test that failed and passed when it was run once more is named with what it failed of.
 *
 * @param {Check[]} checks
 * @param {boolean} testsPassed whether the test runner itself ended well
 * @param {Report | undefined} report
 * @returns {{ passed: number, failed: number, lines: string[] }} `lines`: a summary, one check a line
 */
export function tally(checks, testsPassed, report) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const count = (/** @type {string} */ status) => tests.filter((test) => test.status === status).length;
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );

  const passed = count('passed');
  const skipped = tests.length - passed - count('failed');
  let failed = count('failed') + broken.length;
  if (failed === 0 && (!testsPassed || passed === 0)) failed = 1;

  const lines = checks.map((check) => `${check.passed ? 'ok    ' : 'FAILED'}  ${check.title}`);
  const details = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  lines.push(`${failed === 0 ? 'ok    ' : 'FAILED'}  tests: ${details}`);
  for (const file of broken) lines.push(`        could not run ${file.name}`);
  for (const { status, fullName, failureMessages } of tests) {
    const [reason] = failureMessages;
    if (status === 'passed' && reason !== undefined) {
      lines.push(`        passed when run once more: ${fullName}: ${reason.split('\n')[0]}`);
    }
  }

  const checksPassed = checks.filter((check) => check.passed).length;
  return { passed: passed + checksPassed, failed: failed + checks.length - checksPassed, lines };
}

/**
 * Adds up the closing lines of several runs, each the last line that a run printed. A run without one, or that failed
 * though its line says nothing of it, counts as one failure.
 *
 * @param {{ output: string, succeeded: boolean }[]} runs
 * @returns {{ passed: number, failed: number }}
 */
export function addUp(runs) {
  let [passed, failed] = [0, 0];
  for (const { output, succeeded } of runs) {
    const [, passes, failures] = /(?:^|\n)(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
    passed += Number(passes ?? 0);
    failed += Number(failures ?? 0) || (succeeded && Number(passes) > 0 ? 0 : 1);
  }
  return { passed, failed };
}
