import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, engineNames } from './support/engines';
import { click } from './support/hands';
import { errorsOf, textOf, until, untilThere, visit } from './support/page';
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

  test('a network learns to tell 4 from 9', async () => {
    await visit(tab, `${site.url}embed/train/?seed=3`);
    await untilThere(tab, '[data-live]');
    const { fastest, play } = await tab.run(() => {
      const controls = [...document.querySelectorAll('.cl-embed :is(label, button)')];
      const named = (name: string) => controls.findIndex(({ textContent }) => textContent?.trim() === name);
      return { fastest: named('10×'), play: named('Play') };
    }, undefined);
    await click(tab, '.cl-embed :is(label, button)', fastest);
    await click(tab, '.cl-embed :is(label, button)', play);
    const accuracy = async () => Number.parseFloat(await textOf(tab, '[data-readout="held-out accuracy"]'));
    await until('nearly all digits are told', async () => (await accuracy()) >= 95, 50_000);
    expect(await errorsOf(tab)).toEqual([]);
  });
});
