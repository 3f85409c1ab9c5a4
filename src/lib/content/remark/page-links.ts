import { posix } from 'node:path';
import { nearest } from '../../state/text';
import { failAt } from './fail-at';
import { walk, type Node, type PageFile } from './tree';

const TO_PAGE = /^([^#?:]+)\.md(#.*)?$/;

/** The name of a page's file below `content/`, without its ending: `pages/triplet-loss`. */
export const nameOf = (filename: string) =>
  filename
    .replaceAll('\\', '/')
    .replace(/^.*content\//, '')
    .replace(/\.md$/, '');

/**
 * Where a page is on the site: chapters stand at the root, and the home page is the root; every other folder has an
 * address of its own, and the file that is named as its folder stands there.
 */
function addressOf(name: string): string {
  const [folder = '', slug = ''] = name.split('/');
  if (folder === 'pages') return slug === 'home' ? '' : `${slug}/`;
  return slug === folder ? `${folder}/` : `${folder}/${slug}/`;
}

/** Links between pages are links between their files, `triplet.md#mining`, so that they also work where code is hosted. */
export function bindPageLinks(tree: Node, file: PageFile, names: readonly string[]): void {
  const from = nameOf(file.filename);
  const up = '../'.repeat(addressOf(from).split('/').length - 1) || './';
  walk(tree, (link) => {
    const address = link.type === 'link' ? TO_PAGE.exec(link.url ?? '') : null;
    if (!address) return;
    const [, path = '', anchor = ''] = address;
    const name = posix.join(posix.dirname(from), path);
    if (!names.includes(name)) {
      const near = posix.relative(posix.dirname(from), nearest(name, names));
      failAt(file, link, `no page “${path}.md”, nearest valid name “${near}.md”`);
    }
    link.url = `${up}${addressOf(name)}${anchor}`;
  });
}
