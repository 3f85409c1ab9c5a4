import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../scripts/static-server.mjs';
import { buildFolder } from '../browser/support/site';
import { ENGINES, engineNames } from './support/engines';
import { serveHost, type HostSite } from './support/host-site';
import { clickInFrame, SLIDER } from './support/hands';
import { until, untilThere, visit } from './support/page';
import type { Tab } from './support/tab';

let site: Awaited<ReturnType<typeof serve>>;
let host: HostSite;
beforeAll(async () => {
  site = await serve({ root: buildFolder });
  host = await serveHost();
});
afterAll(async () => {
  await host.close();
  await site.close();
});

describe.each(engineNames)('in a page of another origin, in %s,', (engine) => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await ENGINES[engine]();
  });
  afterAll(() => tab.close());

  test('the custom element shows a widget in the state that it is given, and takes another', async () => {
    await visit(
      tab,
      host.pageOf(`<script type="module" src="${site.url}embed/element.js"></script>
        <contrastive-widget name="pair" query="m=2"></contrastive-widget>`),
    );
    const margin = () =>
      tab.run(
        () =>
          document
            .querySelector('contrastive-widget')
            ?.shadowRoot?.querySelector<HTMLInputElement>('input[type="range"]')?.value,
        undefined,
      );
    await until('the margin is that of the query', async () => (await margin()) === '2');
    await tab.run(() => {
      const element = document.querySelector('contrastive-widget');
      (Reflect.get(element ?? {}, 'setState') as (query: string) => void).call(element, 'm=1');
    }, undefined);
    await until('the margin is set', async () => (await margin()) === '1');
    expect(await host.errorsOf(tab)).toEqual([]);
  });

  test.each([
    ['a frame', ''],
    ['a frame with sandbox="allow-scripts"', 'sandbox="allow-scripts"'],
  ])('%s lives, has its styles, and answers its host', async (_what, sandbox) => {
    await visit(
      tab,
      host.pageOf(`<iframe ${sandbox} src="${site.url}embed/pair/?m=2" width="700" height="800"></iframe>`),
    );
    await untilThere(tab, '[data-live]', 'frame');
    const font = await tab.run(
      () => {
        const button = document.querySelector('.cl-widget button');
        return button && getComputedStyle(button).fontFamily;
      },
      undefined,
      'frame',
    );
    expect(font).toContain('Source Sans');

    const ran = () => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      return Reflect.has(window, 'injected');
    };
    expect(await tab.run(ran, undefined, 'frame'), 'a script is let in that is not the site’s').toBe(false);

    await tab.run(() => {
      const frame = document.querySelector('iframe')?.contentWindow;
      frame?.postMessage({ channel: 'contrastive-loss-by-hand', version: 1, type: 'getState', id: 'g' }, '*');
    }, undefined);
    await until('the frame tells its state', async () => (await host.heardBy(tab)).includes('"state":"m=2"'));

    // A frame of another origin is given the focus by a hand, not by a script.
    const margin = () =>
      tab.run((slider) => document.querySelector<HTMLInputElement>(slider)?.value, SLIDER, 'frame');
    await clickInFrame(tab, SLIDER);
    const clicked = await margin();
    await tab.press('ArrowLeft');
    expect(clicked).not.toBe('2');
    await until('the key moves the margin', async () => Number(await margin()) < Number(clicked));
    expect(await host.errorsOf(tab)).toEqual([]);
  });
});
