import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { AUTHORIZATION, listen, TestRecordStore } from '../support/record-store';
import { problemsOf, SESSION_ID, verbOf } from '../support/statement-rules';
import { downloadBy, hostCourses, type CourseHost } from './support/course';
import { openAsIs } from './support/open';

const site = inject('site');
const ACTIVITY = 'https://lms.example.org/activities/7';
const REGISTRATION = '1f0c1a52-7b3d-4c57-8b0a-0d5c5b0c2f11';
const ACTOR = JSON.stringify({
  objectType: 'Agent',
  account: { homePage: 'https://lms.example.org', name: '42' },
});
const TASK = ['m: 1', 'question: Make it cost nothing.', 'goal loss: 0'].join('\n');

let browser: Browser;
let host: CourseHost;

beforeAll(async () => {
  browser = await launch();
  host = await hostCourses();
  const search = new URLSearchParams({ widget: 'pair', lock: 'y', task: TASK });
  const teach = await openAsIs(browser, `${site.root}teach/?${search}`);
  for (const [name, button] of [
    ['cmi5', /cmi5 package/],
    ['tincan', /Tin Can.*package/],
  ] as const)
    host.unpack(await downloadBy(teach.page, button), name);
  await teach.close();
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** A record store, and the platform that opens packages with it. */
async function platform() {
  const store = new TestRecordStore();
  const { url, close } = await listen(store);
  const common = { endpoint: `${url}xapi/`, actor: ACTOR, registration: REGISTRATION };
  const addresses = {
    cmi5: { ...common, fetch: `${url}token`, activityId: ACTIVITY },
    tincan: { ...common, auth: AUTHORIZATION, activity_id: ACTIVITY },
  };
  const open = async (kind: 'cmi5' | 'tincan', session: string) => {
    store.relaunch();
    store.prepare(
      { activityId: ACTIVITY, agent: ACTOR, registration: REGISTRATION, stateId: 'LMS.LaunchData' },
      {
        contextTemplate: {
          contextActivities: { grouping: [{ id: 'https://example.org/course' }] },
          extensions: { [SESSION_ID]: session },
        },
        launchMode: 'Normal',
        masteryScore: 1,
        moveOn: 'CompletedAndPassed',
        returnURL: `${host.url}course`,
      },
    );
    const opened = await openAsIs(
      browser,
      `${host.url}${kind}/index.html?${new URLSearchParams(addresses[kind])}`,
    );
    await opened.page.locator('[data-live]').waitFor();
    return opened;
  };
  const verbs = () => store.statements.map(verbOf);
  const problems = (kind: 'cmi5' | 'tincan') =>
    problemsOf(store.statements, { activityId: ACTIVITY, isCmi5: kind === 'cmi5' }).concat(store.complaints);
  return { store, open, verbs, problems, close };
}

test.each(['cmi5', 'tincan'] as const)(
  'a package by %s tells a record store how the student fares, and goes on from there the next time',
  async (kind) => {
    const { store, open, verbs, problems, close } = await platform();
    const first = await open(kind, 'first');
    await first.page.getByText('Make it cost nothing.').waitFor();
    await expect.poll(verbs).toEqual(['initialized']);
    await first.page.locator('input[type="range"]').first().focus();
    await first.page.keyboard.press('Home');
    await expect.poll(verbs).toEqual(['initialized', 'answered', 'completed', 'passed']);
    expect(store.statements[1]?.result).toMatchObject({ success: true, response: 'm=0.1' });
    expect(store.statements[3]?.result?.score).toEqual({ scaled: 1 });
    // A document that is not there yet is answered by 404, which a browser notes.
    expect(
      first.errors.filter((error) => !/404|\/activities\/state\?|\/agents\/profile\?/.test(error)),
    ).toEqual([]);
    await first.page.goto('about:blank');
    await expect.poll(() => verbs().at(-1)).toBe('terminated');
    await first.close();

    const again = await open(kind, 'second');
    await again.page.getByText('Correct.').first().waitFor();
    expect(await again.page.locator('input[type="range"]').first().inputValue()).toBe('0.1');
    await again.page.goto('about:blank');
    await expect.poll(() => verbs().slice(5)).toEqual(['initialized', 'terminated']);
    await again.close();
    expect(problems(kind)).toEqual([]);
    await close();
  },
);

test('a record store that fails every third request gets everything once, and the student is told', async () => {
  const { store, open, verbs, problems, close } = await platform();
  store.fate = (request) => (request % 3 === 0 ? 'refused' : 'answered');
  const { page, close: closePage } = await open('cmi5', 'first');
  await expect.poll(verbs, { timeout: 30_000 }).toEqual(['initialized']);
  store.fate = () => 'refused';
  await page.locator('input[type="range"]').first().focus();
  await page.keyboard.press('Home');
  await page.getByText(/^Not saved: the learning platform does not answer/).waitFor();
  store.fate = (request) => (request % 3 === 0 ? 'lost' : 'answered');
  await page.getByRole('button', { name: 'Save now' }).click();
  await expect.poll(() => page.locator('[data-saving]').innerText(), { timeout: 30_000 }).toBe('');
  expect(verbs()).toEqual(['initialized', 'answered', 'completed', 'passed']);

  store.fate = () => 'answered';
  await page.getByRole('button', { name: 'Back to the course' }).click();
  await page.waitForURL(`${host.url}course`);
  await expect.poll(() => verbs().at(-1)).toBe('terminated');
  expect(problems('cmi5')).toEqual([]);
  await closePage();
  await close();
});

test('a launch that cannot be read is said, and the widget works all the same', async () => {
  const { page, close } = await openAsIs(browser, `${host.url}cmi5/index.html?endpoint=nowhere&fetch=x`);
  await page
    .getByText(/Nothing is saved: the learning platform opened this page with endpoint “nowhere”/)
    .waitFor();
  await page.locator('[data-live]').waitFor();
  await close();
});
