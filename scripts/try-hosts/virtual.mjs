import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * An environment of Python of its own, with packages from PyPI; says what it installs. VENV in the environment names a
 * folder that keeps it for another time.
 * @param {string} folder where it is made otherwise
 * @param {readonly string[]} packages
 * @returns {string} the folder of its programs
 */
export function virtualEnvironment(folder, packages) {
  const home = process.env.VENV ?? join(folder, 'venv');
  const programs = join(home, 'bin');
  if (!existsSync(programs)) {
    execFileSync(process.env.PYTHON ?? 'python3', ['-m', 'venv', home], { stdio: 'pipe' });
  }
  console.log(`Running in ${home}: pip install ${packages.join(' ')}`);
  execFileSync(join(programs, 'pip'), ['install', '--quiet', ...packages], { stdio: 'pipe' });
  // Of the figures themselves none may be left: a wheel of the same version is not installed over it.
  execFileSync(join(programs, 'pip'), ['uninstall', '--quiet', '--yes', 'contrastive-loss-widgets'], {
    stdio: 'pipe',
  });
  return programs;
}

/**
 * The version of a package there.
 * @param {string} programs
 * @param {string} name
 */
export function versionOf(programs, name) {
  const script = `import importlib.metadata as m; print(m.version(${JSON.stringify(name)}))`;
  return execFileSync(join(programs, 'python'), ['-c', script], { encoding: 'utf8' }).trim();
}
