import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { formatFixed } from '../../../src/lib/primitives/format';
import type { Definition } from '../../../src/lib/state/define';
import { decode } from '../../../src/lib/state/query';
import { buildFolder, pages } from './site';

/** The first page of the site that shows a widget, and the figure's name there. */
export function figureOf(widget: string): { page: string; name: string } {
  for (const page of pages()) {
    const html = readFileSync(join(buildFolder, page, 'index.html'), 'utf8');
    const tag = (html.match(/<figure[^>]*>/g) ?? []).find((text) => text.includes(`data-widget="${widget}"`));
    const name = tag && /\bid="([^"]+)"/.exec(tag)?.[1];
    if (name !== undefined) return { page, name };
  }
  throw new Error(`no page shows the widget “${widget}”`);
}

/** The middle of an element, in pixels of the window. */
export async function centre(element: Locator): Promise<[number, number]> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('The element is not on the page.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** The state of a figure: its author's, with what its own “Copy link” sets over it. A query. */
export async function stateOf(page: Page, figure: Locator, name: string): Promise<string> {
  await figure.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const state = new URLSearchParams((await figure.getAttribute('data-query')) ?? '');
  for (const [key, value] of new URL(link).searchParams) state.set(key.replace(`${name}.`, ''), value);
  return state.toString();
}

/** What a figure shows for each declared output that it shows at all, and what the declaration computes. */
export async function shownAndComputed(
  figure: Locator,
  definition: Definition,
  query: string,
): Promise<{ shown: string[]; computed: string[] }> {
  const { values, notices } = decode(definition.parameters, query);
  if (notices.length > 0) throw new Error(notices.map((notice) => notice.message).join('; '));
  const model = definition.model(values);
  const [shown, computed]: [string[], string[]] = [[], []];
  for (const { label, value, digits = 3 } of Object.values(definition.outputs)) {
    const readout = figure.locator(`[data-readout="${label}"]`);
    if ((await readout.count()) !== 1) continue;
    const result = value(model);
    shown.push(`${label}: ${(await readout.innerText()).replace(/[  ]%$/, '')}`);
    computed.push(`${label}: ${typeof result === 'number' ? formatFixed(result, digits) : result}`);
  }
  return { shown, computed };
}
