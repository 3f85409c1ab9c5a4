import { describe, expect, test } from 'vitest';
import { createSearch } from '../../src/lib/site/search-index';

const ENTRIES = [
  {
    kind: 'section',
    title: 'What the margin does',
    page: 'Contrastive loss',
    text: `${'Words that come before. '.repeat(12)}The margin is a radius. ${'And words after. '.repeat(20)}`,
    address: 'contrastive-loss/#what-the-margin-does',
  },
  {
    kind: 'term',
    title: 'Semi-hard negative',
    page: 'Glossary',
    text: 'A negative that is farther than the positive, by less than the margin.',
    address: 'glossary/#semi-hard-negative',
  },
  {
    kind: 'loss',
    title: 'NT-Xent',
    page: 'The library',
    text: 'Naïve <b>markup</b>.',
    address: 'library/#x',
  },
];

const search = createSearch(ENTRIES);
const titles = (question: string) => search(question).map(({ title }) => title);
const hits = (pieces: { text: string; hit: boolean }[]) =>
  pieces.filter(({ hit }) => hit).map(({ text }) => text);

describe('the search', () => {
  test('finds words at their beginning, in any case, with accents or without', () => {
    expect(titles('MARG')).toContain('What the margin does');
    expect(titles('naive')).toEqual(['NT-Xent']);
  });

  test('forgives a wrong letter in a long word', () => {
    expect(titles('negatve')).toEqual(['Semi-hard negative']);
  });

  test('puts a word of the title before one of the text', () => {
    expect(titles('margin')).toEqual(['What the margin does', 'Semi-hard negative']);
  });

  test('asks for all words, and is content with some when no entry has all', () => {
    expect(titles('semi hard')).toEqual(['Semi-hard negative']);
    expect(titles('margin markup')).toHaveLength(3);
  });

  test('shows the text around what it found, cut between words, with the hits marked', () => {
    const [first] = search('radius');
    const excerpt = first?.excerpt.map(({ text }) => text).join('') ?? '';
    expect(excerpt).toMatch(/^… .*The margin is a radius\..* …$/);
    expect(excerpt.length).toBeLessThan(200);
    expect(hits(first?.excerpt ?? [])).toEqual(['radius']);
  });

  test('marks the hits of the title', () => {
    expect(hits(search('margin')[0]?.titlePieces ?? [])).toEqual(['margin']);
  });

  test('gives text as text, whatever it looks like', () => {
    expect(
      search('markup')[0]
        ?.excerpt.map(({ text }) => text)
        .join(''),
    ).toBe('Naïve <b>markup</b>.');
  });

  test.each(['', ' ', '"', '(', '\\', '\u0000', '<script>', 'x'.repeat(10_000)])(
    'finds nothing for %j and does not fail',
    (question) => {
      expect(search(question)).toEqual([]);
    },
  );

  test('refuses data of another form', () => {
    expect(() => createSearch([{ title: 1 }])).toThrow();
  });
});
