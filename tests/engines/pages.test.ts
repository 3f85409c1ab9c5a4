import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { definitions } from '../../src/lib/widgets/registry';
import { pages } from '../browser/support/site';
import { ENGINES, engineNames } from './support/engines';
import { errorsOf, malformedMath, scrollThrough, untilGone, untilThere, visit } from './support/page';
import type { Tab } from './support/tab';
import { serveWatched, type WatchedSite } from './support/watched-site';

let site: WatchedSite;
beforeAll(async () => {
  site = await serveWatched();
});
afterAll(() => site.close());

describe.each(engineNames)('in %s', (engine) => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await ENGINES[engine]();
  });
  afterAll(() => tab.close());

  test.each(pages())(
    'the page /%s opens, and each figure of it comes to life, without an error',
    async (page) => {
      await visit(tab, site.url + page);
      await scrollThrough(tab);
      await untilGone(tab, '.cl-widget:not([data-live])');
      expect(await errorsOf(tab)).toEqual([]);
      expect(await malformedMath(tab)).toEqual([]);
    },
  );

  test.each(Object.keys(definitions))('the embed of %s comes to life without an error', async (widget) => {
    await visit(tab, `${site.url}embed/${widget}/`);
    await untilThere(tab, '[data-live]');
    expect(await errorsOf(tab)).toEqual([]);
    expect(await malformedMath(tab)).toEqual([]);
  });
});

test('nothing is asked for that is not there', () => {
  expect(site.missing).toEqual([]);
});
