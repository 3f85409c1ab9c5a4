import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPlanAddress } from '../../src/lib/teach/plan-address';
import { readTask } from '../../src/lib/tasks/read-task';
import { definitions } from '../../src/lib/widgets/registry';

const read = (name: string) => readFileSync(`content/teach/${name}`, 'utf8');
const lessons = readdirSync('content/teach').filter((name) => name !== 'teach.md');

/** Text as it stands on paper: in one line, and without what makes a number live. */
const plain = (text: string) => text.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll(/\s+/g, ' ');

const chapters = readdirSync('content/pages').map((name) =>
  plain(readFileSync(`content/pages/${name}`, 'utf8')),
);

test.each(lessons)('%s is linked from the page for teachers, which is how it comes to be built', (name) => {
  expect(read('teach.md')).toContain(`](${name})`);
});

const sheets = lessons.flatMap((name) =>
  [...read(name).matchAll(/^\[([^\]]+)\]:\s+\.\.\/worksheet\/(\S+)$/gm)].map(
    ([, sheet = '', search = '']) => [name, sheet, search] as const,
  ),
);

describe.each(sheets)('a worksheet of %s, %s,', (_name, _sheet, search) => {
  const { widget = '', query } = readPlanAddress(search);
  const definition = Object.entries(definitions).find(([id]) => id === widget)?.[1];

  test('holds a task that can be solved', () => {
    expect(definition).toBeDefined();
    if (!definition) return;
    expect(readTask(definition, new URLSearchParams(query).get('task') ?? '')).toHaveProperty('task');
  });

  test('asks what an exercise of a chapter asks', () => {
    const task = new URLSearchParams(query).get('task') ?? '';
    const question = /^question: (.*)$/m.exec(task)?.[1] ?? 'no question';
    expect(chapters.some((text) => text.includes(plain(question)))).toBe(true);
  });
});

test('there are worksheets in lessons', () => {
  expect(sheets.length).toBeGreaterThan(0);
});
