import { createHighlighter } from 'shiki';

const LANGUAGES = ['bash', 'bibtex', 'css', 'html', 'javascript', 'json', 'markdown', 'python', 'typescript'];
const THEMES = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' };

let shiki: ReturnType<typeof createHighlighter> | undefined;

/** A block of code as Svelte markup, its colours for light and dark in one. */
export async function highlight(code: string, language: string | null | undefined): Promise<string> {
  shiki ??= createHighlighter({ langs: LANGUAGES, themes: Object.values(THEMES) });
  const highlighter = await shiki;
  const known = highlighter.getLoadedLanguages();
  const lang = language || 'text';
  if (lang !== 'text' && !known.includes(lang)) {
    throw new Error(`code in “${lang}” cannot be coloured; one of ${LANGUAGES.join(', ')} is expected`);
  }
  const markup = highlighter.codeToHtml(code, { lang, themes: THEMES, defaultColor: 'light-dark()' });
  return `<div class="cl-code">{@html ${JSON.stringify(markup)}}</div>`;
}
