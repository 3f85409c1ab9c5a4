import { inject } from 'vitest';
import { LAUNCHERS } from '../../../scripts/engines/launch.mjs';
import { PuppeteerTab } from './puppeteer-tab';
import type { StartOptions, Tab } from './tab';
import { WebKitTab } from './webkit-tab';

const environment = () => ({ ...process.env, ...inject('desktop') });

const startWithPuppeteer =
  (browser: keyof typeof LAUNCHERS) =>
  async (options: StartOptions = {}): Promise<Tab> =>
    PuppeteerTab.of(await LAUNCHERS[browser]({ ...options, env: environment() }));

/** The engines that the site is made for, each with a way to start its browser. */
export const ENGINES = {
  Chromium: startWithPuppeteer('chromium'),
  Firefox: startWithPuppeteer('firefox'),
  WebKit: () => WebKitTab.start(inject('desktop')),
} as const satisfies Record<string, (options?: StartOptions) => Promise<Tab>>;

export type EngineName = keyof typeof ENGINES;
export const engineNames = Object.keys(ENGINES) as EngineName[];
