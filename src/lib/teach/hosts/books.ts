import { pinnedAddress, optionsQuery } from '../../embed/embed-url';
import { PINNED } from '../../embed/version';
import { heightStyle } from '../../embed/iframe-heights';
import { escapeHtml } from '../../state/escape-html';
import { defaults, decode } from '../../state/query';
import { readDraft } from '../task-draft';
import { frameOf, titleOf } from './frames';
import type { Choice, Snippet } from './snippet';

/** The state and the options of an embed as the values of traits. */
function traitsOf({ definition, embed }: Choice): [string, string][] {
  const { parameters } = definition;
  // A task says by itself where it starts, and traits that said otherwise would win over it.
  const start = embed.task === undefined ? undefined : readDraft(embed.task, definition).query;
  const { values } = decode(parameters, start ?? embed.query, defaults(parameters));
  return [
    ['widget', embed.widget],
    ['options', optionsQuery(embed)],
    ...Object.entries(parameters).map(([name, parameter]): [string, string] => {
      const format = parameter.format as (value: unknown) => string;
      return [name, format(values[name])];
    }),
  ];
}

function mystOf(choice: Choice): string {
  const traits = Object.fromEntries(traitsOf(choice).filter(([, value]) => value !== ''));
  return `:::{anywidget} ${choice.site}${PINNED}anywidget.js
${JSON.stringify(traits, null, 2)}
:::`;
}

/** The frame in its box as JSX, where a style is an object. The styles are those of `frameOf`. */
function jsxOf(choice: Choice): string {
  const { embed, heights, site } = choice;
  const height = heightStyle(heights).replace('height:', '');
  return `<div style={{ containerType: 'inline-size' }}>
  <iframe
    src="${escapeHtml(pinnedAddress(site, embed))}"
    title="${titleOf(choice)}"
    loading="lazy"
    width="100%"
    height="${heights.wide}"
    style={{ display: 'block', border: 0, height: '${height}' }}
    allow="fullscreen; clipboard-write"
  />
</div>`;
}

/** Books and documentation written in Markdown. */
export function books(choice: Choice): Snippet[] {
  const { definition } = choice;
  const fetches = definition.files !== undefined && definition.files.length > 0;
  const group = 'Books and documentation';
  return [
    {
      id: 'myst',
      name: 'MyST, Jupyter Book',
      group,
      how: fetches
        ? 'This figure fetches digits from its own site, which a module that is copied into a book cannot do. Take the frame of the HTML tab.'
        : 'A directive of MyST, which Jupyter Book 2 is built on. It needs no kernel: when the book is built, MyST keeps a copy of the module in it.',
      tried: 'Tried with mystmd 1.8: it reads the directive, and the module runs as MyST’s page runs it.',
      language: 'markdown',
      code: fetches ? '' : mystOf(choice),
    },
    {
      id: 'quarto',
      name: 'Quarto',
      group,
      how: 'A raw block, for HTML output and slides.',
      tried: 'Written from Quarto’s documentation.',
      language: 'markdown',
      code: `\`\`\`{=html}\n${frameOf(choice)}\n\`\`\``,
    },
    {
      id: 'mkdocs',
      name: 'MkDocs',
      group,
      how: 'HTML stands in the Markdown as it is, with an empty line before and after it.',
      tried: 'Tried in MkDocs 1.4.',
      language: 'html',
      code: frameOf(choice),
    },
    {
      id: 'docusaurus',
      name: 'Docusaurus',
      group,
      how: 'HTML in a page of Docusaurus is JSX, in which a style is an object and every element is closed. Paste it with an empty line before and after it.',
      tried:
        'Written from Docusaurus’ documentation. It was compiled with MDX 3, which Docusaurus reads pages with.',
      language: 'markdown',
      code: jsxOf(choice),
    },
  ];
}
