import { describe, expect, test } from 'vitest';
import { slideHtml } from '../../src/lib/content/slide-html';
import type { Slide } from '../../src/lib/content/remark/slides';
import { compile } from './support/compile';

const spring = (name: string) => `\`\`\`widget spring as ${name}\nlength: 3\n\`\`\``;

/** The slides of a lesson whose parts are HTML. */
async function slides(...blocks: string[]) {
  const source = await compile(blocks.join('\n\n'), 'content/teach/swings.md');
  const [, metadata = '{}'] = /export const metadata = (\{.*\});/.exec(source) ?? [];
  const read = (JSON.parse(metadata) as { slides: Slide[] }).slides;
  return read.map(({ parts, ...slide }) => ({
    ...slide,
    parts: parts.map((part) => slideHtml(part).replaceAll('\n', '')),
  }));
}

describe('the slides of a lesson', () => {
  test('hold the heading without its minutes, the figure, and what is marked for the class, and no other word', async () => {
    const made = await slides(
      '## Minutes 3 to 7: a spring',
      'Draw it on the board.',
      spring('one'),
      '> [!class] How long is it?',
      'It is 3.',
      '> [!class] And if it is [pulled](#one?length=4)?',
    );
    expect(made).toEqual([
      {
        title: 'A spring',
        figure: { name: 'one', widget: 'spring', query: 'length=3' },
        parts: [
          '<div><p>How long is it?</p></div>',
          '<div><p>And if it is <button type="button" class="cl-set" data-query="length=4">pulled</button>?</p></div>',
        ],
      },
    ]);
  });

  test('are none of a section that has neither a figure nor anything for the class', async () => {
    expect(await slides('## What goes wrong', 'Much.', '## Homework', '> [!class] Pull.')).toMatchObject([
      { title: 'Homework', parts: ['<div><p>Pull.</p></div>'] },
    ]);
  });

  test('show a figure that stands farther up where the section speaks of it', async () => {
    const [, later] = await slides(
      '## First',
      spring('one'),
      '## Later',
      '> [!class] Is it longer?',
      'No: [look](#one?length=2).',
    );
    expect(later?.figure?.name).toBe('one');
  });

  test('are as many as a section has figures', async () => {
    const made = await slides(
      '## Both',
      spring('one'),
      '> [!class] First.',
      spring('two'),
      '> [!class] Next.',
    );
    expect(made.map(({ title, figure, parts }) => [title, figure?.name, parts.length])).toEqual([
      ['Both', 'one', 1],
      ['Both', 'two', 1],
    ]);
  });

  test('have formulas, lists and terms without their definitions, and no links', async () => {
    const [{ parts: [part] } = { parts: [] }] = await slides(
      '## First',
      '> [!class]\n>\n> 1. Is $l^2 < 4$ for the [rest length](../pages/glossary.md#rest-length)?',
    );
    expect(part).toMatch(/^<div>\s*<ol>/);
    expect(part).toContain('class="katex"');
    expect(part).not.toContain('does not pull');
    expect(part).not.toContain('href');
  });

  test('stop the build at a number that would follow a figure', async () => {
    const follows = slides('## First', spring('one'), '> [!class] It pulls by [−1.000](#one:force).');
    await expect(follows).rejects.toThrow(/swings\.md:\d+: a slide has no number that follows a figure/);
  });
});

test('on the page for teachers the part for the class is a note that says so', async () => {
  const source = await compile('> [!class] How long is it?');
  expect(source).toMatch(/<aside role="note" aria-label="For the class" class="cl-for-class">/);
  expect(source).not.toContain('[!class]');
});
