import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const FOLDER = 'content/pages';
const GLOSSARY = 'glossary';
const TO_PAGE = /\]\((?:\.\/)?([\w-]+)\.md(#[\w-]+)?\)/g;

interface Chapter {
  slug: string;
  title: string;
  text: string;
  /** Other pages that it links to. */
  links: ReadonlySet<string>;
}

const chapters: Chapter[] = readdirSync(FOLDER)
  .map((file) => ({ slug: file.replace(/\.md$/, ''), text: readFileSync(`${FOLDER}/${file}`, 'utf8') }))
  .filter(({ text }) => /^order:/m.test(text))
  .map(({ slug, text }) => {
    const links = new Set([...text.matchAll(TO_PAGE)].map(([, to = '']) => to));
    links.delete(slug);
    return { slug, text, links, title: /^title: (.*)$/m.exec(text)?.[1] ?? '' };
  });

/** A chapter's title as running text uses it: also in the singular, and within a line or over its end. */
const nameOf = ({ title }: Chapter) => new RegExp(title.replace(/s$/, '').replaceAll(' ', '\\s+'), 'i');

test('there are chapters', () => {
  expect(chapters.length).toBeGreaterThan(5);
});

describe.each(chapters.map((chapter) => [chapter.slug, chapter] as const))(
  'the chapter %s',
  (slug, chapter) => {
    const others = chapters.filter((other) => other.slug !== slug);

    test('links to at least two others', () => {
      expect(others.filter((other) => chapter.links.has(other.slug)).length).toBeGreaterThanOrEqual(2);
    });

    test('is linked from at least two others', () => {
      expect(others.filter(({ links }) => links.has(slug)).length).toBeGreaterThanOrEqual(2);
    });

    test('is linked back by those that it links to', () => {
      const silent = others.filter((other) => chapter.links.has(other.slug) && !other.links.has(slug));
      expect(silent.map((other) => other.slug)).toEqual([]);
    });

    test('links to those that it names', () => {
      const named = others.filter((other) => nameOf(other).test(chapter.text));
      expect(named.filter((other) => !chapter.links.has(other.slug)).map((other) => other.slug)).toEqual([]);
    });

    test('explains a word or more by the glossary', () => {
      expect(chapter.links).toContain(GLOSSARY);
    });
  },
);

test('the glossary leads to sections, and not to the heads of pages', () => {
  const glossary = readFileSync(`${FOLDER}/${GLOSSARY}.md`, 'utf8');
  const links = [...glossary.matchAll(TO_PAGE)];
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter(([, , anchor]) => anchor === undefined).map(([link]) => link)).toEqual([]);
});
