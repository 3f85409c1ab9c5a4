import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

// Firefox is not looked for: the one that a system installs takes none of the flags below.
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/snap/bin/chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(
    (folder) =>
      folder === undefined
        ? []
        : [
            join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            join(folder, 'Chromium', 'Application', 'chrome.exe'),
            join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          ],
  ),
];

/** How each system's package manager installs the browser, the first that exists is used. */
const INSTALLERS = [
  { manager: 'apt-get', needsRoot: true, steps: [['update'], ['install', '-y', 'chromium']] },
  { manager: 'dnf', needsRoot: true, steps: [['install', '-y', 'chromium']] },
  { manager: 'apk', needsRoot: true, steps: [['add', 'chromium']] },
  { manager: 'pacman', needsRoot: true, steps: [['-S', '--noconfirm', 'chromium']] },
  { manager: 'brew', needsRoot: false, steps: [['install', '--cask', 'chromium']] },
];

const isRoot = process.getuid?.() === 0;

/**
 * @param {string} name
 * @returns {string | undefined} path of the first program of that name on PATH
 */
export function onPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, file)).find((path) => existsSync(path));
}

/** @returns {string | undefined} path of an installed Chromium, Chrome or Edge; CHROMIUM in the environment wins */
export function findBrowser() {
  const wanted = process.env.CHROMIUM;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM is "${wanted}", and there is no such file.`);
    return wanted;
  }
  return NAMES.map(onPath).find((path) => path !== undefined) ?? PLACES.find((path) => existsSync(path));
}

/** @returns {string} path of the browser that the system's package manager has just installed */
function installBrowser() {
  const installer = INSTALLERS.find(({ manager }) => onPath(manager) !== undefined);
  const advice = 'Install Chromium or Chrome, or point CHROMIUM at one: CHROMIUM=/path/to/chrome npm test';
  if (installer === undefined) throw new Error(`No browser found and no known package manager. ${advice}`);

  const prefix = installer.needsRoot && !isRoot ? ['sudo', '-n'] : [];
  for (const step of installer.steps) {
    const [program = '', ...rest] = [...prefix, installer.manager, ...step];
    console.log(`No browser found; running: ${[program, ...rest].join(' ')}`);
    const { status } = spawnSync(program, rest, { stdio: 'inherit' });
    if (status !== 0) throw new Error(`${installer.manager} could not install a browser. ${advice}`);
  }

  const path = findBrowser();
  if (path === undefined)
    throw new Error(`${installer.manager} ran, but no browser is to be found. ${advice}`);
  console.log(`Installed ${path}`);
  return path;
}

/** @returns {string} path of an installed browser; installs the system's package when there is none, and says so */
function ensureBrowser() {
  return findBrowser() ?? installBrowser();
}

/** Flags under which a browser talks to this machine alone. */
export const FLAGS = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** @returns {Promise<import('playwright-core').Browser>} the system's browser, headless, cut off from the network */
export function launch() {
  return chromium.launch({ executablePath: ensureBrowser(), args: FLAGS });
}
