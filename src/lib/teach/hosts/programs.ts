import { embedQuery } from '../../embed/embed-url';
import { PINNED } from '../../embed/version';
import { escapeHtml } from '../../state/escape-html';
import type { Choice, Snippet } from './snippet';

function elementOf({ embed, site }: Choice): string {
  const query = embedQuery(embed);
  return `<script type="module" src="${site}${PINNED}element.js"></script>
<contrastive-widget name="${embed.widget}"${query && ` query="${escapeHtml(query)}"`}></contrastive-widget>`;
}

function svelteOf({ embed, site }: Choice): string {
  const query = embedQuery(embed);
  return `<script>
  import { onMount } from 'svelte';
  onMount(() => import(/* @vite-ignore */ '${site}${PINNED}element.js'));
</script>

<contrastive-widget
  name="${embed.widget}"
  query="${escapeHtml(query)}"
  onstatechange={({ detail }) => console.log(detail.state, detail.outputs)}
></contrastive-widget>`;
}

/** Pages whose scripts are the author's own. */
export function programs(choice: Choice): Snippet[] {
  const group = 'Programs';
  return [
    {
      id: 'element',
      name: 'Custom element',
      group,
      how: 'For pages whose scripts are your own: no frame, the height is right by itself, and the page can read and set the state. The first line is needed once on a page.',
      tried: 'Tried in pages of another origin, and on slides of reveal.js 6.0.',
      language: 'html',
      code: elementOf(choice),
    },
    {
      id: 'svelte',
      name: 'Svelte',
      group,
      how: 'The custom element in a component, with its changes as an event.',
      tried:
        'The custom element was tried in pages of another origin; the component is written from Svelte’s documentation.',
      language: 'html',
      code: svelteOf(choice),
    },
  ];
}
