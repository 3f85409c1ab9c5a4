import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { BELOW, heightsOf, heightStyle } from '../../src/lib/hosts/heights';
import { definitions } from '../../src/lib/widgets/registry';
import { audit } from './support/audit';
import { open, openAsIs } from './support/open';
import { overflow } from './support/overflow';

const site = inject('site');
const widgets = Object.keys(definitions);
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** How much of the page in the frame cannot be seen without scrolling. */
const cutOff = `(() => {
  const { contentDocument } = document.querySelector('iframe');
  return Math.max(0, contentDocument.body.getBoundingClientRect().height - document.querySelector('iframe').clientHeight);
})()`;

describe.each(widgets)('a frame of %s', (widget) => {
  test('is high enough by itself, with no script around it, on phones and in columns', async () => {
    const { page, close } = await openAsIs(browser, `${site.root}robots.txt`);
    await page.setContent(`<!doctype html><body style="margin:0">
      <iframe src="${site.root}embed/${widget}/?v=1" width="100%" height="${heightsOf(widget).wide}"
        style="border:0;${heightStyle(heightsOf(widget))}"></iframe>`);
    await page.frameLocator('iframe').locator('[data-live]').waitFor();
    for (const width of [320, 360, 414, BELOW.phone, 610, BELOW.narrow, 960]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(cutOff), `at ${width} px`).toBe(0);
    }
    await close();
  });
});

test.each(widgets)('the reference of %s is whole, accessible, and fits a phone', async (widget) => {
  const { page, errors, foreign, close } = await open(browser, `${site.mounted}widgets/${widget}/`, {
    viewport: { width: 360, height: 740 },
  });
  for (const key of Object.keys(definitions[widget]?.parameters ?? {})) {
    expect(await page.locator('#parameters ~ .cl-table').first().innerText()).toContain(key);
  }
  // The site was built without being told where it will be, so the page says where it is read.
  expect(await page.locator('.cl-code').first().innerText()).toContain(`${site.mounted}embed/${widget}/`);
  expect(await overflow(page)).toEqual([]);
  expect(await audit(page)).toEqual([]);
  expect([...errors, ...foreign]).toEqual([]);
  await close();
});

describe('the script for pages with frames', () => {
  test('gives each frame the height of its widget, and no other', async () => {
    const context = await browser.newContext({ viewport: { width: 500, height: 800 } });
    const page = await context.newPage();
    await page.setContent(`<iframe id="a" src="${site.root}embed/pair/" width="100%" height="100"></iframe>
      <iframe id="b" srcdoc="<p>Another page.</p>" width="100%" height="100"></iframe>
      <script src="${site.root}embed/embed.js" async></script>`);
    const heightOf = async (id: string) => (await page.locator(id).boundingBox())?.height ?? 0;
    await expect.poll(() => heightOf('#a')).toBeGreaterThan(600);
    expect(await heightOf('#b')).toBeLessThan(110);
    await context.close();
  });

  test('weighs less than a kilobyte', async () => {
    const script = await (await fetch(`${site.root}embed/embed.js`)).text();
    expect(script.length).toBeLessThan(1000);
  });
});

describe('the builder', () => {
  /** Opens the builder, and goes to where preview and snippets are. */
  async function start(search: string, options = {}) {
    const opened = await openAsIs(browser, `${site.root}teach/${search}`, options);
    await opened.page.locator('#build').scrollIntoViewIfNeeded();
    await opened.page.locator('.stage').scrollIntoViewIfNeeded();
    return opened;
  }

  test('waits until the reader comes near it, and its preview too', async () => {
    const { page, close } = await openAsIs(browser, `${site.root}teach/`);
    expect(await page.locator('.builder').count()).toBe(0);
    await page.locator('[data-choose="cloud"]').click();
    await expect.poll(() => page.getByLabel('What to paste').innerText()).toContain('embed/cloud/');
    await page.locator('.builder select').first().scrollIntoViewIfNeeded();
    expect(await page.locator('iframe').count()).toBe(0);
    await page.locator('.stage').scrollIntoViewIfNeeded();
    await page.frameLocator('.stage iframe').locator('[data-live]').waitFor();
    await close();
  });

  test('begins with what the address asks for, and puts it into snippet, preview and address', async () => {
    const { page, errors, close } = await start('?widget=pair&m=2&lock=y&hide=toolbar');
    const snippet = page.getByLabel('What to paste');
    await expect
      .poll(() => snippet.innerText())
      .toContain(`embed/pair/?m=2&amp;hide=toolbar&amp;lock=y&amp;v=1`);

    await page.locator('.builder input[type="range"]').first().focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('group', { name: 'second embedding (x₂)' }).getByLabel('hidden').check();
    await page.getByLabel('Title', { exact: true }).fill('Look');
    await page.getByRole('combobox', { name: /^Theme/ }).selectOption('dark');
    const query = 'm=1.95&hide=x2,toolbar&lock=y&theme=dark&title=Look';
    await expect
      .poll(() => snippet.innerText())
      .toContain(`embed/pair/?${query.replaceAll('&', '&amp;')}&amp;v=1`);
    await expect.poll(() => page.evaluate('location.search')).toBe(`?widget=pair&${query}`);
    const preview = page.frameLocator('.stage iframe');
    await preview.locator('.title', { hasText: 'Look' }).waitFor();
    expect(await preview.getByRole('button', { name: 'Reset' }).count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  test('shows the frame as high as the chosen state needs, on a phone and in a column', async () => {
    const { page, close } = await start('?widget=pair&gradient=check');
    const frame = page.locator('.stage iframe');
    await page.frameLocator('.stage iframe').locator('[data-live]').waitFor();
    for (const where of ['on a phone', 'in a column']) {
      await page.getByLabel(where).check();
      await expect
        .poll(() =>
          frame.evaluate((element) => {
            const { contentDocument, clientHeight } = element as HTMLIFrameElement;
            return (contentDocument?.body.getBoundingClientRect().height ?? Infinity) - clientHeight;
          }),
        )
        .toBeLessThanOrEqual(0);
    }
    await close();
  });

  test('adds a question that the figure grades, and says what is missing until it is one', async () => {
    const { page, errors, close } = await start('?widget=pair&m=1');
    await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Make it cost nothing.');
    await page.getByText('Not yet a task').waitFor();
    await page.getByLabel('It is solved when').selectOption('loss');
    await page.getByLabel('is', { exact: true }).fill('0');
    await page.getByText('Not yet a task').waitFor({ state: 'detached' });
    const preview = page.frameLocator('.stage iframe');
    await preview.getByText('Make it cost nothing.').waitFor();
    expect(await preview.locator('input[type="range"]').first().inputValue()).toBe('1');
    await preview.locator('input[type="range"]').first().press('Home');
    await preview.getByText('Correct.').first().waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('takes another widget from its list and from the gallery', async () => {
    const { page, close } = await start('');
    await page.locator('.builder select').first().selectOption('margin');
    await expect.poll(() => page.getByLabel('What to paste').innerText()).toContain('embed/margin/');
    await page.locator('[data-choose="cloud"]').click();
    await expect.poll(() => page.getByLabel('What to paste').innerText()).toContain('embed/cloud/');
    await close();
  });

  test('has a snippet for each tool, to be walked through with the arrow keys', async () => {
    const { page, close } = await start('?widget=pair');
    const tabs = page.getByRole('tab');
    await tabs.first().focus();
    const count = await tabs.count();
    const seen = new Set<string>();
    for (let i = 0; i < count; i++) {
      seen.add(await page.getByRole('tabpanel').innerText());
      await page.keyboard.press('ArrowRight');
    }
    expect(seen.size).toBe(count);
    expect(await tabs.first().getAttribute('aria-selected')).toBe('true');
    await close();
  });

  test('is accessible in light and dark, and fits a phone', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await start('?widget=pair', {
        viewport: { width: 320, height: 740 },
        colorScheme,
      });
      await page.frameLocator('.stage iframe').locator('[data-live]').waitFor();
      // The form in full, with what is still missing.
      await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Make it cost nothing.');
      await page.getByText('Not yet a task').waitFor();
      expect(await overflow(page)).toEqual([]);
      expect(await audit(page)).toEqual([]);
      await close();
    }
  });
});

test('an address that names no widget there is gets the nearest, with a word about it', async () => {
  for (const address of ['teach/?widget=piar#build', 'teach/worksheet/?widget=piar&m=2']) {
    const { page, errors, close } = await openAsIs(browser, site.root + address);
    await page.getByText('no widget “piar”; the nearest is “pair”').first().waitFor();
    await page.getByRole('group', { name: definitions.pair?.title }).first().waitFor();
    expect(errors).toEqual([]);
    await close();
  }
});

test('the page of worksheets leads to a sheet of each figure', async () => {
  const { page, errors, close } = await openAsIs(browser, `${site.root}teach/worksheet/`);
  const sheets = page.locator('[data-worksheet] li a');
  expect(await sheets.count()).toBe(widgets.length);
  const widget = await sheets.last().innerText();
  await sheets.last().click();
  await page.locator('[data-live]').waitFor();
  await page.getByRole('group', { name: definitions[widget]?.title }).waitFor();
  expect(errors).toEqual([]);
  await close();
});

test('a worksheet shows the figure in its state with its values, and prints without controls', async () => {
  const { page, errors, close } = await openAsIs(browser, `${site.root}teach/worksheet/?widget=pair&y=0&m=2`);
  await page.locator('[data-live]').waitFor();
  expect(await page.getByRole('table', { name: 'Set' }).innerText()).toMatch(/margin \(m\)\s+2/);
  expect(await page.getByRole('table', { name: 'Read off' }).innerText()).toMatch(/distance \(D\)\s+0\.854/);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  expect(errors).toEqual([]);
  await close();
});
