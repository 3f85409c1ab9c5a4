import { describe, expect, test } from 'vitest';
import { compile, compileWhole, FIRST } from './support/compile';

describe('a formula', () => {
  test('is there for eyes and for screen readers', async () => {
    const page = await compile('The distance $\\D$.\n\n$$\nL = \\pull{x}\n$$');
    expect(page.match(/<math /g)).toHaveLength(2);
    expect(page).toContain('katex-display');
  });

  test.each([
    ['\\D', 'cl-distance'],
    ['\\m', 'cl-margin'],
    ['\\pull{x}', 'cl-pull'],
    ['\\push{x}', 'cl-push'],
  ])('writes %s in the colour of its role', async (formula, role) => {
    expect(await compile(`$${formula}$`)).toContain(`enclosing ${role}`);
  });

  test('that cannot be read stops the build at its line', async () => {
    await expect(compile('One.\n\n$\\fract12$')).rejects.toThrow(`springs.md:${FIRST + 2}: `);
  });

  test('may not smuggle in a link', async () => {
    await expect(compile('$\\href{https://a.example}{x}$')).rejects.toThrow(`springs.md:${FIRST}: `);
  });
});

describe('a side note', () => {
  test('is a block quote that says so', async () => {
    expect(await compile('> [!side] It *is*.')).toMatch(
      /<aside role="note" class="cl-side"[^>]*>\s*<p>It <em>is<\/em>.<\/p>\s*<\/aside>/,
    );
  });

  test('leaves other quotes alone', async () => {
    expect(await compile('> It is.')).toMatch(/<blockquote[^>]*>/);
  });
});

describe('a link to another page', () => {
  test('goes by the page’s file, with or without a section', async () => {
    const page = await compile('[a](pendulums.md) [b](pendulums.md#damped) [c](home.md)');
    expect(page).toContain('href="../pendulums/"');
    expect(page).toContain('href="../pendulums/#damped"');
    expect(page).toContain('href="../"');
  });

  test('from the home page goes down', async () => {
    expect(await compile('[a](pendulums.md)', 'content/pages/home.md')).toContain('href="./pendulums/"');
  });

  test('goes to the pages of another folder and back', async () => {
    const chapter = await compile('[a](../teach/teach.md) [b](../teach/swings.md)');
    expect(chapter).toContain('href="../teach/"');
    expect(chapter).toContain('href="../teach/swings/"');
    const lesson = await compile('[a](../pages/springs.md#damped) [b](teach.md)', 'content/teach/swings.md');
    expect(lesson).toContain('href="../../springs/#damped"');
    expect(lesson).toContain('href="../../teach/"');
  });

  test('to no page stops the build', async () => {
    await expect(compile('[a](pendulum.md)')).rejects.toThrow(
      `springs.md:${FIRST}: no page “pendulum.md”, nearest valid name “pendulums.md”`,
    );
  });
});

describe('running text', () => {
  test.each([
    ['She said "no" (twice).', '“no”'],
    ["Keras's", 'Keras’s'],
    ["`pair`'s", '</code>’s'],
    ['*"so"*', '<em>“so”</em>'],
    ['one\n"two"', '“two”'],
  ])('has curled quotes: %s', async (markdown, expected) => {
    expect(await compile(markdown)).toContain(expected);
  });

  test('keeps the quotes of code straight', async () => {
    expect(await compile('`"a"`')).toContain('<code>"a"</code>');
  });

  test('shows braces and angle brackets of code as they are written', async () => {
    expect(await compile('`{x} <y>`')).toContain('<code>&#123;x&#125; &lt;y&gt;</code>');
  });
});

describe('a block of code', () => {
  test('is coloured for light and dark at once', async () => {
    expect(await compile('```python\nx = {"a": 1}\n```')).toContain('light-dark(');
  });

  test('in a language that is not known is refused', async () => {
    await expect(compile('```cobol\nx\n```')).rejects.toThrow('code in “cobol” cannot be coloured');
  });
});

describe('a page', () => {
  const metadata = async (body: string) => {
    const page = await compile(body);
    return JSON.parse(/metadata = (.*);/.exec(page)?.[1] ?? '') as Record<string, unknown>;
  };

  test('lists its sections with their ids', async () => {
    expect(await metadata('## One *two*\n\n### Three\n\n#### Four')).toMatchObject({
      title: 'Springs',
      headings: [
        { id: 'one-two', text: 'One two', level: 2 },
        { id: 'three', text: 'Three', level: 3 },
      ],
    });
  });

  test('puts a table in a frame that can scroll', async () => {
    expect(await compile('| a |\n| - |\n| b |')).toMatch(/<div class="cl-table">\s*<table>/);
  });

  test.each([
    ['a formula in a heading', '## The $m$', 'a heading holds no formula'],
    ['a heading without a word', '## …', 'the heading “…” has no letter or digit to be linked by'],
    ['a heading with a figure’s id', '```widget spring\n```\n\n## Spring', 'has the same id as a figure'],
    ['a script', '<script>let x;</script>', 'a page holds no HTML; write “<script>let x;</script>” in'],
    ['a style', '<style>p { color: red }</style>', 'a page holds no HTML'],
  ])('with %s stops the build', async (_what, body, message) => {
    await expect(compile(body)).rejects.toThrow(message);
  });

  test.each([
    ['title: A\norder: 1', 'description'],
    ['title: A\ndescription: B\norder: first', 'order'],
    ['title: A\ndescription: B\norder: 1\nauthor: C', 'author'],
  ])('with the frontmatter %j is refused by the name of the field', async (matter, field) => {
    await expect(async () => compileWhole(`---\n${matter}\n---\n`)).rejects.toThrow(
      `springs.md:1: frontmatter, ${field}: `,
    );
  });
});
