import { mdsvex } from 'mdsvex';
import { readdirSync, readFileSync } from 'node:fs';
import rehypeKatex from 'rehype-katex-svelte';
import rehypeSlug from 'rehype-slug';
import remarkMath from 'remark-math';
import { definitions } from '../widgets/registry';
import { parseBibtex } from './bibliography/bibtex';
import { highlight } from './remark/code';
import { escapeForSvelte } from './remark/reject-html';
import { katexOptions, finishFormulas } from './remark/formulas';
import { keepTogether } from './remark/line-breaks';
import { nameOf } from './remark/page-links';
import { frameTables } from './remark/tables';
import { collectHeadings, collectSlides, enrich, type Library } from './remark/plugins';

/** A pipeline from a page of Markdown to the source of a Svelte component. */
export function pipeline(library: Library) {
  const { markup } = mdsvex({
    extensions: ['.md'],
    // These would curl the quotes around the attributes of components too; ours curl those of the text.
    smartypants: { quotes: false },
    highlight: { highlighter: highlight },
    remarkPlugins: [remarkMath, [enrich, library]],
    // Ids first: KaTeX would add the text of formulas to them. And it writes Svelte, which is not to be escaped.
    rehypePlugins: [
      rehypeSlug,
      collectHeadings,
      frameTables,
      keepTogether,
      collectSlides,
      escapeForSvelte,
      [rehypeKatex, katexOptions],
      finishFormulas,
    ],
  });
  return (content: string, filename: string) => markup({ content, filename });
}

/** What the pages of this site may refer to. */
function readLibrary(): Library {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' });
  return {
    definitions,
    references: parseBibtex(readFileSync('content/references.bib', 'utf8')),
    glossary: readFileSync('content/pages/glossary.md', 'utf8'),
    names: files.filter((file) => file.endsWith('.md')).map(nameOf),
  };
}

let site: ReturnType<typeof pipeline> | undefined;

/** A page of this site as a component. Throws `file:line: …` at what the page gets wrong. */
export function toComponent(content: string, filename: string) {
  site ??= pipeline(readLibrary());
  return site(content, filename);
}
