import type { Browser } from 'playwright-core';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { downloadBy, hostCourses, type CourseHost } from './support/course';
import { openAsIs } from './support/open';

const site = inject('site');
const platform = readFileSync(
  new URL('../../node_modules/scorm-again/dist/scorm2004.min.js', import.meta.url),
  'utf8',
);
const TASK = ['m: 1', 'question: Make it cost nothing.', 'goal loss: 0'].join('\n');

let browser: Browser;
let host: CourseHost;

beforeAll(async () => {
  browser = await launch();
  host = await hostCourses();
  writeFileSync(join(host.folder, 'scorm2004.js'), platform);
  const search = new URLSearchParams({ widget: 'pair', lock: 'y', task: TASK });
  const teach = await openAsIs(browser, `${site.root}teach/?${search}`);
  host.unpack(await downloadBy(teach.page, /SCORM 2004/), 'task');
  await teach.close();
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** What a platform keeps of a student, by element. */
type Kept = Record<string, unknown>;

/** Opens the package in a platform, as a student who comes for the first time or again. */
async function attend(kept?: Kept) {
  writeFileSync(
    join(host.folder, 'platform.html'),
    `<!doctype html><title>A platform</title><link rel="icon" href="data:,"><script src="scorm2004.js"></script>
    <script>
      window.API_1484_11 = new Scorm2004API({ autocommit: false, logLevel: 5 });
      ${kept ? `API_1484_11.loadFromJSON(${JSON.stringify(kept)});` : ''}
    </script>
    <iframe src="task/index.html" width="900" height="900"></iframe>`,
  );
  const opened = await openAsIs(browser, `${host.url}platform.html`);
  const course = opened.page.frameLocator('iframe');
  await course.locator('[data-live]').waitFor();
  const get = (element: string) => opened.page.evaluate(`API_1484_11.cmi.${element}`);
  /** The student brings the loss to zero. */
  const solve = async () => {
    await course.locator('input[type="range"]').first().focus();
    await opened.page.keyboard.press('Home');
  };
  const leave = async () => {
    await opened.page.evaluate(`document.querySelector('iframe').src = 'about:blank'`);
    await expect.poll(() => opened.page.evaluate('API_1484_11.isTerminated()')).toBe(true);
    const { cmi } = (await opened.page.evaluate(
      'JSON.parse(JSON.stringify(API_1484_11.renderCMIToJSONObject()))',
    )) as { cmi: Kept };
    await opened.close();
    return cmi;
  };
  return { ...opened, course, get, solve, leave };
}

test('a package of SCORM 2004 tells done from right, and goes on from there the next time', async () => {
  const { course, get, solve, errors, foreign, leave } = await attend();
  await course.getByText('Make it cost nothing.').waitFor();
  await expect.poll(() => get('completion_status')).toBe('incomplete');
  expect(await get('success_status')).toBe('unknown');
  await solve();
  await expect.poll(() => get('success_status')).toBe('passed');
  expect(await get('completion_status')).toBe('completed');
  expect([await get('score.scaled'), await get('score.raw')].map(Number)).toEqual([1, 100]);
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
  const kept = await leave();
  expect(kept).toMatchObject({
    exit: 'suspend',
    session_time: expect.stringMatching(/^PT/) as string,
    interactions: { 0: { type: 'other', learner_response: 'm=0.1', result: 'correct' } },
  });

  const again = await attend(kept);
  await again.course.getByText('Correct.').first().waitFor();
  expect(await again.course.locator('input[type="range"]').first().inputValue()).toBe('0.1');
  expect(await again.get('success_status')).toBe('passed');
  expect(await again.get('completion_status')).toBe('completed');
  await again.leave();
});

test('a platform of SCORM 2004 that refuses to save is asked again, and the student is told', async () => {
  const { page, course, get, solve, leave } = await attend();
  await page.evaluate('window.commit = API_1484_11.Commit; API_1484_11.Commit = () => "false"');
  await solve();
  await course.getByText(/^Not saved: the learning platform does not answer/).waitFor();
  await page.evaluate('API_1484_11.Commit = window.commit');
  await course.getByRole('button', { name: 'Save now' }).click();
  await expect.poll(() => course.locator('[data-saving]').innerText()).toBe('');
  expect(await get('success_status')).toBe('passed');
  await leave();
});
