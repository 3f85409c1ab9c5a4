import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { definitions } from '../../src/lib/widgets/registry';
import { audit } from './support/audit';
import { openAsIs } from './support/open';
import { overflow } from './support/overflow';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(Object.keys(definitions))('the embed of %s', (widget) => {
  test('comes alive without an error, fits 320 px, and breaks no accessibility rule in light and dark', async () => {
    const { page, errors, foreign, close } = await openAsIs(browser, `${site.mounted}embed/${widget}/`, {
      viewport: { width: 320, height: 700 },
    });
    await page.locator('[data-live]').waitFor();
    expect(await overflow(page)).toEqual([]);
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => (all as HTMLAnchorElement[]).map(({ target, rel }) => `${target} ${rel}`));
    expect(links.filter((link) => link !== '_blank noopener')).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await audit(page)).toEqual([]);
    }
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await close();
  });
});

test('an embed shows the state of its address without what it hides, and locks what it locks', async () => {
  const address = `${site.root}embed/pair/?m=2&y=0&hide=toolbar,y,gradient&lock=m&title=Look&theme=dark`;
  const { page, close } = await openAsIs(browser, address);
  await page.locator('[data-live]').waitFor();
  expect(await page.locator('.title').innerText()).toBe('Look');
  expect(await page.getByRole('button', { name: 'Reset' }).count()).toBe(0);
  expect(await page.getByText('This pair is').count()).toBe(0);
  expect(await page.locator('input[type="range"]').first().isDisabled()).toBe(true);
  expect(await page.locator('input[type="range"]').first().inputValue()).toBe('2');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await close();
});

test('a copied link leads to what is seen: the state that the address asked for, as the reader has changed it', async () => {
  const { page, close } = await openAsIs(browser, `${site.root}embed/pair/?m=0.7&lock=y&x2=0.4,0.2`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.locator('[data-live]').waitFor();
  const places = () =>
    page
      .locator('svg [role="slider"]')
      .evaluateAll((all) => all.map((one) => `${one.ariaLabel}: ${one.getAttribute('aria-valuetext')}`));
  await page.locator('svg [role="slider"]').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(400);
  const seen = await places();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Link copied.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get('lock')).toBe('y');
  await page.goto(link);
  await page.locator('[data-live]').waitFor();
  expect(await places()).toEqual(seen);
  await close();
});

test('an embed says what of its address it cannot read, and works', async () => {
  const { page, close } = await openAsIs(browser, `${site.root}embed/pair/?m=99&hyde=m`);
  await page.locator('[data-live]').waitFor();
  expect(await page.locator('.notice').allInnerTexts()).toEqual([
    expect.stringContaining('m: a number from 0.1 to 3 is expected, not “99”'),
    expect.stringContaining('no parameter “hyde”'),
  ]);
  await close();
});

/** A page of another origin with the embed in a frame, which writes down what the frame says. */
async function hostPage(
  sandbox: string,
  query = '',
): Promise<{ page: Page; notes: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const notes: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') notes.push(message.text());
  });
  await page.setContent(`<iframe ${sandbox} src="${site.root}embed/pair/${query}" width="600" height="420"></iframe>
    <script>
      window.heard = [];
      addEventListener('message', (event) => heard.push(event.data));
      window.ask = (fields) => document.querySelector('iframe').contentWindow.postMessage(
        { channel: 'contrastive-loss-by-hand', version: 1, ...fields }, '*');
    </script>`);
  await page.frameLocator('iframe').locator('[data-live]').waitFor();
  return { page, notes, close: () => context.close() };
}

describe.each([
  ['as it is', ''],
  ['in a sandbox', 'sandbox="allow-scripts"'],
])('an embed in a page of another origin, %s,', (_how, sandbox) => {
  test('answers its host, follows it, and tells its height in every way that hosts know', async () => {
    const { page, close } = await hostPage(sandbox);
    const heard = (name: string) =>
      page.evaluate(`heard.filter((message) => message.type === '${name}' || message.subject === '${name}')`);
    await expect.poll(() => heard('height')).not.toEqual([]);
    await expect.poll(() => heard('embed-size')).not.toEqual([]);
    await expect.poll(() => heard('lti.frameResize')).not.toEqual([]);

    await page.evaluate("ask({ type: 'observe', id: 'o' })");
    await page.evaluate("ask({ type: 'setState', state: 'm=2', id: 's' })");
    await expect
      .poll(() => heard('state'))
      .toContainEqual(expect.objectContaining({ id: 's', state: 'm=2', outputs: expect.anything() }));

    await page.frameLocator('iframe').locator('input[type="range"]').first().focus();
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(() => heard('state'))
      .toContainEqual(expect.objectContaining({ id: 'o', state: 'm=1.95' }));

    await page.evaluate("ask({ type: 'unobserve' }); heard.length = 0; ask({ type: 'reset', id: 'r' })");
    await expect.poll(() => heard('state')).toContainEqual(expect.objectContaining({ id: 'r', state: '' }));
    await page.evaluate("ask({ type: 'getState', id: 'g' })");
    await expect.poll(() => heard('state')).toContainEqual(expect.objectContaining({ id: 'g', state: '' }));
    expect(await heard('state')).toHaveLength(2);
    await close();
  });

  test('tells its height to whom asks late, and hands out a picture of its state', async () => {
    const { page, close } = await hostPage(sandbox);
    const heard = (name: string) => page.evaluate(`heard.filter(({ type }) => type === '${name}')`);
    await expect.poll(() => heard('height')).not.toEqual([]);
    await page.evaluate("heard.length = 0; ask({ type: 'getHeight' })");
    await expect.poll(() => heard('height')).toHaveLength(1);

    await page.evaluate("ask({ type: 'setState', state: 'm=2' })");
    await page.evaluate("ask({ type: 'picture', ground: 'dark', id: 'p' })");
    await expect.poll(() => heard('picture')).toHaveLength(1);
    const [{ id, picture }] = (await heard('picture')) as [{ id: string; picture: string }];
    expect(id).toBe('p');
    expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*viewBox/);
    // In a sandbox a page may not read its own styles, and the picture takes the nearest face that is there.
    if (sandbox === '') expect(picture).toContain('data:font/woff2;base64,');
    expect(picture).toContain('fill="rgb(35, 33, 29)"');
    expect(
      await page.evaluate(
        (text) =>
          new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('parsererror').length,
        picture,
      ),
    ).toBe(0);

    await page.evaluate("ask({ type: 'picture', format: 'png', ground: 'transparent', scale: 1 })");
    await page.evaluate("ask({ type: 'picture', format: 'png', ground: 'light' })");
    await expect.poll(() => heard('picture')).toHaveLength(3);
    const sizes = await page.evaluate(async () => {
      const sent = (window as unknown as { heard: { format?: string; picture: string }[] }).heard;
      return Promise.all(
        sent
          .filter(({ format }) => format === 'png')
          .map(async ({ picture }) => {
            const image = new Image();
            image.src = picture;
            await image.decode();
            const canvas = new OffscreenCanvas(1, 1);
            canvas.getContext('2d')?.drawImage(image, 0, 0);
            return {
              width: image.naturalWidth,
              corner: canvas.getContext('2d')?.getImageData(0, 0, 1, 1).data[3],
            };
          }),
      );
    });
    expect(sizes[1]?.width).toBe(2 * (sizes[0]?.width ?? 0));
    expect(sizes.map(({ corner }) => corner)).toEqual([0, 255]);
    await page.evaluate("ask({ type: 'picture', format: 'gif' })");
    await expect.poll(() => heard('refused')).toHaveLength(1);
    await close();
  });

  test('passes over what is malformed, with a note in the console, or not its own', async () => {
    const { page, notes, close } = await hostPage(sandbox);
    await page.evaluate(
      "ask({ type: 'setState', id: 'bad', state: { html: '<img src=x onerror=alert(1)>' } })",
    );
    await page.evaluate("ask({ type: 'setState', state: 'm=2', version: 99 })");
    await page.evaluate("ask({ type: 'eval', code: 'alert(1)' })");
    await page.evaluate("document.querySelector('iframe').contentWindow.postMessage('x', '*')");
    await page.evaluate(`{
      const sibling = document.createElement('iframe');
      document.body.append(sibling);
      const script = sibling.contentDocument.createElement('script');
      script.textContent = "parent.frames[0].postMessage({ channel: 'contrastive-loss-by-hand', version: 1, type: 'setState', state: 'm=2' }, '*')";
      sibling.contentDocument.body.append(script);
    }`);
    await page.evaluate("ask({ type: 'setState', state: 'm=<script>' })");
    const frame = page.frameLocator('iframe').first();
    await frame.locator('.notice').waitFor();
    expect(await frame.locator('.notice').innerText()).toContain('m: a number from 0.1 to 3 is expected');
    expect(await frame.locator('input[type="range"]').first().inputValue()).toBe('1.5');
    expect(await page.evaluate("heard.filter(({ type }) => type === 'refused')")).toEqual([
      expect.objectContaining({ problem: expect.stringContaining('state'), id: 'bad' }),
      expect.objectContaining({ problem: expect.stringContaining('version') }),
      expect.objectContaining({ problem: expect.stringContaining('type') }),
    ]);
    expect(notes).toEqual(Array(3).fill(expect.stringMatching(/^A message was passed over\. /)));
    await close();
  });
});

test('an embed works, task and all, where a frame of another origin may store nothing', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    if (window === window.parent) return;
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
      Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(document, 'cookie', { get: refuse, set: refuse });
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const task = encodeURIComponent('question: Make it similar.\ngoal y: 0');
  await page.setContent(
    `<iframe src="${site.root}embed/pair/?task=${task}" width="600" height="700"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await frame.locator('[data-live]').waitFor();
  await frame.getByRole('radio', { name: /^similar/ }).check();
  await frame.getByText('Correct.').waitFor();
  await frame.getByRole('button', { name: 'Try again' }).click();
  expect(await frame.getByText('Correct.').count()).toBe(0);
  expect(await frame.getByText('good for practice, not for exams').isVisible()).toBe(true);
  expect(errors).toEqual([]);
  await context.close();
});

test('a link of an embed leaves the figure where it is, also where a sandbox lets nothing open', async () => {
  const page = await browser.newPage();
  await page.setContent(
    `<iframe sandbox="allow-scripts" src="${site.root}embed/train/" width="700" height="1200"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await frame.locator('[data-live]').waitFor();
  await frame.getByRole('link', { name: 'MNIST' }).click();
  expect(await frame.locator('[data-live]').isVisible()).toBe(true);
  expect(page.context().pages()).toHaveLength(1);
  await page.close();
});

describe('an embed with a task', () => {
  const TASK = [
    'y: 1',
    'lock: y,m',
    'question: Make this *dissimilar* pair cost nothing, at $m = 1.5$.',
    'goal loss: 0',
    'hint: The circle.',
    'explanation: Beyond the margin.',
    'solution: x1=-1,0&x2=1,0',
  ].join('\n');

  test('asks, takes the answer by keyboard, says so politely, and tells the page around it', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const address = `${site.root}embed/pair/?task=${encodeURIComponent(TASK)}`;
    await page.setContent(`<iframe sandbox="allow-scripts" src="${address}" width="600" height="700"></iframe>
      <script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>`);
    const frame = page.frameLocator('iframe');
    await frame.locator('[data-live]').waitFor();
    await expect.poll(() => frame.locator('.question em').innerText()).toBe('dissimilar');
    expect(await frame.locator('.question math').count()).toBe(1);
    await frame.getByText('Hint').click();
    await frame.getByRole('slider', { name: /second/ }).focus();
    for (let press = 0; press < 12; press++) await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => frame.getByRole('status').filter({ hasText: 'Correct' }).count()).toBe(1);
    const told = await page.evaluate("heard.filter(({ type }) => type === 'task').at(-1)");
    expect(told).toMatchObject({ version: 1, widget: 'pair', solved: true, hint: true });
    await expect.poll(() => frame.getByText('Beyond the margin.').isVisible()).toBe(true);
    await context.close();
  });

  test('fits a phone and breaks no accessibility rule, asked and solved, in light and dark', async () => {
    const address = `${site.root}embed/pair/?task=${encodeURIComponent(TASK)}`;
    const { page, close } = await openAsIs(browser, address, { viewport: { width: 360, height: 740 } });
    await page.locator('[data-live]').waitFor();
    await page.getByText('Hint').click();
    await page.getByRole('slider', { name: /second/ }).focus();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await audit(page)).toEqual([]);
      for (let press = 0; press < 12; press++) await page.keyboard.press('Shift+ArrowRight');
      await page.getByText('Correct.').first().waitFor();
    }
    expect(await audit(page)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
    await close();
  });

  test('that cannot be read says what is wrong in which line, and the widget works', async () => {
    const address = `${site.root}embed/pair/?m=2&task=${encodeURIComponent('question: ?\ngoal los: 0')}`;
    const { page, close } = await openAsIs(browser, address);
    await page.locator('[data-live]').waitFor();
    expect(await page.locator('.notice').innerText()).toContain(
      'task, line 2: widget “pair” has no output or parameter “los”; the nearest is “loss”',
    );
    expect(await page.locator('input[type="range"]').first().inputValue()).toBe('2');
    await close();
  });
});

test.each(['draw', 'signature', 'train', 'verification'])(
  'the embed of %s comes alive in a sandbox, with the data that it loads',
  async (widget) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.setContent(
      `<iframe sandbox="allow-scripts" src="${site.root}embed/${widget}/" width="900" height="1200"></iframe>`,
    );
    await page.frameLocator('iframe').locator('[data-live]').waitFor();
    await context.close();
  },
);

test('the embed of verification shows the digits that went wrong, and a press finds one in the plane', async () => {
  const { page, errors, close } = await openAsIs(browser, `${site.root}embed/verification/?source=digits`);
  await page.locator('[data-live]').waitFor();
  const rejected = page.getByRole('group', { name: 'false rejects' }).getByRole('button');
  expect(await rejected.count()).toBe(6);
  const last = rejected.last();
  await last.focus();
  await page.keyboard.press('Enter');
  expect(await last.getAttribute('aria-pressed')).toBe('true');
  const D = await page.locator('[data-readout="distance of the chosen pair"]').innerText();
  expect(await last.innerText()).toContain(Number(D).toFixed(2));
  expect(errors).toEqual([]);
  await close();
});

test('a frame without scripts says that it stands still, and does not show the state of its address', async () => {
  const { page, close } = await openAsIs(browser, `${site.root}robots.txt`);
  await page.setContent(
    `<iframe sandbox="" src="${site.root}embed/pair/?m=2" width="700" height="800"></iframe>`,
  );
  const inside = page.frameLocator('iframe');
  await inside.locator('.still').waitFor();
  expect(await inside.locator('.cl-picture svg').first().isVisible()).toBe(true);
  await page.setContent(`<iframe src="${site.root}embed/pair/?m=2" width="700" height="800"></iframe>`);
  await inside.locator('[data-live]').waitFor();
  expect(await inside.locator('.still').count()).toBe(0);
  await close();
});
