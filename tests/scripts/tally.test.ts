import { describe, expect, test } from 'vitest';
import { addUp, tally } from '../../scripts/tally.mjs';

const file = (name: string, ...statuses: string[]) => ({
  name,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status, fullName: `${name} works`, failureMessages: [] })),
});
const good = { title: 'lint', passed: true };
const bad = { title: 'types', passed: false };

test('counts each test and each static check as one', () => {
  const report = { testResults: [file('a', 'passed', 'passed'), file('b', 'passed', 'failed')] };
  expect(tally([good, bad], false, report)).toMatchObject({ passed: 4, failed: 2 });
});

test('counts a test file that could not be loaded as a failure and names it', () => {
  const report = {
    testResults: [file('a', 'passed'), { name: 'b', status: 'failed', assertionResults: [] }],
  };
  const { failed, lines } = tally([], false, report);
  expect(failed).toBe(1);
  expect(lines.join('\n')).toContain('could not run b');
});

test('fails when the runner failed without saying where', () => {
  expect(tally([good], false, { testResults: [file('a', 'passed')] })).toMatchObject({ failed: 1 });
});

test('fails when no test ran', () => {
  expect(tally([good], true, { testResults: [] })).toMatchObject({ passed: 1, failed: 1 });
  expect(tally([good], true, undefined)).toMatchObject({ passed: 1, failed: 1 });
  expect(tally([good], true, { testResults: [file('a', 'skipped')] })).toMatchObject({
    passed: 1,
    failed: 1,
  });
});

test('says how many tests were skipped, and counts them neither as passed nor as failed', () => {
  const report = { testResults: [file('a', 'passed', 'skipped')] };
  const { passed, failed, lines } = tally([], true, report);
  expect([passed, failed]).toEqual([1, 0]);
  expect(lines.join('\n')).toContain('1 skipped');
});

test('names a test that passed only when it was run once more, with what it failed of', () => {
  const late = { status: 'passed', fullName: 'a works', failureMessages: ['Error: no answer\n    at a.ts'] };
  const report = { testResults: [{ name: 'a', status: 'passed', assertionResults: [late] }] };
  const { passed, failed, lines } = tally([], true, report);
  expect([passed, failed]).toEqual([1, 0]);
  expect(lines.at(-1)?.trim()).toBe('passed when run once more: a works: Error: no answer');
});

describe('the sum of several runs', () => {
  const good = { output: 'much\n\n12 passed, 0 failed\n', succeeded: true };

  test('adds up their last lines', () => {
    const engines = { output: '3 passed, 9 failed\nmore\n30 passed, 2 failed\n', succeeded: false };
    expect(addUp([good, engines])).toEqual({ passed: 42, failed: 2 });
  });

  test.each([
    ['closes without a line', { output: '5 passed, 0 failed\nError: no browser', succeeded: true }],
    ['fails with a line that names no failure', { output: '5 passed, 0 failed\n', succeeded: false }],
    ['passes nothing', { output: '0 passed, 0 failed\n', succeeded: true }],
  ])('counts one failure for a run that %s', (_what, run) => {
    expect(addUp([good, run]).failed).toBe(1);
  });
});
