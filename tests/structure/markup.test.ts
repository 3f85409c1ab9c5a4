import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|js|svelte|html)$/.test(name))
  .map((name) => [name.split(sep).join('/'), readFileSync(join('src', name), 'utf8')] as const);

/** Where markup of our own making is put into a page while the site is built. */
const BUILD_TIME = [
  'lib/content/library/LossEntry.svelte',
  'lib/content/remark/code.ts',
  'lib/content/remark/formulas.ts',
  'lib/prerender/ExerciseFigure.svelte',
  'lib/prerender/WidgetEmbed.svelte',
  'lib/prerender/WidgetFigure.svelte',
  'lib/prerender/WidgetPicture.svelte',
  'routes/PageHead.svelte',
  'routes/teach/[lesson]/slides/+page.svelte',
];

const found = (pattern: RegExp) => sources.filter(([, text]) => pattern.test(text)).map(([name]) => name);

test('no text is read as markup or as code in the browser', () => {
  const readers =
    /\.(inner|outer)HTML\s*\+?=|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTML|srcdoc|\beval\(|new Function\(/;
  expect(found(readers)).toEqual([]);
});

test('markup goes into a page only where the site is built', () => {
  expect(found(/\{@html\b/).filter((name) => !BUILD_TIME.includes(name))).toEqual([]);
});

// Svelte writes the attribute again whenever something inside changes, and the browser then styles all that is in it.
test('no component has an attribute for its direction: a style says it', () => {
  expect(found(/<[^>]*\sdir=/).filter((name) => name.endsWith('.svelte'))).toEqual([]);
});
