import { render } from 'svelte/server';
import WidgetFrame from '../../../src/lib/controls/WidgetFrame.svelte';
import type { Definition } from '../../../src/lib/state/define';
import { Session } from '../../../src/lib/state/session.svelte';
import { loadView } from '../../../src/lib/widgets/load';

/** Markers of hydration, and the class by which a component's style finds its elements: neither is drawn. */
const UNSEEN = /<!--.*?-->| ?\bsvelte-[0-9a-z]+\b/gs;

/** Markup with one element a line, each as far in as it is deep and followed by its text. */
function oneElementALine(markup: string): string {
  let depth = 0;
  const lines: string[] = [];
  for (const [tag, closing, name, text] of markup.matchAll(/(?:<(\/?)([\w-]+)[^>]*>)|([^<]+)/g)) {
    if (text !== undefined) {
      if (text.trim() !== '') lines.push(`${lines.pop()} ${text.trim()}`);
    } else if (closing) {
      depth--;
    } else {
      lines.push('  '.repeat(depth) + tag.replace(/ class=""| style=""/g, ''));
      if (!tag.endsWith('/>') && markup.includes(`</${name}>`)) depth++;
    }
  }
  return lines.join('\n');
}

/** The drawings of a widget in a state, as the server draws them, to be read and compared by people. */
export async function pictureText(definition: Definition, query = ''): Promise<string> {
  const props = { session: new Session(definition, query), View: await loadView(definition.id) };
  const { body } = await render(WidgetFrame, { props, idPrefix: definition.id });
  const drawings = body.replace(UNSEEN, '').match(/<svg[\s\S]*?<\/svg>/g) ?? [];
  return drawings.map(oneElementALine).join('\n\n') + '\n';
}
