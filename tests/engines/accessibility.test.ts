import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTree, type Accessible } from './support/accessibility-tree';
import { ENGINES, engineNames } from './support/engines';
import { untilGone, visit } from './support/page';
import type { Tab } from './support/tab';
import { serveWatched, type WatchedSite } from './support/watched-site';

/** Roles of what a reader operates, as the three engines call them. */
const CONTROLS = new Set([
  ...['link', 'button', 'push button', 'toggle button', 'radio button', 'check box', 'slider'],
  ...['combo box', 'spin button', 'entry'],
]);

let site: WatchedSite;
beforeAll(async () => {
  site = await serveWatched();
});
afterAll(() => site.close());

/** Texts of the page's main part that are seen, from top to bottom; what stands in formulas and drawings is left out. */
const textsOf = (tab: Tab): Promise<string[]> =>
  tab.run(() => {
    const left =
      '[aria-hidden="true"], svg, math, .katex, [inert], details:not([open]) > :not(summary), option';
    const walker = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const texts: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      const text = (nodeValue ?? '').replace(/\s+/g, ' ').trim();
      // A word or two may be found anywhere.
      if (text.split(' ').length < 3 || !parentElement || parentElement.closest(left)) continue;
      if (parentElement.checkVisibility({ visibilityProperty: true })) texts.push(text);
    }
    return texts;
  }, undefined);

/** How many things there are on the page that a reader operates. */
const countControls = (tab: Tab): Promise<number> =>
  tab.run(
    () =>
      [...document.querySelectorAll('a[href], button, input, select, textarea, [role="slider"]')].filter(
        (control) =>
          control.closest('[aria-hidden="true"], [inert]') === null &&
          control.checkVisibility({ visibilityProperty: true }),
      ).length,
    undefined,
  );

describe.each(engineNames)(
  'what %s tells a screen reader of a chapter, before anybody has scrolled',
  (engine) => {
    let tab: Tab;
    let tree: Accessible[];
    let texts: string[];
    let count: number;
    beforeAll(async () => {
      tab = await ENGINES[engine]({ forScreenReaders: true });
      await visit(tab, `${site.url}contrastive-loss/`);
      await untilGone(tab, '#pair:not(:has([data-live]))');
      texts = await textsOf(tab);
      count = await countControls(tab);
      tree = await readTree(engine);
    });
    afterAll(() => tab.close());

    test('is the whole of its text', () => {
      const heard = tree
        .map(({ name, text }) => `${name} ${text}`)
        .join(' ')
        .replace(/\s+/g, ' ');
      expect(texts.length).toBeGreaterThan(300);
      expect(texts.filter((text) => !heard.includes(text))).toEqual([]);
    });

    test('has each control of the page, by a name', () => {
      const controls = tree.filter(({ role }) => CONTROLS.has(role));
      expect(count).toBeGreaterThan(150);
      expect(controls.length).toBeGreaterThanOrEqual(count);
      expect(controls.filter(({ name }) => name.trim() === '')).toEqual([]);
    });
  },
);
