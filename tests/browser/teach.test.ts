import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { BELOW, heightsOf } from '../../src/lib/embed/iframe-heights';
import { fixedFrameOf, frameOf } from '../../src/lib/teach/hosts/frames';
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

/** What the snippets of a widget are made from. */
function choiceOf(widget: string, task?: string) {
  const definition = definitions[widget];
  if (!definition) throw new RangeError(`no widget “${widget}”`);
  return { definition, embed: { widget, query: '', task }, heights: heightsOf(widget), site: site.root };
}

describe.each(widgets)('a frame of %s', (widget) => {
  test('is high enough by itself, with no script around it, on phones and in columns of a wide window', async () => {
    const { page, close } = await openAsIs(browser, `${site.root}robots.txt`);
    await page.setContent(
      `<!doctype html><body style="margin:0"><main>${frameOf(choiceOf(widget))}</main></body>`,
    );
    await page.frameLocator('iframe').locator('[data-live]').waitFor();
    const check = async (width: number, window: number) => {
      await page.setViewportSize({ width: window, height: 800 });
      await page.locator('main').evaluate((main, width) => (main.style.width = `${width}px`), width);
      expect(await page.evaluate(cutOff), `at ${width} px of ${window}`).toBe(0);
    };
    for (const width of [320, 360, 414, BELOW.phone, 610, BELOW.narrow, 960]) await check(width, width);
    for (const width of [360, 600, 700, 960]) await check(width, 1366);
    await close();
  });
});

test('a frame without a style has one height, which picture, control and question fit', async () => {
  const task = 'm: 1\nquestion: Make it cost nothing.\ngoal loss: 0 ± 0.01';
  const { page, close } = await openAsIs(browser, `${site.root}robots.txt`);
  for (const asked of [undefined, task]) {
    await page.setContent(`<!doctype html><body>${fixedFrameOf(choiceOf('pair', asked))}</body>`);
    const inside = page.frameLocator('iframe');
    await inside.locator('[data-live]').waitFor();
    for (const width of [400, 660, 960]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(cutOff), `at ${width} px, ${asked ? 'with' : 'without'} a question`).toBe(0);
    }
  }
  await close();
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

  test('asks for the height when it comes late', async () => {
    const { page, close } = await openAsIs(browser, `${site.root}robots.txt`);
    await page.setContent(`<iframe src="${site.root}embed/pair/" width="600" height="100"></iframe>`);
    await page.frameLocator('iframe').locator('[data-live]').waitFor();
    await page.waitForFunction("document.querySelector('iframe').clientHeight === 100");
    await page.addScriptTag({ url: `${site.root}embed/embed.js` });
    await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBeGreaterThan(600);
    await close();
  });

  test('weighs less than a kilobyte', async () => {
    const script = await (await fetch(`${site.root}embed/embed.js`)).text();
    expect(script.length).toBeLessThan(1000);
  });
});

/** From the home page to a widget that is pasted, as a teacher does it; each click is counted. */
test('sixty seconds: a widget with one control and a graded question takes eight clicks, no word and no scrolling', async () => {
  const { page, errors, close } = await openAsIs(browser, site.root, {
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  let clicks = 0;
  const click = async (target: Locator) => {
    await target.waitFor();
    const box = await target.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 900, `${target} is on the screen`).toBe(true);
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    clicks++;
  };
  // Nothing that is still loading is broken off by leaving the page.
  await page.waitForLoadState('networkidle');
  await click(page.getByRole('banner').getByRole('link', { name: 'Teach' }));
  // A list is opened with one click, and another one chooses from it.
  const figure = page.getByRole('combobox', { name: /Figure/ });
  await figure.selectOption({ label: 'Triplet loss' });
  clicks += 2;
  await click(page.getByRole('button', { name: 'Only these controls' }));
  const margin = page.locator('.builder input[type="range"]').first();
  await margin.waitFor();
  const track = await margin.boundingBox();
  expect(track && track.y + track.height <= 900).toBe(true);
  await page.mouse.click(
    (track?.x ?? 0) + (track?.width ?? 0) * 0.8,
    (track?.y ?? 0) + (track?.height ?? 0) / 2,
  );
  clicks++;
  await click(page.getByRole('button', { name: 'The state I show now is the goal' }));
  await click(page.getByRole('tab', { name: 'Moodle' }));
  await click(page.getByRole('button', { name: 'Copy for Moodle' }));
  expect(clicks).toBeLessThanOrEqual(8);
  expect(await page.evaluate('scrollY')).toBe(0);

  const pasted = await page.evaluate(() => navigator.clipboard.readText());
  expect(pasted).toMatch(/^<div.*<iframe src=".*v1\/triplet\//s);
  await page.waitForLoadState('networkidle');
  // A page of its own, with an icon, since a browser asks for one.
  const course = `${site.root}course.html`;
  const body = `<!doctype html><link rel="icon" href="data:,">${pasted}`;
  await page.route(course, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(course);
  const inside = page.frameLocator('iframe');
  await inside.getByText(/Bring the figure to where/).waitFor();
  expect(await inside.locator('input[type="range"]').count()).toBe(1);
  expect(await inside.getByRole('slider', { name: /anchor|positive|negative/ }).count()).toBe(0);
  const slider = inside.locator('input[type="range"]');
  for (let k = 0; k < 60; k++) {
    if (await inside.getByText('Correct.').first().isVisible()) break;
    await slider.press('ArrowRight');
  }
  await inside.getByText('Correct.').first().waitFor();
  expect(errors).toEqual([]);
  await close();
});

describe('a figure of a page', () => {
  test('leads to the builder in the state that it is in', async () => {
    const { page, close } = await openAsIs(browser, `${site.mounted}contrastive-loss/`);
    const figure = page.locator('.cl-stage').first();
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('[data-live]').waitFor();
    await figure.locator('input[type="range"]').first().focus();
    await page.keyboard.press('ArrowLeft');
    await figure.getByText('More', { exact: true }).click();
    const link = await figure.getByRole('link', { name: 'Embed' }).getAttribute('href');
    const widget = await figure.getAttribute('data-widget');
    expect(link).toMatch(new RegExp(`^${site.mounted}teach/\\?widget=${widget}&.*\\d`));
    await figure.getByRole('link', { name: 'Embed' }).click();
    await page.locator('.builder [data-live]').waitFor();
    await expect.poll(() => page.evaluate('location.href')).toContain(link);
    await close();
  });

  test('leads there from an exercise with its question and what it leaves to the reader', async () => {
    const { page, errors, close } = await openAsIs(browser, `${site.mounted}contrastive-loss/`);
    const exercise = page.locator('.cl-exercise').first();
    await exercise.scrollIntoViewIfNeeded();
    await exercise.locator('[data-live]').waitFor();
    const text = (await exercise.getAttribute('data-task')) ?? '';
    const [, question = 'no question'] = /^question: (.*)$/m.exec(text) ?? [];
    const [, locked = ''] = /^lock: (.*)$/m.exec(text) ?? [];
    await exercise.getByText('More', { exact: true }).first().click();
    await exercise.getByRole('link', { name: 'Embed' }).click();
    await page.locator('.builder [data-live]').waitFor();
    expect(await page.getByRole('textbox', { name: 'Question', exact: true }).inputValue()).toBe(question);
    const asked = new URLSearchParams(await page.evaluate(() => location.search));
    expect(asked.get('lock') ?? '').toBe(locked);
    expect(errors).toEqual([]);
    await close();
  });

  test('leads there from its reference and from the gallery, too', async () => {
    const { page, close } = await openAsIs(browser, `${site.mounted}widgets/pair/`);
    await page.locator('#preview [data-live]').waitFor();
    await page.locator('#preview input[type="range"]').first().focus();
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(() => page.locator('#preview').getByRole('link', { name: 'Embed' }).getAttribute('href'))
      .toMatch(/teach\/\?widget=pair&m=1\.45$/);
    await page.goto(`${site.mounted}widgets/`);
    await page.getByRole('searchbox').fill('semi TRIPLET');
    await expect
      .poll(() => page.locator('[data-choose]:visible').allInnerTexts())
      .toEqual(['Triplet loss', 'Triplet mining: hard, semi-hard']);
    await page.getByRole('link', { name: 'Embed: Triplet loss' }).click();
    await page.locator('.builder [data-live]').waitFor();
    await close();
  });
});

describe('the builder', () => {
  const start = (search: string, options = {}) => openAsIs(browser, `${site.root}teach/${search}`, options);
  const see = (page: Page, where = /in a column/) => page.getByLabel(where).check();

  test('is the first thing on its page, and loads the student’s view when it is asked for', async () => {
    const { page, close } = await start('');
    await page.locator('.builder [data-live]').waitFor();
    expect(await page.locator('.stage iframe').count()).toBe(0);
    await see(page);
    await page.frameLocator('.stage iframe').locator('[data-live]').waitFor();
    await close();
  });

  test('begins with what the address asks for, and puts it into snippet, preview and address', async () => {
    const { page, errors, close } = await start('?widget=pair&m=2&lock=y&hide=toolbar');
    const snippet = page.getByLabel('What to paste');
    await expect
      .poll(() => snippet.innerText())
      .toContain(`v1/pair/?m=2&amp;hide=toolbar&amp;lock=y&amp;v=1`);

    await page.locator('.builder input[type="range"]').first().focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Each control and part').click();
    await page.getByRole('group', { name: 'second embedding (x₂)' }).getByLabel('hidden').check();
    await page.getByLabel('Title', { exact: true }).fill('Look');
    await page.getByRole('combobox', { name: /^Theme/ }).selectOption('dark');
    const query = 'm=1.95&hide=x2,toolbar&lock=y&theme=dark&title=Look';
    await expect
      .poll(() => snippet.innerText())
      .toContain(`v1/pair/?${query.replaceAll('&', '&amp;')}&amp;v=1`);
    await expect.poll(() => page.evaluate('location.search')).toBe(`?widget=pair&${query}`);
    await see(page);
    const preview = page.frameLocator('.stage iframe');
    await preview.locator('.title', { hasText: 'Look' }).waitFor();
    expect(await preview.getByRole('button', { name: 'Reset' }).count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  test('shows the frame as high as the chosen state needs, on a phone and in a column', async () => {
    const { page, close } = await start('?widget=pair&gradient=check');
    for (const where of [/on a phone/, /in a column/]) {
      await see(page, where);
      await page.frameLocator('.stage iframe').locator('[data-live]').waitFor();
      await expect
        .poll(() =>
          page.locator('.stage iframe').evaluate((element) => {
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
    expect(await page.getByRole('tabpanel').count()).toBe(0);
    await page.getByLabel('It is solved when').selectOption('loss');
    await page.getByLabel('is', { exact: true }).fill('0');
    await page.getByText('Not yet a task').waitFor({ state: 'detached' });
    await page.getByRole('tabpanel').waitFor();
    await see(page);
    const preview = page.frameLocator('.stage iframe');
    await preview.getByText('Make it cost nothing.').waitFor();
    expect(await preview.locator('input[type="range"]').first().inputValue()).toBe('1');
    await preview.locator('input[type="range"]').first().press('Home');
    await preview.getByText('Correct.').first().waitFor();
    await page.getByLabel('is', { exact: true }).fill('0.25');
    await page
      .getByText(/exactly 0.25 is asked for/)
      .first()
      .waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('says that a goal was not tried where a figure is worked by hand or takes too long', async () => {
    const { page, close } = await start('?widget=train');
    await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Train it.');
    await page.getByLabel('It is solved when').selectOption({ index: 2 });
    await page.getByLabel('is', { exact: true }).fill('< 0.001');
    await page
      .getByText(/whether the goal can be reached was not tried/)
      .first()
      .waitFor();
    await close();
  });

  test('remembers the tool that was used last, and does without where nothing may be kept', async () => {
    const { page, errors, close } = await start('?widget=pair');
    await page.getByRole('tab', { name: 'Canvas' }).click();
    await page.reload();
    await expect
      .poll(() => page.getByRole('tab', { name: 'Canvas' }).getAttribute('aria-selected'))
      .toBe('true');
    await page.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })",
    );
    await page.reload();
    await expect
      .poll(() => page.getByRole('tab', { name: 'HTML' }).getAttribute('aria-selected'))
      .toBe('true');
    await page.getByRole('tab', { name: 'Canvas' }).click();
    await expect.poll(() => page.getByLabel('What to paste').innerText()).toContain('fit=1');
    expect(errors.filter((error) => !error.includes('refused'))).toEqual([]);
    await close();
  });

  test('takes another widget from its list and from the gallery', async () => {
    const { page, close } = await start('');
    await page.locator('.builder select').first().selectOption('margin');
    await expect.poll(() => page.getByLabel('What to paste').innerText()).toContain('v1/margin/');
    await page.locator('[data-choose="cloud"]').click();
    await expect.poll(() => page.getByLabel('What to paste').innerText()).toContain('v1/cloud/');
    await close();
  });

  test('has tabs for common tools, to be walked through with the arrow keys', async () => {
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

  test('has a snippet for each tool of its list, and a tab for the one that was used last', async () => {
    const { page, close } = await start('?widget=pair');
    const list = page.getByRole('combobox', { name: 'Every tool' });
    const tools = await list.locator('option').allInnerTexts();
    const seen = new Set<string>();
    for (const tool of tools) {
      await list.selectOption({ label: tool });
      await page.getByRole('button', { name: `Copy for ${tool}`, exact: true }).waitFor();
      seen.add(await page.getByRole('tabpanel').innerText());
    }
    expect(seen.size).toBe(tools.length);
    await list.selectOption({ label: 'Brightspace' });
    await page.reload();
    await expect
      .poll(() => page.getByRole('tab', { name: 'Brightspace' }).getAttribute('aria-selected'))
      .toBe('true');
    await close();
  });

  test('is accessible in light and dark, and fits a phone', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await start('?widget=pair', {
        viewport: { width: 320, height: 740 },
        colorScheme,
      });
      await page.locator('.builder [data-live]').waitFor();
      for (const fold of await page.locator('.builder summary:visible').all()) await fold.click();
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

test('a worksheet prints the choices, and without values holds neither a value nor the answer', async () => {
  const task = 'question: Which?\n- [ ] the *first* one\n- [x] the second one';
  const search = new URLSearchParams({ widget: 'pair', y: '0', m: '2', task });
  const { page, errors, close } = await openAsIs(browser, `${site.root}teach/worksheet/?${search}`);
  await page.locator('[data-live]').waitFor();
  await page.getByText('with the values of the outputs').click();
  await page.emulateMedia({ media: 'print' });
  const sheet = await page.locator('body').innerText();
  expect(sheet).toContain('☐ the first one');
  expect(sheet).toContain('☐ the second one');
  expect(sheet).not.toMatch(/0\.854|\[x\]|task=/);
  expect(errors).toEqual([]);
  await close();
});

test('the bank of questions is there in four formats, and the builder writes a question of one’s own', async () => {
  const fetched = async (file: string) => (await fetch(`${site.root}teach/questions/${file}`)).text();
  expect(await fetched('moodle.xml')).toContain('<question type="multichoice">');
  expect(await fetched('gift.txt')).toContain('::[html]');
  for (const file of ['qti3.zip', 'cartridge.imscc']) expect((await fetched(file)).slice(0, 2)).toBe('PK');

  const task = 'm: 1\nquestion: Make it cost nothing.\ngoal loss: 0 ± 0.01\nsolution: x2=2,1.5';
  const search = new URLSearchParams({ widget: 'pair', lock: 'm', task });
  const { page, errors, close } = await openAsIs(browser, `${site.root}teach/?${search}`);
  for (const [name, type] of [
    ['Moodle XML', 'xml'],
    ['GIFT', 'txt'],
    ['QTI 3', 'zip'],
    ['Common Cartridge', 'imscc'],
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Question as ${name}` }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^pair-make-it-cost-nothing-.*\\.${type}$`));
  }
  expect(errors).toEqual([]);
  await close();
});

test('the page of the interface names the outputs of every widget, and is accessible', async () => {
  const { page, errors, close } = await openAsIs(browser, `${site.root}teach/interface/`);
  for (const [id, { outputs }] of Object.entries(definitions)) {
    const words = await page.locator(`#outputs-${id} ~ p`).first().innerText();
    for (const key of Object.keys(outputs)) expect(words).toContain(key);
  }
  const told = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(told ?? '')).toMatchObject({ '@type': 'LearningResource', inLanguage: 'en' });
  expect(await overflow(page)).toEqual([]);
  expect(await audit(page)).toEqual([]);
  expect(errors).toEqual([]);
  await close();
});
