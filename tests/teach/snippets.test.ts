import { describe, expect, it } from 'vitest';
import { embedAddress, embedQuery, type Embed } from '../../src/lib/embed/embed-url';
import { readEmbedOptions } from '../../src/lib/embed/embed-options';
import { enough, heightsOf, heightStyle } from '../../src/lib/embed/iframe-heights';
import { exampleQuery, nameOf, referenceOf } from '../../src/lib/teach/reference';
import { snippets } from '../../src/lib/teach/snippets';
import { snippetWarnings } from '../../src/lib/teach/warnings';
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
    for (const { id, code, how, language } of all) {
      // A widget that fetches what a book does not carry has no snippet there, and a word about it.
      if (code === '') {
        expect([id, how]).toEqual(['myst', expect.stringContaining('fetches')]);
        continue;
      }
      expect(code).toContain(SITE);
      // Python's text may hold any sign but its own.
      if (language !== 'python') expect(code).not.toContain('<b>');
      expect(code).not.toContain('"A "');
    }
  });

  it('name addresses of this version, which stay when a later one comes', () => {
    for (const { code } of all) expect(code).not.toContain(`${SITE}embed/`);
    const codeOf = (id: string) => all.find((snippet) => snippet.id === id)?.code;
    expect(codeOf('notion')).toContain(`${SITE}v1/${definition.id}/?`);
    expect(codeOf('html')).toContain(`${SITE}v1/embed.js`);
    expect(codeOf('element')).toContain(`${SITE}v1/element.js`);
  });

  it('need no style where styles are taken away', () => {
    for (const { code } of all.filter(({ id }) =>
      ['canvas', 'fixed', 'brightspace', 'blackboard', 'obsidian'].includes(id),
    )) {
      expect(code).not.toMatch(/style|script|<div/);
      expect(code).toMatch(/&amp;fit=1&amp;.* width="100%" height="\d+" frameborder="0"/);
    }
  });

  it('are for a state that the widget reads without a notice', () => {
    expect(embed.query).not.toBe('');
    expect(new Session(definition, embed.query).notices).toEqual([]);
  });
});

describe('a snippet of a notebook with a question', () => {
  const task = 'm: 1\nquestion: Make it cost nothing.\ngoal loss: 0';
  const embed: Embed = { widget: 'pair', query: '', task };
  const codeOf = (id: string) =>
    snippets({ definition: pair, embed, heights: heightsOf('pair'), site: SITE }).find(
      (snippet) => snippet.id === id,
    )?.code;

  it('starts where the question does', () => {
    expect(codeOf('jupyter')).toContain('task="""\\\nm: 1\nquestion: Make it cost nothing.\n');
    expect(codeOf('jupyter')).not.toContain('m=');
    expect(codeOf('myst')).toContain('"m": "1"');
  });

  it('lets Python read the grade', () => {
    expect(codeOf('jupyter')).toContain('pair.result["solved"]');
  });
});

describe('the snippet of a notebook', () => {
  const codeOf = (embed: Embed) =>
    snippets({
      definition: definitions[embed.widget] ?? pair,
      embed,
      heights: heightsOf(embed.widget),
      site: SITE,
    }).find(({ id }) => id === 'jupyter')?.code;

  it('takes the package from the site', () => {
    expect(codeOf({ widget: 'pair', query: '' })).toContain(
      `%pip install --quiet ${SITE}python/contrastive_loss_widgets-`,
    );
  });

  it('gives each value in its type, and what is hidden and locked as lists', () => {
    expect(
      codeOf({
        widget: 'pair',
        query: 'y=0&m=2&x1=0.4,-0.3',
        hidden: ['toolbar'],
        locked: ['y'],
        theme: 'dark',
      }),
    ).toContain(
      'pair = Pair(y="0", m=2, x1=(0.4, -0.3), hide=["toolbar"], lock=["y"], theme="dark")\npair\n',
    );
  });

  it('writes a parameter whose name is a word of Python as the class does', () => {
    expect(codeOf({ widget: 'family', query: 'lambda=0.2' })).toContain('family = Family(lambda_=0.2)');
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

  it('follows the place of the frame, without a script', () => {
    expect(heightStyle({ phone: 1000, narrow: 1200, wide: 700 })).toBe(
      'height:calc(700px + clamp(0px, 720px - 100cqi, 1px) * 500 + clamp(0px, 480px - 100cqi, 1px) * -200)',
    );
    expect(heightStyle({ phone: 700, narrow: 700, wide: 700 })).toBe('height:calc(700px)');
  });

  it('is generous for a widget that nobody measured', () => {
    expect(heightsOf('no-such-widget').wide).toBeGreaterThan(1000);
  });
});

describe('what is said before something is pasted that may not work', () => {
  const warningsOf = (embed: Partial<Embed>, site = SITE) =>
    snippetWarnings({
      definition: pair,
      embed: { widget: 'pair', query: '', ...embed },
      heights: heightsOf('pair'),
      site,
    });
  const every = Object.keys(pair.parameters);

  it('is nothing where nothing is wrong', () => expect(warningsOf({})).toEqual([]));

  it.each([
    ['a site that nobody else can open', {}, 'http://localhost:4173/', /nobody else can open/],
    ['a site without encryption', {}, 'http://example.org/', /read by http/],
    ['an address that is cut off', { title: 'x'.repeat(2100) }, SITE, /\d{4} characters/],
    ['a figure in which nothing can be changed', { locked: every }, SITE, /can change nothing/],
    ['a question, whose answer is in the address', { task: 'question: ?' }, SITE, /not for exams/],
  ])('names %s', (_, embed, site, message) => {
    expect(warningsOf(embed, site)).toEqual([expect.stringMatching(message)]);
  });

  it('does not count what is free in the figure as fixed', () => {
    expect(warningsOf({ hidden: every, free: ['x1'] })).toEqual([]);
  });
});
