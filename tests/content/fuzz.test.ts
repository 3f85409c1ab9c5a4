import fc from 'fast-check';
import { compile as compileSvelte, type CompileOptions } from 'svelte/compiler';
import { expect, test } from 'vitest';
import { compile } from './support/compile';

/** Few in every run of the tests; `npm run fuzz` asks for many. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 150);

const word = fc.constantFrom(
  'spring',
  'length',
  'end',
  'free',
  'force',
  'stiff',
  '2',
  '-0.667',
  'NaN',
  '1e999',
  '',
  '"',
  '<b>',
  '<script>',
  '</p>',
  '<!-- x -->',
  '<!--',
  '</script',
  '<svelte:head>',
  '{x}',
  '{',
  '}',
  '{@html x}',
  '{#if x}',
  '{/if}',
  '{@const x = 1}',
  '${x}',
  '\\{',
  '&#123;',
  '\\',
  '`',
  '$',
  '\\tfrac12',
  '[',
  ']',
  '|',
  '*',
  'é',
  '\u0000',
);
const words = fc.array(word, { maxLength: 4 }).map((parts) => parts.join(' '));
const some = fc.oneof(words, fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 12 }));

const fence = fc
  .tuple(
    fc.constantFrom('widget', 'widget spring', 'widget spring as', 'exercise', 'python', ''),
    word,
    fc.array(fc.tuple(word, some)),
  )
  .map(([info, name, rows]) => {
    const lines = rows.map(([key, value]) => `${key}: ${value.replaceAll('\n', ' ')}`);
    return ['```' + `${info} ${name}`, ...lines, '```'].join('\n');
  });
const figure = fc.constant('```widget spring\nlength: 2\ncaption: A spring.\n```');
const address = fc
  .tuple(
    fc.constantFrom('#spring', '#', 'glossary.md#', 'springs.md', 'https://x.org/'),
    fc.constantFrom('', '?', ':', '?length='),
    word,
  )
  .map((parts) => parts.join(''));
const phrase = fc
  .tuple(some, address, fc.constantFrom('', '!'), fc.constantFrom('', ' "t"', ' \'a "b" {c}\''))
  .map(([text, to, mark, title]) => `${mark}[${text}](${to}${title})`);
const cited = fc
  .tuple(fc.constantFrom('@hooke1678', '@none', '@', '@hooke1678; @four1900, eq. 2'), some)
  .map(([key, more]) => `[${key}${more}]`);
const formula = some.map((tex) => `$${tex}$`);
const block = fc.oneof(
  some,
  fence,
  figure,
  fc.array(fc.oneof(some, phrase, cited, formula), { maxLength: 5 }).map((parts) => parts.join(' ')),
  some.map((text) => `## ${text}`),
  some.map((text) => `> [!side] ${text}`),
  fc.tuple(some, some).map(([a, b]) => `| ${a} | ${b} |\n| - | - |\n| ${b} | ${a} |`),
  formula.map((tex) => `$${tex}$`),
);
const page = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join('\n\n'));

/** As the site is built. */
const SVELTE: CompileOptions = { generate: 'server', runes: true, warningFilter: () => false };

/** A complaint names the file, and where it can the line. */
const COMPLAINT = /^content\/pages\/springs\.md(:\d+)?: ./;

test('any page becomes a component that Svelte compiles, or is refused with its file and where it can its line', async () => {
  await fc.assert(
    fc.asyncProperty(page, async (markdown) => {
      const outcome = await compile(markdown).catch((error: Error) => error);
      if (outcome instanceof Error) expect(outcome.message).toMatch(COMPLAINT);
      else {
        expect(outcome).toContain('export const metadata');
        compileSvelte(outcome, SVELTE);
      }
    }),
    { seed: 44, numRuns, endOnFailure: true },
  );
}, 3_600_000);
