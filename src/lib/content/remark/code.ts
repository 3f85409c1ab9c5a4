import { createHighlighter } from 'shiki';
import { failAt } from './fail-at';
import { walk, type Node, type PageFile } from './tree';

const LANGUAGES = ['bash', 'bibtex', 'css', 'html', 'javascript', 'json', 'markdown', 'python', 'typescript'];
const THEMES = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' };

let shiki: ReturnType<typeof createHighlighter> | undefined;

/** Stops the build at a block of code in a language that is not known. */
export function checkLanguages(tree: Node, file: PageFile): void {
  walk(tree, ({ type, lang, position }) => {
    if (type !== 'code' || !lang || lang === 'text' || LANGUAGES.includes(lang)) return;
    const allowed = `one of ${LANGUAGES.join(', ')} is expected`;
    failAt(file, position?.start.line ?? 0, `code in “${lang}” cannot be coloured; ${allowed}`);
  });
}

/** A block of code as Svelte markup, its colours for light and dark in one. */
export async function highlight(code: string, language: string | null | undefined): Promise<string> {
  shiki ??= createHighlighter({ langs: LANGUAGES, themes: Object.values(THEMES) });
  const highlighter = await shiki;
  const lang = language || 'text';
  const markup = highlighter.codeToHtml(code, { lang, themes: THEMES, defaultColor: 'light-dark()' });
  return `<div class="cl-code">{@html ${JSON.stringify(markup)}}</div>`;
}
