import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, FIRST } from './support/compile';

describe('a link to the glossary', () => {
  test('within a paragraph brings the definition along, formulas and all, and describes itself by it', async () => {
    const source = await compile('A spring at its [rest length](glossary.md#rest-length) is slack.');
    expect(source).toContain(
      '<span class="cl-term"><a href="../glossary/#rest-length" aria-describedby="term-1">',
    );
    expect(source).toMatch(
      /<span\s+class="cl-definition"\s+id="term-1"\s+role="tooltip"\s*>The length at which/,
    );
    expect(source).toContain('<math');
  });

  test('has no link in its definition', async () => {
    const source = await compile('A spring at its [rest length](glossary.md#rest-length) is slack.');
    expect(source).toContain('see <span>the page</span>.');
    expect(source.match(/<a /g)).toHaveLength(1);
  });

  test('can occur twice, each with a description of its own', async () => {
    const source = await compile('[A](glossary.md#stiffness) and **[B](glossary.md#stiffness)**');
    expect(source).toContain('id="term-1"');
    expect(source).toContain('id="term-2"');
  });

  test('in a table is a link and no more', async () => {
    const source = await compile('| a |\n| - |\n| [b](glossary.md#stiffness) |');
    expect(source).toContain('href="../glossary/#stiffness"');
    expect(source).not.toContain('cl-definition');
  });

  test('to a term that is not there stops the build with the nearest name', async () => {
    await expect(compile('[b](glossary.md#stifness)')).rejects.toThrow(
      `springs.md:${FIRST}: no term “stifness” in the glossary, nearest valid name “stiffness”`,
    );
  });
});

describe('the glossary', () => {
  const entries = readFileSync('content/pages/glossary.md', 'utf8').split(/^### /m).slice(1);
  const named = entries.map((entry) => {
    const [name = '', definition = '', ...rest] = entry.split(/^## /m)[0]?.trim().split('\n\n') ?? [];
    return [name, definition, rest.join('\n\n')] as const;
  });

  test('has each term once', () => {
    const names = named.map(([name]) => name);
    expect(names.length).toBeGreaterThan(30);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(named)('says in full sentences what “%s” means, without a source to follow', (_, definition) => {
    expect(definition).toMatch(/[.!?]$/);
    expect(definition).not.toContain('[');
  });

  test.each(named)('leads from “%s” to the section that explains it', (_name, _definition, rest) => {
    expect(rest).toMatch(/\]\([\w-]+\.md(#[\w-]+)?\)/);
  });
});
