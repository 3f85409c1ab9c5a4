import type { Locator, Page } from 'playwright-core';
import { formatFixed } from '../../../src/lib/state/format';
import type { Definition } from '../../../src/lib/state/define';
import { decode } from '../../../src/lib/state/query';

/** The page that shows a widget whole, and the figure's name there: beside a text it shows a part. */
export const figureOf = (widget: string) => ({ page: `widgets/${widget}/`, name: 'preview' });

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
