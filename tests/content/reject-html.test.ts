import { compile as compileSvelte } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';
import { compile, FIRST } from './support/compile';

describe('HTML in a page', () => {
  test.each([
    ['a block', 'One.\n\n<div>\nx\n</div>', 2, '<div>\nx\n</div>'],
    ['within a line', 'One\ntwo <b>bold</b>', 1, '<b>'],
    ['a component', 'One.\n\n<Note level={1} />', 2, '<Note level={1} />'],
    ['in a heading', '## <i>so</i>', 0, '<i>'],
    ['in a table', '| a |\n| - |\n| <br> |', 2, '<br>'],
    ['beside a comment', '<!-- so --> <b>x</b>', 0, '<b>x</b>'],
    ['in a caption', '```widget spring\ncaption: A <b>spring</b>.\n```', 1, '<b>'],
  ])('stops the build at its line: %s', async (_where, body, line, shown) => {
    await expect(compile(body)).rejects.toThrow(
      `springs.md:${FIRST + line}: a page holds no HTML; write “${shown}” in Markdown, or as code in backticks`,
    );
  });

  test('may be a comment, which no reader sees', async () => {
    const page = await compile('One <!-- {why} --> two.\n\n<!-- three -->');
    expect(page).toMatch(/One\s+two\./);
    expect(page).not.toContain('<!--');
  });

  test('may be quoted as code', async () => {
    expect(await compile('`<b>`')).toContain('<code>&lt;b&gt;</code>');
  });
});

describe('what Svelte would read as code', () => {
  test.each([
    ['in a line', 'A set {x} of 1 < 2', 'A set &#123;x&#125; of 1 &lt; 2'],
    ['an open brace', 'a { b', 'a &#123; b'],
    ['as an entity', '&#123;x&#125;', '&#123;x&#125;'],
    ['behind a backslash', '\\{x', '&#123;x'],
    ['a block', '{#if x}', '>&#123;#if x&#125;</p>'],
    ['in a heading', '## {x}', '&#123;x&#125;</h2>'],
    ['in an address', '[a](https://a.example/{x})', 'href="https://a.example/%7bx%7d"'],
    ['in a title', `[a](home.md 'the "{x}"')`, 'title="the &quot;&#123;x&#125;&quot;"'],
  ])('is text to a page: %s', async (_where, body, expected) => {
    const page = await compile(body);
    expect(page).toContain(expected);
    expect(() =>
      compileSvelte(page, { generate: 'server', runes: true, warningFilter: () => false }),
    ).not.toThrow();
  });
});
