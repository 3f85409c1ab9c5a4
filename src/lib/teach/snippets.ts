import { embedAddress, embedQuery, optionsQuery, type Embed } from '../hosts/embed-address';
import type { Definition } from '../state/define';
import { defaults, decode } from '../state/query';
import { heightStyle, type Heights } from '../hosts/heights';

/** What to paste into one tool, and where. */
export interface Snippet {
  id: string;
  /** The tool. */
  name: string;
  /** Where to paste it, and what to know. */
  how: string;
  /** Where it was tried, in a sentence. */
  tried: string;
  language: 'html' | 'markdown' | 'python' | 'text';
  code: string;
}

export interface Choice {
  definition: Definition;
  embed: Embed;
  heights: Heights;
  /** Address of the site, with a slash at the end. */
  site: string;
}

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * The frame that carries a widget: the only thing that every tool with HTML needs. It is a block, since WordPress centres
 * blocks alone.
 */
export function frameOf({ definition, embed, heights, site }: Choice): string {
  const title = attribute(embed.title ?? definition.title);
  return `<iframe src="${attribute(embedAddress(site, embed))}"
  title="${title}" loading="lazy" width="100%" height="${heights.wide}"
  style="display:block;border:0;${heightStyle(heights)}" allow="fullscreen; clipboard-write"></iframe>`;
}

const frameScript = (site: string) => `<script src="${site}embed/embed.js" async></script>`;

function elementOf({ embed, site }: Choice): string {
  const query = embedQuery(embed);
  return `<script type="module" src="${site}embed/element.js"></script>
<contrastive-widget name="${embed.widget}"${query && ` query="${attribute(query)}"`}></contrastive-widget>`;
}

/** The state and the options of an embed as the values of traits. */
function traitsOf({ definition, embed }: Choice): [string, string][] {
  const { parameters } = definition;
  const { values } = decode(parameters, embed.query, defaults(parameters));
  return [
    ['widget', embed.widget],
    ['options', optionsQuery(embed)],
    ...Object.entries(parameters).map(([name, parameter]): [string, string] => {
      const format = parameter.format as (value: unknown) => string;
      return [name, format(values[name])];
    }),
  ];
}

function notebookOf(choice: Choice): string {
  const traits = traitsOf(choice).map(
    ([name, value]) => `    ${name} = traitlets.Unicode(${JSON.stringify(value)}).tag(sync=True)`,
  );
  const name = choice.embed.widget.replaceAll('-', '_');
  const address = JSON.stringify(embedAddress(choice.site, choice.embed));
  return `import anywidget, traitlets

class Widget(anywidget.AnyWidget):
    _esm = "${choice.site}embed/anywidget.js"
${traits.join('\n')}
    outputs = traitlets.Dict().tag(sync=True)

${name} = Widget()
${name}

# Without anywidget, the frame alone:
# from IPython.display import IFrame; IFrame(${address}, width="100%", height=${choice.heights.wide})`;
}

function mystOf(choice: Choice): string {
  const traits = Object.fromEntries(traitsOf(choice).filter(([, value]) => value !== ''));
  return `:::{anywidget} ${choice.site}embed/anywidget.js
${JSON.stringify(traits, null, 2)}
:::`;
}

/** Pixels of a slide that a figure can fill: reveal.js makes one 960 by 700 and scales it to the screen. */
const SLIDE = 660;

/** A frame that is made smaller as a whole where it is higher than a slide, and wider by as much. */
function slideOf({ definition, embed, heights, site }: Choice): string {
  const height = heights.wide;
  const scale = Math.min(1, SLIDE / height);
  const fit = `width:${(100 / scale).toFixed(2)}%;height:${height}px;margin:0 0 ${Math.min(0, SLIDE - height)}px`;
  return `<section>
  <iframe data-src="${attribute(embedAddress(site, embed))}" data-preload
    title="${attribute(embed.title ?? definition.title)}" allow="fullscreen; clipboard-write"
    style="display:block;max-width:none;max-height:none;border:0;${fit};transform:scale(${scale.toFixed(4)});transform-origin:0 0"></iframe>
</section>`;
}

function svelteOf({ embed, site }: Choice): string {
  const query = embedQuery(embed);
  return `<script>
  import { onMount } from 'svelte';
  onMount(() => import(/* @vite-ignore */ '${site}embed/element.js'));
</script>

<contrastive-widget
  name="${embed.widget}"
  query="${attribute(query)}"
  onstatechange={({ detail }) => console.log(detail.state, detail.outputs)}
></contrastive-widget>`;
}

/** The snippets of every tool for one chosen widget. */
export function snippets(choice: Choice): Snippet[] {
  const { embed, site } = choice;
  const frame = frameOf(choice);
  return [
    {
      id: 'html',
      name: 'HTML',
      how: 'Paste it where the figure belongs. The frame is high enough by itself; with the second line, which is needed once on a page, it is exactly as high as the figure at any time.',
      tried: 'Tried in pages of another origin, in a sandbox and without one.',
      language: 'html',
      code: `${frame}\n${frameScript(site)}`,
    },
    {
      id: 'element',
      name: 'Custom element',
      how: 'For pages whose scripts are your own: no frame, the height is right by itself, and the page can read and set the state. The first line is needed once on a page.',
      tried: 'Tried in pages of another origin, and on slides of reveal.js 6.0.',
      language: 'html',
      code: elementOf(choice),
    },
    {
      id: 'moodle',
      name: 'Moodle',
      how: 'In a Page, Label or Book open the editor’s HTML view (Tools, Source code, or the button </>), and paste. For completion and a score in the gradebook add the SCORM package as an activity instead.',
      tried:
        'Written from Moodle’s documentation. The frame was tried in a sandbox as strict as any, and the package against scorm-again, which plays a platform’s part.',
      language: 'html',
      code: frame,
    },
    {
      id: 'canvas',
      name: 'Canvas',
      how: 'Edit a Page, choose the HTML editor (</> below the text), and paste. For a score in the gradebook import the SCORM package, where your institution has switched SCORM on.',
      tried:
        'Written from Canvas’s documentation. The frame was tried in a sandbox as strict as any, and the package against scorm-again, which plays a platform’s part.',
      language: 'html',
      code: frame,
    },
    {
      id: 'wordpress',
      name: 'WordPress',
      how: 'Add a block Custom HTML, and paste. That is for administrators and editors; of what an author pastes, WordPress takes the frame away. An author puts the bare address, as in the Notion tab, on a line of its own instead: the page of the widget tells WordPress how to embed it. The figure then begins as it does by itself, not in the state of the address.',
      tried: 'Tried in WordPress 6.1, as an administrator and as an author.',
      language: 'html',
      code: frame,
    },
    {
      id: 'notion',
      name: 'Notion',
      how: 'Type /embed, paste the address, choose Embed link, and pull the lower edge until nothing is cut off.',
      tried: 'Written from Notion’s documentation.',
      language: 'text',
      code: embedAddress(site, embed),
    },
    {
      id: 'jupyter',
      name: 'Jupyter, marimo',
      how: 'Needs the Python package anywidget; the commented line does without. The values are strings as in the address; they follow the figure, and the figure follows them. In marimo wrap the widget where it is made: mo.ui.anywidget(Widget()).',
      tried:
        'The module was tried as anywidget calls it, with a model that changes from both sides; the frame in Jupyter Notebook 6.4. JupyterLab and marimo: written from their documentation.',
      language: 'python',
      code: notebookOf(choice),
    },
    {
      id: 'myst',
      name: 'MyST, Jupyter Book',
      how: 'A directive of MyST, which Jupyter Book 2 is built on. It needs no kernel: when the book is built, MyST keeps a copy of the module in it. A figure that trains a network fetches digits from this site, and wants the frame of the HTML tab instead.',
      tried: 'Tried with mystmd 1.8: it reads the directive, and the module runs as MyST’s page runs it.',
      language: 'markdown',
      code: mystOf(choice),
    },
    {
      id: 'quarto',
      name: 'Quarto',
      how: 'A raw block, for HTML output and slides.',
      tried: 'Written from Quarto’s documentation.',
      language: 'markdown',
      code: `\`\`\`{=html}\n${frame}\n\`\`\``,
    },
    {
      id: 'mkdocs',
      name: 'MkDocs',
      how: 'HTML stands in the Markdown as it is, with an empty line before and after it.',
      tried: 'Tried in MkDocs 1.4.',
      language: 'html',
      code: frame,
    },
    {
      id: 'reveal',
      name: 'reveal.js',
      how: 'One slide. A figure that is higher than the slide is made smaller to fit, so the fewer parts it has, the larger it is: hide the summary, or some controls. The custom element works in a slide too; keys and swipes that it uses turn no slide.',
      tried: 'Tried in reveal.js 6.0.',
      language: 'html',
      code: slideOf(choice),
    },
    {
      id: 'svelte',
      name: 'Svelte',
      how: 'The custom element in a component, with its changes as an event.',
      tried:
        'The custom element was tried in pages of another origin; the component is written from Svelte’s documentation.',
      language: 'html',
      code: svelteOf(choice),
    },
  ];
}
