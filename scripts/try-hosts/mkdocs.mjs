import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../static-server.mjs';

export const packages = ['mkdocs'];

/**
 * Builds a site of two pages: one with the snippet for MkDocs, one with that for HTML, which has a script.
 * @param {string} folder
 * @param {import('./server.mjs').Trying} trying
 */
export async function start(folder, { snippetOf, atEnd }) {
  mkdirSync(join(folder, 'docs'), { recursive: true });
  writeFileSync(join(folder, 'mkdocs.yml'), 'site_name: A course\nuse_directory_urls: false\n');
  const page = (/** @type {string} */ tool) => `# A lesson\n\nText.\n\n${snippetOf(tool)}\n\nMore text.\n`;
  writeFileSync(join(folder, 'docs/index.md'), page('mkdocs'));
  writeFileSync(join(folder, 'docs/script.md'), page('html'));
  execFileSync('mkdocs', ['build', '--quiet'], { cwd: folder });
  const site = await serve({ root: join(folder, 'site') });
  atEnd(site.close);
  return {
    version: execFileSync('mkdocs', ['--version'], { encoding: 'utf8' }).split(' from ')[0] ?? '',
    pages: [
      { title: 'the snippet for MkDocs', address: `${site.url}index.html` },
      { title: 'the snippet for HTML', address: `${site.url}script.html`, grows: true },
    ],
  };
}
start.title = 'MkDocs';
