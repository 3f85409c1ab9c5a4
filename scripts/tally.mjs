/**
 * @typedef {{ title: string, passed: boolean }} Check
 * @typedef {{ name: string, status: string, assertionResults: { status: string }[] }} TestFile
 * @typedef {{ testResults: TestFile[] }} Report what vitest's JSON reporter writes
 */

/**
 * Counts the static checks, one each, and every test.
 *
 * A test file that could not be loaded counts as one failure, as does a test run that failed without saying where,
 * left no report, or ran no test.
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

  const checksPassed = checks.filter((check) => check.passed).length;
  return { passed: passed + checksPassed, failed: failed + checks.length - checksPassed, lines };
}
