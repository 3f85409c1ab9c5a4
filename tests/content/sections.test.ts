import { describe, expect, test } from 'vitest';
import { plainFormula } from '../../src/lib/content/remark/plain-formula';
import { compile } from './support/compile';

const sections = async (body: string) => {
  const metadata = /metadata = (\{.*\});/.exec(await compile(body))?.[1] ?? '{}';
  return (JSON.parse(metadata) as { sections: object[] }).sections;
};

describe('what the search knows of a page', () => {
  test('is the text under each heading, and what stands above the first', async () => {
    expect(await sections('Above.\n\n## One\n\nUnder *one*.\n\n- and more\n\n### Two\n\nUnder two.')).toEqual(
      [
        { id: '', title: '', text: 'Above.' },
        { id: 'one', title: 'One', text: 'Under one. and more' },
        { id: 'two', title: 'Two', text: 'Under two.' },
      ],
    );
  });

  test('leaves out figures and the definitions of terms, and keeps captions', async () => {
    const body = 'A [rest length](glossary.md#rest-length).\n\n```widget spring\ncaption: Pull it.\n```';
    expect(await sections(body)).toEqual([{ id: '', title: '', text: 'A rest length. Pull it.' }]);
  });

  test('cannot end the script that it is written into', async () => {
    expect(await sections('Write `</script>`.')).toEqual([{ id: '', title: '', text: 'Write < /script>.' }]);
  });
});

describe('a formula among words', () => {
  test.each([
    ['\\D \\ge \\m', 'D ≥ m'],
    ['y = 1', 'y = 1'],
    ['-1', '−1'],
    ['\\tfrac12 \\D^2', '…'],
    ['x_i', '…'],
  ])('%s reads %s', (tex, text) => {
    expect(plainFormula(tex)).toBe(text);
  });
});
