import { afterAll, beforeAll, describe, test } from 'vitest';
import { serve } from '../../scripts/static-server.mjs';
import { buildFolder } from '../browser/support/site';
import { ENGINES, engineNames } from './support/engines';
import { scrollThrough, until, untilGone, untilThere, visit } from './support/page';
import type { Tab } from './support/tab';

/** Whether the worker that keeps pages looks after the page. */
const inCare = (tab: Tab) => tab.run(() => navigator.serviceWorker.controller !== null, undefined);

describe.each(engineNames)('in %s', (engine) => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await ENGINES[engine]();
  });
  afterAll(() => tab.close());

  test('a page that was visited is read again without a network, with every figure alive', async () => {
    const site = await serve({ root: buildFolder });
    await visit(tab, `${site.url}contrastive-loss/`);
    await until('the page is in the care of its worker', () => inCare(tab));
    await site.close();

    await visit(tab, `${site.url}contrastive-loss/`);
    await untilThere(tab, '.cl-figure');
    await scrollThrough(tab);
    await untilGone(tab, '.cl-widget:not([data-live])');
  });
});
