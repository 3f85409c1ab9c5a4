import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { heightsOf } from '../../src/lib/embed/iframe-heights';
import { snippets } from '../../src/lib/teach/snippets';
import { definitions } from '../../src/lib/widgets/registry';

const site = inject('site');
const command = fileURLToPath(new URL('../../node_modules/mystmd/dist/myst.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'myst-'));
let browser: Browser;
let book: Awaited<ReturnType<typeof serve>>;

/** What MyST makes of a directive. */
interface Node {
  type: string;
  esm?: string;
  model?: Record<string, string>;
  children?: Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];
let directives: Node[];

/** Builds a book of one page. The theme is only named: what MyST makes of the text does not depend on it. */
beforeAll(async () => {
  browser = await launch();
  const choices = [
    { widget: 'pair', query: 'm=2', hidden: ['toolbar'], title: 'Pull “them” apart & look' },
    { widget: 'margin', query: '', task: 'question: Make it cost nothing.\ngoal loss: 0' },
  ];
  const codes = choices.map((embed) => {
    const definition = definitions[embed.widget];
    if (!definition) throw new RangeError(`no widget “${embed.widget}”`);
    const choice = { definition, embed, heights: heightsOf(embed.widget), site: site.root };
    return snippets(choice).find(({ id }) => id === 'myst')?.code ?? '';
  });
  mkdirSync(join(folder, 'theme'));
  writeFileSync(join(folder, 'theme/template.yml'), 'myst: v1\ntitle: A theme\n');
  writeFileSync(join(folder, 'myst.yml'), 'version: 1\nproject: {}\nsite:\n  template: ./theme\n');
  writeFileSync(join(folder, 'index.md'), ['# A course', ...codes, 'Text.'].join('\n\n'));
  await promisify(execFile)(process.execPath, [command, 'build', '--site'], { cwd: folder });
  const page = JSON.parse(readFileSync(join(folder, '_build/site/content/index.json'), 'utf8'));
  directives = nodesOf(page.mdast).filter(({ type }) => type === 'anywidget');
  book = await serve({ root: join(folder, '_build/site/public') });
});
afterAll(async () => {
  await Promise.all([browser.close(), book.close()]);
  rmSync(folder, { recursive: true });
});

test('MyST reads the directive of the Teach page, its traits, and keeps the module beside the book', () => {
  expect(directives).toHaveLength(2);
  expect(directives[0]?.model).toMatchObject({ widget: 'pair', m: '2' });
  const options = new URLSearchParams(directives[0]?.model?.options);
  expect(Object.fromEntries(options)).toEqual({ hide: 'toolbar', title: 'Pull “them” apart & look' });
  expect(new URLSearchParams(directives[1]?.model?.options).get('task')).toContain('\ngoal loss: 0');
  for (const { esm } of directives) expect(esm).toMatch(/^\/\w+\.mjs$/);
});

test('the module works as MyST runs it: with no kernel to save to, and no way to stop listening', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const [{ esm, model } = {} as Node] = directives;
  writeFileSync(
    join(folder, '_build/site/public/index.html'),
    `<!doctype html><html lang="en"><title>A book</title><link rel="icon" href="data:,"><div id="book"></div>
    <script type="module">
      import widget from '.${esm}';
      const state = ${JSON.stringify(model)};
      const changes = new EventTarget();
      const refuse = () => { throw new Error('not implemented'); };
      window.model = {
        get: (name) => state[name],
        set(name, value) { state[name] = value; changes.dispatchEvent(new Event('change:' + name)); },
        on: (name, listener) => changes.addEventListener(name, listener),
        off: refuse,
        save_changes: refuse,
      };
      const el = document.createElement('div');
      book.attachShadow({ mode: 'open' }).append(el);
      window.cleanup = await widget.render({ model, el });
    </script></html>`,
  );
  await page.goto(book.url);
  const slider = page.locator('[data-live] input[type="range"]').first();
  await slider.waitFor();
  expect(await page.getByText('Pull “them” apart & look').isVisible()).toBe(true);
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('radio', { name: /^similar/ }).check();
  await expect.poll(() => page.evaluate("[model.get('m'), model.get('y')]")).toEqual(['1.95', '0']);
  await page.evaluate("model.set('m', '0.5')");
  await expect.poll(() => slider.inputValue()).toBe('0.5');
  await page.evaluate('cleanup()');
  await page.locator('[data-live]').waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
  await page.close();
});
