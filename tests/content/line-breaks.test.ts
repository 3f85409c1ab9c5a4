import { describe, expect, test } from 'vitest';
import { compile } from './support/compile';

/** What stands on one line whatever its width: the text of each such part, a formula as ƒ. */
async function together(markdown: string): Promise<string[]> {
  const page = (await compile(markdown)).replace(/<span[^>]*>\{@html "(?:[^"\\]|\\.)*"\}<\/span>/g, 'ƒ');
  return [...page.matchAll(/<span class="cl-together">(.*?)<\/span>/g)].map(([, text = '']) => text);
}

describe('a line of text', () => {
  test('does not end between a formula and the mark after it', async () => {
    expect(await together('The score $W_j$, the logit, and $m$.')).toEqual(['ƒ,', 'ƒ.']);
  });

  test('does not end between a bracket and its formula', async () => {
    expect(await together('The scale ($s$) and (the margin $m$).')).toEqual(['(ƒ)', 'ƒ).']);
  });

  test('may end before and after a formula that stands by itself', async () => {
    expect(await together('The scale $s$ is fixed.')).toEqual([]);
  });

  test('may end inside a long formula', async () => {
    expect(await together('So $a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 = 1$, and so on.')).toEqual([]);
  });

  test('does not end before a percent sign', async () => {
    expect(await compile('It is 98 % of them.')).toContain('98\u00a0% of');
  });

  test('leaves the blanks of code as they are, for whoever copies it', async () => {
    expect(await compile('The rest is `i % 5`.')).toContain('i % 5');
  });
});
