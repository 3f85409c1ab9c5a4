import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPlanAddress } from '../../src/lib/teach/plan-address';
import { readTask } from '../../src/lib/tasks/read-task';
import { definitions } from '../../src/lib/widgets/registry';

const read = (name: string) => readFileSync(`content/teach/${name}`, 'utf8');
const lessons = readdirSync('content/teach').filter((name) => name !== 'teach.md');

/** Text as it stands on paper: in one line, and without what makes a number live. */
const plain = (text: string) => text.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll(/\s+/g, ' ');

const exercises = readdirSync('content/pages').flatMap((name) =>
  [
    ...readFileSync(`content/pages/${name}`, 'utf8').matchAll(/^```exercise \S+ as \S+\n([\s\S]*?)^```$/gm),
  ].map(([, text = '']) => plain(text)),
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

  test('asks what an exercise of a chapter asks, with the same choices, goals and answers', () => {
    const task = new URLSearchParams(query).get('task') ?? '';
    const asked = task.split('\n').filter((line) => /^(question|goal|answer|- \[)/.test(line));
    expect(asked[0] ?? 'no question').toMatch(/^question: /);
    const fence = exercises.find((text) => text.includes(plain(asked[0] ?? 'no question')));
    for (const line of asked) expect(fence).toContain(plain(line));
  });
});

test('there are worksheets in lessons', () => {
  expect(sheets.length).toBeGreaterThan(0);
});
