import { describe, expect, test } from 'vitest';
import { checkSnippet } from '../../scripts/snippets/check';
import { checkSnippets } from '../../scripts/snippets/cli';
import { heightsOf } from '../../src/lib/embed/iframe-heights';
import type { Snippet } from '../../src/lib/teach/hosts/snippet';
import { snippets } from '../../src/lib/teach/snippets';
import { definitions } from '../../src/lib/widgets/registry';

const definition = Object.values(definitions).find(({ id }) => id === 'pair');
if (!definition) throw new Error('the pair is registered');
const site = 'https://example.org/textbook/';
const choice = { definition, embed: { widget: 'pair', query: 'm=2' }, heights: heightsOf('pair'), site };

/** What is wrong with the snippet of a tool once something of it is changed. */
function faultsOf(
  tool: string,
  change: (code: string) => string,
  has: (path: string) => boolean = () => true,
): string[] {
  const snippet = snippets(choice).find(({ id }) => id === tool) as Snippet;
  return checkSnippet({ ...snippet, code: change(snippet.code) }, choice, has);
}

test('nothing is wrong with the snippets of any widget, where the site has what they name', () => {
  const { checked, faults } = checkSnippets((path) => /^(v1|python)\//.test(path));
  expect(faults).toEqual([]);
  expect(checked).toBeGreaterThan(40 * 10);
});

describe('a snippet is found faulty', () => {
  test('that holds what its tool takes away', () => {
    expect(faultsOf('canvas', (code) => code.replace('<iframe', '<iframe style="border:0"'))).toEqual([
      'an attribute style of iframe is taken away',
    ]);
    expect(faultsOf('moodle', (code) => `${code}<script></script>`)).toEqual([
      'an element script is taken away',
    ]);
  });

  test('whose attribute ends too early', () => {
    expect(faultsOf('html', (code) => code.replace('title="', 'title="a">"'))).not.toEqual([]);
  });

  test('that names what the site does not have', () => {
    expect(
      faultsOf(
        'element',
        (code) => code,
        (path) => path !== 'v1/element.js',
      ),
    ).toEqual(['the site has no v1/element.js']);
  });

  test('whose address asks for what the widget does not know', () => {
    expect(faultsOf('notion', (code) => code.replace('m=2', 'm=900'))).toEqual([
      expect.stringContaining('900') as string,
    ]);
  });

  test('that is no program where one is expected', () => {
    expect(faultsOf('docusaurus', (code) => code.replace('/>', '>'))).not.toEqual([]);
    expect(faultsOf('observable', (code) => code.slice(0, -1))).not.toEqual([]);
  });

  test('that is no directive', () => {
    expect(faultsOf('myst', (code) => code.replace('{\n', '{{\n'))).not.toEqual([]);
  });
});
