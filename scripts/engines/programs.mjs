import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, onPath } from '../browser.mjs';

/**
 * @param {string} folder one that holds a folder for each architecture, such as /usr/lib
 * @param {string} file
 * @returns {string | undefined} the file, in the first of those folders that has it
 */
function inArchitecture(folder, file) {
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .map((architecture) => join(folder, architecture, file))
    .find((path) => existsSync(path));
}

/** @param {string} path */
const ifThere = (path) => (existsSync(path) ? path : undefined);

/** The programs that the tests in all engines need: where each is found, and the Debian package that brings it. */
const PROGRAMS = {
  chromium: { package: 'chromium', find: findBrowser },
  firefox: { package: 'firefox-esr', find: () => onPath('firefox-esr') ?? onPath('firefox') },
  webkitDriver: { package: 'webkit2gtk-driver', find: () => onPath('WebKitWebDriver') },
  miniBrowser: {
    package: 'libwebkit2gtk-4.1-0',
    find: () => inArchitecture('/usr/lib', 'webkit2gtk-4.1/MiniBrowser'),
  },
  display: { package: 'xvfb', find: () => onPath('Xvfb') },
  bus: { package: 'dbus', find: () => onPath('dbus-daemon') },
  accessibilityBus: {
    package: 'at-spi2-core',
    find: () => ifThere('/usr/libexec/at-spi-bus-launcher'),
  },
  // pip's Python has no bindings of GObject; Debian's has.
  python: {
    package: 'python3-gi',
    find: () => ifThere('/usr/lib/python3/dist-packages/gi') && ifThere('/usr/bin/python3'),
  },
  accessibilityBindings: {
    package: 'gir1.2-atspi-2.0',
    find: () => inArchitecture('/usr/lib', 'girepository-1.0/Atspi-2.0.typelib'),
  },
};

/** @typedef {keyof typeof PROGRAMS} Program */

const missingPackages = () =>
  Object.values(PROGRAMS)
    .filter(({ find }) => find() === undefined)
    .map((program) => program.package);

/** Installs with apt what is missing, and says so. Throws where that is impossible. */
export function ensurePrograms() {
  const missing = missingPackages();
  if (missing.length === 0) return;

  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (onPath('apt-get') === undefined || process.getuid?.() !== 0) {
    throw new Error(
      `The tests in all engines need Debian's packages ${missing.join(', ')}. Install them: ${command}`,
    );
  }
  for (const step of ['apt-get update', command]) {
    console.log(`Missing from this machine: ${missing.join(', ')}; running, from Debian: ${step}`);
    const { status } = spawnSync(step, { stdio: 'inherit', shell: true });
    if (status !== 0) throw new Error(`“${step}” failed with ${status}.`);
  }
  const still = missingPackages();
  if (still.length > 0) throw new Error(`apt-get ran, and what it brings is not found: ${still.join(', ')}`);
}

/**
 * @param {Program} program
 * @returns {string} its path
 */
export function pathOf(program) {
  const { find, package: name } = PROGRAMS[program];
  const path = find();
  if (path === undefined) {
    throw new Error(`${program} is missing; Debian's package ${name} brings it. Run npm run test:engines.`);
  }
  return path;
}
