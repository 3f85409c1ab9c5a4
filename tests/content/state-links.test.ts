import { describe, expect, test } from 'vitest';
import { compile, FIRST } from './support/compile';

const FENCE = '```widget spring\nlength: 4\n```\n';
/** What becomes of one line below a spring of length 4. */
const line = async (markdown: string) => {
  const page = await compile(`${FENCE}\n${markdown}`);
  const plain = page
    .replace(/\s+/g, ' ')
    .replaceAll(' >', '>')
    .replace(/<p style="[^"]*">/, '<p>');
  return /<p>.*<\/p>/.exec(plain)?.[0];
};

describe('a link to a figure', () => {
  test('with a state becomes a phrase that sets it', async () => {
    expect(await line('[a longer one](#spring?length=8&end=fixed)')).toBe(
      '<p><a href="#spring" class="cl-set" data-widget="spring" data-query="length=8&end=fixed">a longer one</a></p>',
    );
  });

  test('with an output becomes a number that follows, in its colour and with the digits written', async () => {
    const link = await line('[−1.33](#spring:force)');
    expect(link).toContain('class="cl-follow" data-widget="spring" data-output="force"');
    expect(link).toContain('data-digits="2" data-role="pull" translate="no">−1.33</a>');
  });

  test('may follow an output that is a word', async () => {
    expect(await line('[free](#spring:end)')).toContain('data-output="end" translate="no">free</a>');
  });

  test('with a parameter becomes a number to scrub', async () => {
    const link = await line('[4.0](#spring?length)');
    expect(link).toContain('class="cl-scrub" data-widget="spring" data-parameter="length"');
    expect(link).toContain('data-digits="1" data-role="distance" translate="no">4.0</a>');
  });

  test('with an output in another state becomes that number, plain, and held to what is true there', async () => {
    expect(await line('Then [−2.67](#spring:force?length=8) and [fixed](#spring:end?end=fixed).')).toBe(
      '<p>Then −2.67 and fixed.</p>',
    );
  });

  test('may stand above its figure', async () => {
    expect(await compile(`[4](#spring?length)\n\n${FENCE}`)).toContain('class="cl-scrub"');
  });

  test('alone, and a link to a heading, stay ordinary links', async () => {
    expect(await line('[it](#spring)')).toBe('<p><a href="#spring">it</a></p>');
  });

  test.each([
    ['[-1.3](#spring:force)', 'fewer digits'],
    ['[-1.333](#spring:force)', 'more digits'],
    ['[-1](#spring:force)', 'no decimals'],
  ])('%s holds with %s, because the written digits are what counts', async (link) => {
    expect(await line(link)).toContain('cl-follow');
  });

  test.each([
    ['[x](#sprng?length=1)', 'no figure named “sprng” on this page, nearest valid name “spring”'],
    ['[x](#spring?lengt=1)', 'has no parameter “lengt”, nearest valid name “length”'],
    ['[x](#spring?length=99)', 'a number from 0 to 10 is expected'],
    ['[x](#spring?end=fre)', 'the nearest is “free”'],
    ['[1](#spring:forc)', 'has no output “forc”, nearest valid name “force”'],
    ['[1](#spring?lenth)', 'has no number “lenth” to scrub, nearest valid name “length”'],
    ['[1](#spring?end)', 'has no number “end” to scrub'],
    ['[−1.34](#spring:force)', 'output force of “spring” is -1.33 here, not −1.34'],
    ['[1.33](#spring:force)', 'output force of “spring” is -1.33 here, not 1.33'],
    ['[fixed](#spring:end)', 'is “free” here, not “fixed”'],
    ['[much](#spring:force)', 'a number is expected for output force of “spring”, not “much”'],
    ['[2.6](#spring:force?length=8)', 'output force at “length=8” is -2.7 here, not 2.6'],
    ['[2.6](#spring:forc?length=8)', 'has no output “forc”, nearest valid name “force”'],
    ['[2.6](#spring:force?lengt=8)', 'has no parameter “lengt”, nearest valid name “length”'],
    ['[2.6](#spring:force?length=99)', 'a number from 0 to 10 is expected'],
    ['[2](#spring?length)', 'parameter length of “spring” is 4 here, not 2'],
  ])('%s stops the build at its line', async (link, message) => {
    const failing = compile(`${FENCE}\n${link}`);
    await expect(failing).rejects.toThrow(`content/pages/springs.md:${FIRST + 4}: `);
    await expect(failing).rejects.toThrow(message);
  });

  test('on a page without figures says so', async () => {
    await expect(compile('[x](#spring?length=1)')).rejects.toThrow('the page has none');
  });
});
