import { readdirSync } from 'node:fs';

const widgets = readdirSync('src/lib/widgets', { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

/** An entry for the embed of each widget, by a name that no other script has: pages that are kept do without these. */
export const EMBEDS = Object.fromEntries(widgets.map(({ name }) => [`frame-of-${name}`, `embed:${name}`]));

/**
 * The script of an embed is that of its one widget: it looks for no other, and a page can name all that it needs.
 *
 * @type {import('vite').Plugin}
 */
export const embeds = {
  name: 'embeds',
  resolveId: (id) => (id.startsWith('embed:') ? `\0${id}` : null),
  load(id) {
    const widget = /^\0embed:(.+)$/.exec(id)?.[1];
    if (widget === undefined) return null;
    return `import { definition } from '/src/lib/widgets/${widget}/definition.ts';
import View from '/src/lib/widgets/${widget}/View.svelte';
import { wake } from '/src/lib/embed/embed.ts';
wake(definition, View);`;
  },
};
