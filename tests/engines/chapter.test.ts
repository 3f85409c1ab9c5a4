import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatFixed } from '../../src/lib/state/format';
import { decode } from '../../src/lib/state/query';
import { definition } from '../../src/lib/widgets/pair/definition';
import { ENGINES, engineNames } from './support/engines';
import { click, pressOn } from './support/hands';
import { errorsOf, textOf, until, untilThere, visit } from './support/page';
import type { Tab } from './support/tab';
import { serveWatched, type WatchedSite } from './support/watched-site';

let site: WatchedSite;
beforeAll(async () => {
  site = await serveWatched();
});
afterAll(() => site.close());

/** The loss of a pair in the state of a query, as a figure reads it out. */
function lossOfPair(query: string): string {
  const { parameters, model, outputs } = definition;
  return formatFixed(Number(outputs.loss?.value(model(decode(parameters, query).values))), 3);
}

describe.each(engineNames)('in %s', (engine) => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await ENGINES[engine]();
    await visit(tab, `${site.url}contrastive-loss/`);
  });
  afterAll(() => tab.close());

  test('a phrase of the text sets its figure', async () => {
    const phrase = '.cl-set[data-widget="pair"]';
    const queries = await tab.run(
      (selector) =>
        [...document.querySelectorAll<HTMLElement>(selector)].map(({ dataset }) => dataset.query ?? ''),
      phrase,
    );
    expect(queries.length).toBeGreaterThan(1);
    const state = new URLSearchParams();
    for (const [index, query] of queries.entries()) {
      await click(tab, phrase, index);
      for (const [key, value] of new URLSearchParams(query)) state.set(key, value);
      const wanted = lossOfPair(state.toString());
      await until(
        `the figure shows ${query}`,
        async () => (await textOf(tab, '#pair [data-readout="loss"]')) === wanted,
      );
    }
    expect(await errorsOf(tab)).toEqual([]);
  });

  test('an exercise is graded', async () => {
    const exercise = '#ex-cost';
    const field = `${exercise} .task-panel input[type="text"]`;
    await tab.run((id) => document.querySelector(id)?.scrollIntoView(), exercise);
    await untilThere(tab, field);
    const says = (words: string) => async () =>
      (await textOf(tab, `${exercise} .task-panel`)).includes(words);

    await pressOn(tab, field, 0, [...'0.125', 'Enter']);
    await until('a wrong answer is objected to', says('Not right yet'));
    await tab.run((selector) => document.querySelector<HTMLInputElement>(selector)?.select(), field);
    await pressOn(tab, field, 0, [...'0.5', 'Enter']);
    await until('the right answer is taken', says('Correct'));
    expect(await errorsOf(tab)).toEqual([]);
  });

  test('a figure below what is written into code by the page comes to life', async () => {
    await visit(tab, `${site.url}widgets/pair/`);
    await untilThere(tab, '.cl-widget[data-live]');
    expect(await errorsOf(tab)).toEqual([]);
  });
});
