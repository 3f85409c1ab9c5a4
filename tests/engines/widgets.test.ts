import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { definitions } from '../../src/lib/widgets/registry';
import { ENGINES, engineNames } from './support/engines';
import { dragAll, HANDLE, pressOnAll, readings, SLIDER } from './support/hands';
import { count, errorsOf, untilThere, visit } from './support/page';
import { keepPicture } from './support/pictures';
import type { Tab } from './support/tab';
import { serveWatched, type WatchedSite } from './support/watched-site';

let site: WatchedSite;
let tabs: Tab[];
beforeAll(async () => {
  site = await serveWatched();
  tabs = await Promise.all(engineNames.map((engine) => ENGINES[engine]()));
});
afterAll(async () => {
  await Promise.all(tabs.map((tab) => tab.close()));
  await site.close();
});

/** What a widget reads in each engine after the same has been done to it. */
const inEveryEngine = (act: (tab: Tab) => Promise<void>): Promise<string[][]> =>
  Promise.all(
    tabs.map(async (tab) => {
      await act(tab);
      expect(await errorsOf(tab)).toEqual([]);
      // What a pointer rests on may be read out, and engines differ in what they tell of one that stays while a page scrolls.
      await tab.moveTo([2, 2]);
      return readings(tab);
    }),
  );

describe.each(Object.keys(definitions))('the widget %s reads the same in every engine', (widget) => {
  let before: string[][];
  beforeAll(async () => {
    before = await inEveryEngine(async (tab) => {
      await visit(tab, `${site.url}embed/${widget}/`);
      await untilThere(tab, '[data-live]');
    });
    await Promise.all(tabs.map((tab, i) => keepPicture(tab, `${widget}-${engineNames[i]}`)));
  });

  test('as its author left it', () => {
    const [chromium, ...others] = before;
    for (const other of others) expect(other).toEqual(chromium);
  });

  test('after the mouse has dragged each handle and keys have moved each handle and slider', async () => {
    const dragged = await inEveryEngine(dragAll);
    const moved = await inEveryEngine(pressOnAll);
    for (const after of [dragged, moved]) {
      const [chromium, ...others] = after;
      for (const other of others) expect(other).toEqual(chromium);
    }
    const [tab] = tabs;
    if (tab && (await count(tab, `${HANDLE}, ${SLIDER}`)) > 0 && widget !== 'train')
      expect(moved).not.toEqual(before);
  });
});
