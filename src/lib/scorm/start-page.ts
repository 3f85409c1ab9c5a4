import tokens from '../theme/tokens.css?inline';
import { embedQuery, type Embed } from '../embed/embed-url';
import type { Definition } from '../state/define';
import { escapeHtml } from '../state/escape-html';
import { nameOf, questionOf } from './package-name';

/**
 * What a package carries of the site, as addresses below it. Everything lies in the package as on the site, so that one
 * file finds the other.
 * @param script what speaks to the learning platform
 */
export const carriedFiles = ({ files = [] }: Definition, script: string): string[] => [
  'embed/element.js',
  script,
  ...files,
];

/** Attributes of an element, by their names. */
export type Attributes = Readonly<Record<string, string>>;

/** What a package's page says of itself. */
export interface Start {
  title: string;
  /** What speaks to the learning platform. */
  script: string;
  /** What the script is told. */
  told?: Attributes;
}

const attributes = (values: Attributes) =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');

/** The page that a learning platform opens: the widget, and what the student is told of saving. */
export function startPage(embed: Embed, { title, script, told = {} }: Start): string {
  const asked = questionOf(embed);
  const question: Attributes = asked ? { 'data-question': nameOf(embed), 'data-answers': asked.answers } : {};
  return `<!doctype html>
<html lang="en"${attributes(told)}>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>${escapeHtml(title)}</title>
    <style>
      ${tokens}
      body { margin: 0.75rem; background: var(--cl-paper); color: var(--cl-ink); font-family: system-ui, sans-serif; }
      [data-saving]:not(:empty) { padding: 0.5rem 0.75rem; border-inline-start: 4px solid var(--cl-push); }
      [data-save-again], [data-return] { min-height: 44px; padding-inline: 1rem; font: inherit; }
    </style>
    <script src="${script}" defer></script>
    <script type="module" src="embed/element.js"></script>
  </head>
  <body>
    <main>
      <contrastive-widget${attributes({ name: embed.widget, query: embedQuery(embed), ...question })}></contrastive-widget>
      <p role="status" data-saving></p>
      <button type="button" data-save-again hidden>Save now</button>
      <button type="button" data-return hidden>Back to the course</button>
    </main>
    <noscript>This figure needs JavaScript.</noscript>
  </body>
</html>
`;
}
