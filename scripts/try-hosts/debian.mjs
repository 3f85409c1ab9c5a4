import { spawnSync } from 'node:child_process';

/** @param {string} name */
const isInstalled = (name) =>
  spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' }).stdout?.includes(
    'ok installed',
  );

/**
 * Installs those of some packages that are missing, and says which; ends the program where that cannot be.
 * @param {readonly string[]} packages
 */
export function installPackages(packages) {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (spawnSync('apt-get', ['--version']).error || process.getuid?.() !== 0) {
    console.log(
      `This needs a Debian system and its administrator: ${missing.join(', ')} would be installed.`,
    );
    process.exit(1);
  }
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...missing]]) {
    console.log(`Running: apt-get ${step.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status, stderr } = spawnSync('apt-get', step, { encoding: 'utf8', env });
    if (status !== 0) throw new Error(`apt-get ${step[0]} failed: ${stderr}`);
  }
}
