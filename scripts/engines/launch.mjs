import puppeteer from 'puppeteer-core';
import { FLAGS } from '../browser.mjs';
import { pathOf } from './programs.mjs';

/**
 * @typedef {object} LaunchOptions
 * @property {boolean} [forScreenReaders] with a window of its own, and all that a screen reader would be told
 * @property {NodeJS.ProcessEnv} [env] by default that of this process
 */

/** @param {LaunchOptions} [options] */
const launchChromium = ({ forScreenReaders = false, env = process.env } = {}) =>
  puppeteer.launch({
    executablePath: pathOf('chromium'),
    headless: !forScreenReaders,
    env: { ...env, ...(forScreenReaders ? { ACCESSIBILITY_ENABLED: '1' } : {}) },
    args: [...FLAGS, ...(forScreenReaders ? ['--force-renderer-accessibility'] : [])],
  });

/** @param {LaunchOptions} [options] */
const launchFirefox = ({ forScreenReaders = false, env = process.env } = {}) =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: pathOf('firefox'),
    headless: !forScreenReaders,
    env: { ...env, ...(forScreenReaders ? { GNOME_ACCESSIBILITY: '1' } : {}) },
    extraPrefsFirefox: forScreenReaders ? { 'accessibility.force_disabled': -1 } : {},
  });

/** The browsers that puppeteer drives: Chromium by its own protocol, Firefox by WebDriver BiDi. */
export const LAUNCHERS = { chromium: launchChromium, firefox: launchFirefox };

/**
 * Presses and lets go a key with its modifiers, such as `Shift+ArrowRight`.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} keys
 */
export async function press(page, keys) {
  const names = /** @type {import('puppeteer-core').KeyInput[]} */ (keys.split('+'));
  const [last = 'Tab', ...modifiers] = names.toReversed();
  for (const modifier of modifiers) await page.keyboard.down(modifier);
  await page.keyboard.press(last);
  for (const modifier of modifiers) await page.keyboard.up(modifier);
}
