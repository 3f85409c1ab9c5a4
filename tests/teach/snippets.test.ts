import { describe, expect, it } from 'vitest';
import { embedAddress, embedQuery, type Embed } from '../../src/lib/hosts/embed-address';
import { readEmbedOptions } from '../../src/lib/hosts/embed-options';
import { enough, heightsOf, heightStyle } from '../../src/lib/hosts/heights';
import { exampleQuery, nameOf, referenceOf } from '../../src/lib/teach/reference';
import { snippets } from '../../src/lib/teach/snippets';
import { Session } from '../../src/lib/state/session.svelte';
import { definitions } from '../../src/lib/widgets/registry';

const SITE = 'https://example.org/textbook/';
const pair = definitions.pair;
if (!pair) throw new Error('the pair is registered');

describe('the address of an embed', () => {
  const embed: Embed = {
    widget: 'pair',
    query: 'y=0&x1=0.4,0.3',
    hidden: ['toolbar', 'm'],
    locked: ['y'],
    theme: 'dark',
    title: 'What & why? “Pull” 100 % + more',
  };

  it('is read back as it was written', () => {
    const address = new URL(embedAddress(SITE, embed));
    expect(address.pathname).toBe('/textbook/embed/pair/');
    const { query, hidden, locked, theme, title, notices } = readEmbedOptions(pair, address.search);
    expect({ hidden, locked, theme, title, notices }).toEqual({
      hidden: ['toolbar', 'm'],
      locked: ['y'],
      theme: 'dark',
      title: embed.title,
      notices: [],
    });
    expect(new Session(pair, query).fullQuery).toBe(embed.query);
  });

  it('says nothing that is as in the widget itself, but always its version', () => {
    expect(embedAddress(SITE, { widget: 'pair', query: '' })).toBe(`${SITE}embed/pair/?v=1`);
    expect(embedQuery({ widget: 'pair', query: 'm=2' })).toBe('m=2');
  });

  it('stays readable', () => {
    expect(embedQuery({ ...embed, title: 'Pull them apart' })).toBe(
      'y=0&x1=0.4,0.3&hide=toolbar,m&lock=y&theme=dark&title=Pull+them+apart',
    );
  });
});

describe.each(Object.values(definitions))('the snippets of $id', (definition) => {
  const embed: Embed = {
    widget: definition.id,
    query: exampleQuery(definition),
    title: 'A "title" <b>&amp;',
  };
  const all = snippets({ definition, embed, heights: heightsOf(definition.id), site: SITE });

  it('name the address of the site, and let no text of the teacher out of its place', () => {
    for (const { code } of all) {
      expect(code).toContain(SITE);
      expect(code).not.toContain('<b>');
      expect(code).not.toContain('"A "');
    }
  });

  it('are for a state that the widget reads without a notice', () => {
    expect(embed.query).not.toBe('');
    expect(new Session(definition, embed.query).notices).toEqual([]);
  });
});

describe('the reference of a widget', () => {
  it('names every parameter with its range and default, and every output', () => {
    const { parameters, outputs } = referenceOf(pair);
    expect(parameters).toContainEqual({
      key: 'm',
      name: 'margin (m)',
      allowed: 'a number from 0.1 to 3',
      default: '1.5',
    });
    expect(outputs.map(({ key }) => key)).toEqual(Object.keys(pair.outputs));
  });

  it('does not say a symbol twice', () => {
    expect(nameOf({ label: 'factor k', symbol: 'k' })).toBe('factor k');
    expect(nameOf({ label: 'margin', symbol: 'm' })).toBe('margin (m)');
  });
});

describe('the height of a frame', () => {
  it('is enough for all that were measured, with room to spare, in round numbers', () => {
    expect(enough([700, 655.2])).toBe(740);
  });

  it('is one on phones and another elsewhere, without a script', () => {
    expect(heightStyle({ phone: 1000, narrow: 1200, wide: 700 })).toBe(
      'height:calc(700px + clamp(0px, 720px - 100vw, 1px) * 500 + clamp(0px, 480px - 100vw, 1px) * -200)',
    );
    expect(heightStyle({ phone: 700, narrow: 700, wide: 700 })).toBe('height:calc(700px)');
  });

  it('is generous for a widget that nobody measured', () => {
    expect(heightsOf('no-such-widget').wide).toBeGreaterThan(1000);
  });
});
