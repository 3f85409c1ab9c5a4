import { heightsOf } from '../../src/lib/embed/iframe-heights';
import type { Embed } from '../../src/lib/embed/embed-url';
import { exampleQuery } from '../../src/lib/teach/reference';
import { snippets } from '../../src/lib/teach/snippets';
import { definitions } from '../../src/lib/widgets/registry';
import { checkSnippet } from './check';

/** Where the snippets say that the site is. */
const SITE = 'https://example.org/textbook/';

/** A title with all signs that a text can end an attribute with. */
const TITLE = 'A "title" — it’s `1 < 2` & ${more}';

/** Checks the snippets of every widget as it begins, in a state with a title, and tells each fault. */
export function checkSnippets(has: (path: string) => boolean): { checked: number; faults: string[] } {
  let checked = 0;
  const faults: string[] = [];
  for (const definition of Object.values(definitions)) {
    const { id: widget } = definition;
    const embeds: Embed[] = [
      { widget, query: '' },
      { widget, query: exampleQuery(definition), title: TITLE, hidden: ['toolbar'], theme: 'dark' },
    ];
    for (const embed of embeds) {
      const choice = { definition, embed, heights: heightsOf(widget), site: SITE };
      for (const snippet of snippets(choice)) {
        checked++;
        for (const fault of checkSnippet(snippet, choice, has))
          faults.push(`${widget}, ${snippet.name}: ${fault}`);
      }
    }
  }
  return { checked, faults };
}
