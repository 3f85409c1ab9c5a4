import { describe, expect, test } from 'vitest';
import { compile, FIRST } from './support/compile';

const fence = (info: string, ...fields: string[]) => ['```' + info, ...fields, '```'].join('\n');

describe('a widget fence', () => {
  test('becomes a figure with the widget in its default state', async () => {
    expect(await compile(fence('widget spring'))).toContain(
      '<WidgetFigure name="spring" widget="spring" query="" shown="length energy" />',
    );
  });

  test('brings the component with it, and a page without figures does not', async () => {
    expect(await compile(fence('widget spring'))).toContain('import WidgetFigure from');
    expect(await compile('No figure.')).not.toContain('import');
  });

  test('takes its state from its lines, in the order of the declaration', async () => {
    expect(await compile(fence('widget spring', 'end: fixed', '', 'length: 4.0'))).toContain(
      'query="length=4&amp;end=fixed"',
    );
  });

  test('can be named, so that one page shows a widget twice', async () => {
    const page = await compile(`${fence('widget spring')}\n\n${fence('widget spring as second')}`);
    expect(page).toContain('name="spring"');
    expect(page).toContain('name="second" widget="spring"');
  });

  test('takes a caption of Markdown with formulas, citations and numbers of its own', async () => {
    const page = await compile(
      fence('widget spring', 'caption: A **spring**, $\\D$ long: [2](#spring?length).'),
    );
    const [, caption] = /<WidgetFigure [^>]*>([\s\S]*)<\/WidgetFigure>/.exec(page) ?? [];
    expect(caption).toContain('<strong>spring</strong>');
    expect(caption).toContain('katex');
    expect(caption).toContain('class="cl-scrub"');
  });

  test.each([
    ['an unknown widget', ['widget sprig'], 0, 'unknown widget “sprig”, nearest valid name “spring”'],
    ['no widget', ['widget'], 0, '“widget <id>” or “widget <id> as <name>” is expected'],
    ['a name that is no id', ['widget spring as A.B'], 0, '“A.B” is no name for a figure'],
    ['an unknown parameter', ['widget spring', 'lenght: 3'], 1, 'nearest valid name “length”'],
    [
      'a value out of range',
      ['widget spring', 'end: free', 'length: 11'],
      2,
      'a number from 0 to 10 is expected',
    ],
    ['an unknown value', ['widget spring', 'end: fixd'], 1, 'the nearest is “fixed”'],
    ['a line that is no field', ['widget spring', 'taut'], 1, '“parameter: value” is expected, not “taut”'],
    [
      'a number in its caption that is stale',
      ['widget spring', 'caption: [3](#spring?length)'],
      1,
      'is 2 here',
    ],
  ])('with %s stops the build at its line', async (_what, [info = '', ...fields], line, message) => {
    const failing = compile(`Text.\n\n${fence(info, ...fields)}`);
    await expect(failing).rejects.toThrow(`content/pages/springs.md:${FIRST + 2 + line}: `);
    await expect(failing).rejects.toThrow(message);
  });

  test('under a name that is taken stops the build', async () => {
    const twice = compile(`${fence('widget spring')}\n\n${fence('widget spring')}`);
    await expect(twice).rejects.toThrow(`springs.md:${FIRST + 3}: there is a figure named “spring” already`);
  });
});
