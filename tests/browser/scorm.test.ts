import type { Browser } from 'playwright-core';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { downloadBy, hostCourses, type CourseHost } from './support/course';
import { openAsIs } from './support/open';

const site = inject('site');
const platform = readFileSync(
  new URL('../../node_modules/scorm-again/dist/scorm12.min.js', import.meta.url),
  'utf8',
);
let browser: Browser;
let host: CourseHost;

beforeAll(async () => {
  browser = await launch();
  host = await hostCourses();
  writeFileSync(join(host.folder, 'scorm12.js'), platform);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** What a platform keeps of a student. */
type Kept = Record<string, unknown>;

/** Opens an unpacked package in a platform, as a student who comes for the first time or again. */
async function attend(name: string, kept?: Kept) {
  writeFileSync(
    join(host.folder, `${name}.html`),
    `<!doctype html><title>A platform</title><link rel="icon" href="data:,"><script src="scorm12.js"></script>
    <script>
      window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
      ${kept ? `API.loadFromJSON(${JSON.stringify(kept)}.cmi);` : ''}
    </script>
    <iframe src="${name}/index.html" width="900" height="900"></iframe>`,
  );
  const opened = await openAsIs(browser, `${host.url}${name}.html`);
  const course = opened.page.frameLocator('iframe');
  await course.locator('[data-live]').waitFor();
  const get = (element: string) => opened.page.evaluate(`API.cmi.${element}`);
  const leave = async () => {
    await opened.page.evaluate(`document.querySelector('iframe').src = 'about:blank'`);
    await expect.poll(() => opened.page.evaluate('API.isTerminated()')).toBe(true);
    const result = (await opened.page.evaluate(
      'JSON.parse(JSON.stringify(API.renderCMIToJSONObject()))',
    )) as Kept;
    await opened.close();
    return result;
  };
  return { ...opened, course, get, leave };
}

describe('a package of the site', () => {
  test('holds all that the widget needs, and reports completion and the state to go on from', async () => {
    const archive = new Uint8Array(await (await fetch(`${site.root}scorm/pair-scorm12.zip`)).arrayBuffer());
    expect(host.unpack(archive, 'pair')).toEqual([
      'embed/element.js',
      'embed/scorm.js',
      'imsmanifest.xml',
      'index.html',
    ]);

    const first = await attend('pair');
    await expect.poll(() => first.get('core.lesson_status')).toBe('incomplete');
    await first.course.locator('input[type="range"]').first().focus();
    await first.page.keyboard.press('ArrowRight');
    await expect.poll(() => first.get('core.lesson_status')).toBe('completed');
    expect(await first.get('suspend_data')).toBe('m=1.55');
    expect(first.errors).toEqual([]);
    expect(first.foreign).toEqual([]);
    const kept = await first.leave();

    const again = await attend('pair', kept);
    await expect.poll(() => again.course.locator('input[type="range"]').first().inputValue()).toBe('1.55');
    expect(await again.get('core.lesson_status')).toBe('completed');
    await again.leave();
  });
});

test('a package holds the digits that its figure trains on', async () => {
  const archive = new Uint8Array(await (await fetch(`${site.root}scorm/train-scorm12.zip`)).arrayBuffer());
  const files = host.unpack(archive, 'train');
  const manifest = readFileSync(join(host.folder, 'train/imsmanifest.xml'), 'utf8');
  for (const file of files.filter((name) => name !== 'imsmanifest.xml'))
    expect(manifest).toContain(`<file href="${file}"/>`);

  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.goto(`${host.url}train/index.html`);
  await page.getByRole('button', { name: '50 steps', exact: true }).click();
  await page.locator('.run .name', { hasText: '50 steps' }).first().waitFor();
  await page.close();
});

describe('a package of the builder', () => {
  const task = ['m: 1', 'question: Make it cost nothing.', 'goal loss: 0'].join('\n');

  test('carries state and task, and reports the score once the task is solved', async () => {
    const search = new URLSearchParams({ widget: 'pair', lock: 'y', task });
    const teach = await openAsIs(browser, `${site.root}teach/?${search}`);
    host.unpack(await downloadBy(teach.page, /SCORM 1\.2/), 'task');
    await teach.close();

    const { page, course, get, errors, leave } = await attend('task');
    await course.getByText('Make it cost nothing.').waitFor();
    expect(await course.locator('input[type="range"]').first().inputValue()).toBe('1');
    await expect.poll(() => get('core.lesson_status')).toBe('incomplete');
    await course.locator('input[type="range"]').first().focus();
    await page.keyboard.press('Home');
    await expect.poll(() => get('core.lesson_status')).toBe('passed');
    expect(await get('core.score.raw')).toBe('100');
    expect(errors).toEqual([]);
    const kept = await leave();

    expect(kept).toMatchObject({
      cmi: {
        core: { exit: 'suspend' },
        interactions: { 0: { type: 'performance', student_response: 'm=0.1', result: 'correct' } },
      },
    });

    const again = await attend('task', kept);
    await again.course.getByText('Correct.').first().waitFor();
    expect(await again.course.locator('input[type="range"]').first().inputValue()).toBe('0.1');
    expect(await again.get('core.lesson_status')).toBe('passed');
    expect(await again.get('core.score.raw')).toBe('100');
    await again.leave();
  });
});

test('a platform that refuses to save is asked again, and the student is told', async () => {
  const { page, course, leave } = await attend('task');
  await page.evaluate('window.commit = API.LMSCommit; API.LMSCommit = () => "false"');
  await course.locator('input[type="range"]').first().focus();
  await page.keyboard.press('Home');
  await course.getByText(/^Not saved: the learning platform does not answer/).waitFor();
  await page.evaluate('API.LMSCommit = window.commit');
  await course.getByRole('button', { name: 'Save now' }).click();
  await expect.poll(() => course.locator('[data-saving]').innerText()).toBe('');
  await leave();
});

test('a package that is opened by hand, outside a platform, works', async () => {
  const { page, errors, close } = await openAsIs(browser, `${host.url}pair/index.html`);
  await page.locator('[data-live]').waitFor();
  expect(errors).toEqual([]);
  await close();
});
