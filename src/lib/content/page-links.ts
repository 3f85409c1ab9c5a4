import { nearest } from '../state/text';
import { complain } from './complain';
import { slugOf } from './slug';
import { walk, type Node, type PageFile } from './tree';

const TO_PAGE = /^(?:\.\/)?([^/#?:]+)\.md(#.*)?$/;

/** Links between pages are links between their files, `triplet.md#mining`, so that they also work where code is hosted. */
export function bindPageLinks(tree: Node, file: PageFile, slugs: readonly string[]): void {
  const up = slugOf(file.filename) === 'home' ? './' : '../';
  walk(tree, (link) => {
    const address = link.type === 'link' ? TO_PAGE.exec(link.url ?? '') : null;
    if (!address) return;
    const [, slug = '', anchor = ''] = address;
    if (!slugs.includes(slug)) {
      complain(file, link, `no page “${slug}.md”, nearest valid name “${nearest(slug, slugs)}.md”`);
    }
    link.url = `${up}${slug === 'home' ? '' : `${slug}/`}${anchor}`;
  });
}
