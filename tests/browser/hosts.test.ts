import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { audit } from './support/audit';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A page of another origin with the given body, and the errors that it met. */
async function pageOf(body: string): Promise<{ page: Page; errors: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.setContent(
    `<!doctype html><html lang="en"><title>A host</title><main><h1>A host</h1>${body}</main></html>`,
  );
  return { page, errors, close: () => context.close() };
}

describe('the custom element', () => {
  const script = `<script type="module" src="${site.root}embed/element.js"></script>`;

  test('shows a widget in its own styles, in the state of its query', async () => {
    const { page, errors, close } = await pageOf(
      `${script}<style>button { display: none }</style><contrastive-widget name="pair" query="m=2&lock=m"></contrastive-widget>`,
    );
    await page.locator('[data-live]').waitFor();
    expect(await page.locator('input[type="range"]').first().inputValue()).toBe('2');
    expect(await page.locator('input[type="range"]').first().isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Reset' }).isVisible()).toBe(true);
    // There is no address of this page with the widget in a state.
    expect(await page.getByRole('button', { name: 'Copy link' }).count()).toBe(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await audit(page)).toEqual([]);
    }
    expect(errors).toEqual([]);
    await close();
  });

  test('tells and takes states, and two of them never interact', async () => {
    const { page, close } = await pageOf(
      `${script}<contrastive-widget id="a" name="pair"></contrastive-widget><contrastive-widget id="b" name="pair"></contrastive-widget>
       <script>window.told = []; a.addEventListener('statechange', ({ detail }) => told.push(detail.state));</script>`,
    );
    await page.locator('#b [data-live]').waitFor();
    await page.evaluate("a.setState('m=2&y=0')");
    await expect.poll(() => page.evaluate('told.at(-1)')).toBe('y=0&m=2');
    expect(await page.evaluate('[a.getState(), b.getState()]')).toEqual(['y=0&m=2', '']);
    await page.evaluate('a.reset()');
    expect(await page.evaluate('a.getState()')).toBe('');
    await close();
  });

  test('asks a question, and tells what becomes of it', async () => {
    const { page, errors, close } = await pageOf(
      `${script}<contrastive-widget id="a" name="pair" task="question: Make it *similar*.&#10;goal y: 0"></contrastive-widget>
       <script>window.told = []; a.addEventListener('taskresult', ({ detail }) => told.push(detail));</script>`,
    );
    await page.locator('[data-live]').waitFor();
    await page.getByRole('radio', { name: /^similar/ }).check();
    await expect
      .poll(() => page.evaluate('told.at(-1)'))
      .toEqual({
        type: 'task',
        widget: 'pair',
        solved: true,
        tries: 1,
        hint: false,
        explanation: false,
        score: 1,
      });
    expect(await page.evaluate('a.getResult().solved')).toBe(true);
    expect(await audit(page)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  test('can be mounted and removed again and again', async () => {
    const { page, errors, close } = await pageOf(`${script}<div id="place"></div>`);
    for (let i = 0; i < 20; i++) {
      await page.evaluate("place.innerHTML = '<contrastive-widget name=cloud></contrastive-widget>'");
    }
    await page.locator('[data-live]').waitFor();
    expect(await page.locator('[data-live]').count()).toBe(1);
    expect(errors).toEqual([]);
    await close();
  });

  test('keeps its state when it is moved, and takes another widget by its name', async () => {
    const { page, errors, close } = await pageOf(
      `${script}<div id="first"><contrastive-widget id="a" name="pair"></contrastive-widget></div><div id="second"></div>`,
    );
    await page.locator('[data-live]').waitFor();
    await page.evaluate("a.setState('m=2')");
    await expect.poll(() => page.evaluate('a.getState()')).toBe('m=2');
    await page.evaluate('second.append(a)');
    await page.locator('#second [data-live]').waitFor();
    expect(await page.evaluate('a.getState()')).toBe('m=2');
    await page.evaluate("a.setAttribute('name', 'kink')");
    await page.getByText('Drop one point on the other').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('has its styles on a page that lets none in but its own', async () => {
    const { origin } = new URL(site.root);
    const { page, close } = await pageOf(
      `<meta http-equiv="Content-Security-Policy" content="script-src ${origin}; style-src 'self'">
       ${script}<contrastive-widget name="pair"></contrastive-widget>`,
    );
    await page.locator('[data-live]').waitFor();
    const display = await page
      .locator('.cl-widget .cl-readouts')
      .first()
      .evaluate((e) => getComputedStyle(e).display);
    expect(display).not.toBe('block');
    await close();
  });

  test('reads from left to right on a page that is read from right to left', async () => {
    const { page, close } = await pageOf(
      `${script}<div dir="rtl"><contrastive-widget name="pair"></contrastive-widget></div>`,
    );
    await page.locator('[data-live]').waitFor();
    const slider = page.locator('input[type="range"]').first();
    expect(await slider.evaluate((input) => getComputedStyle(input).direction)).toBe('ltr');
    const before = Number(await slider.inputValue());
    await slider.press('ArrowRight');
    expect(Number(await slider.inputValue())).toBeGreaterThan(before);
    await close();
  });

  test('says which widgets are near when there is none of that name', async () => {
    const { page, close } = await pageOf(`${script}<contrastive-widget name="pear"></contrastive-widget>`);
    await page.getByText('the nearest is “pair”').waitFor();
    await close();
  });
});

describe('the anywidget module', () => {
  /** A model as a notebook has it: traits, listeners, and a count of what was saved. */
  const harness = (traits: object) => `<div id="el"></div><script type="module">
    import widget from '${site.root}embed/anywidget.js';
    const listeners = new Map();
    const traits = ${JSON.stringify(traits)};
    window.model = {
      saved: 0,
      get: (name) => traits[name],
      set(name, value) { traits[name] = value; },
      on: (event, listener) => listeners.set(event, listener),
      off: (event) => listeners.delete(event),
      save_changes() { model.saved++; },
      change(name, value) { traits[name] = value; listeners.get('change:' + name)?.(); },
      listening: () => listeners.size,
    };
    window.cleanup = await widget.render({ model, el: document.querySelector('#el') });
  </script>`;

  test('takes its state from the traits, and the traits follow the reader and the notebook', async () => {
    const { page, errors, close } = await pageOf(
      harness({ widget: 'pair', m: '2', options: 'hide=toolbar' }),
    );
    await page.locator('[data-live]').waitFor();
    expect(await page.evaluate("[model.get('m'), model.get('y')]")).toEqual(['2', '1']);

    await page.locator('input[type="range"]').first().focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.evaluate("model.get('m')")).toBe('1.95');
    expect(await page.evaluate("typeof model.get('outputs').loss")).toBe('number');

    await page.evaluate("model.change('m', '0.5')");
    await expect.poll(() => page.locator('input[type="range"]').first().inputValue()).toBe('0.5');
    expect(errors).toEqual([]);
    await close();
  });

  test('asks the question of its trait and writes the result to another', async () => {
    const { page, close } = await pageOf(
      harness({ widget: 'pair', task: 'question: ?\nanswer loss: 0.5 ± 0.01\nx1: -0.5,0\nx2: 0.5,0\ny: 0' }),
    );
    await page.getByLabel('Your answer').fill('0.5');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate("model.get('result')")).toMatchObject({ solved: true, tries: 1 });
    await close();
  });

  test('asks another question when its trait changes, and shows at first what the notebook names', async () => {
    const { page, errors, close } = await pageOf(
      harness({ widget: 'pair', task: 'question: The first?\ny: 1\ngoal y: 0', controls: ['m'] }),
    );
    await page.getByText('The first?').waitFor();
    expect(await page.getByRole('radio', { name: /^similar/ }).count()).toBe(0);
    await page.evaluate("model.change('controls', [])");
    await page.getByRole('radio', { name: /^similar/ }).check();
    await expect.poll(() => page.evaluate("model.get('result').solved")).toBe(true);

    await page.evaluate(
      "(model.set('result', {}), model.change('task', 'question: The second?\\ny: 1\\ngoal y: 0'))",
    );
    await page.getByText('The second?').waitFor();
    expect(await page.locator('[data-live]').count()).toBe(1);
    expect(await page.evaluate("[model.get('result').solved, model.get('y')]")).toEqual([false, '1']);
    expect(errors).toEqual([]);
    await close();
  });

  test('says what it could not read of a question', async () => {
    const { page, close } = await pageOf(harness({ widget: 'pair', task: 'question: ?\ngoal los: 0' }));
    await page.locator('[data-live]').waitFor();
    await expect.poll(() => page.evaluate("model.get('notices').join()")).toContain('los');
    await close();
  });

  test('leaves nothing behind when the notebook removes it', async () => {
    const { page, close } = await pageOf(harness({ widget: 'margin' }));
    await page.locator('[data-live]').waitFor();
    await page.evaluate('cleanup()');
    expect(await page.evaluate('model.listening()')).toBe(0);
    expect(await page.locator('[data-live]').count()).toBe(0);
    await close();
  });
});
