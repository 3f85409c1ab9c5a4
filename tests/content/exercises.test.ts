import { describe, expect, test } from 'vitest';
import { compile, FIRST } from './support/compile';

const BODY = [
  'length: 3',
  'lock: end',
  'question: How **long** makes $\\m = 2$ [@hooke1678]?',
  'goal force: -2',
  'hint: Pull.',
  'explanation: Three times as far as [1](#ex:force) is short.',
  'solution: length=6',
];
const fence = (info: string, fields: readonly string[] = BODY) =>
  ['```exercise ' + info, ...fields, '```'].join('\n');
const without = (start: string) => BODY.filter((row) => !row.startsWith(start));

describe('an exercise fence', () => {
  test('becomes a component with its state, its place and its task', async () => {
    const page = await compile(`${fence('spring as ex', without('explanation').concat('explanation: So.'))}`);
    expect(page).toContain(
      '<ExerciseFigure name="ex" widget="spring" shown="length energy" number={1} task={"length: 3\\nlock: end',
    );
    expect(page).toContain('import ExerciseFigure from');
    expect(page).not.toContain('import WidgetFigure from');
  });

  test('holds Markdown, formulas, citations and numbers that follow it, rendered with the page', async () => {
    const page = await compile(
      fence('spring as ex', [...without('explanation'), 'explanation: It was [−1.0](#ex:force).']),
    );
    const [, question] = /{#snippet question\(\)}([\s\S]*?){\/snippet}/.exec(page) ?? [];
    expect(question).toContain('<strong>long</strong>');
    expect(question).toContain('katex');
    expect(question).toContain('href="#ref-hooke1678"');
    const [, explanation] = /{#snippet explanation\(\)}([\s\S]*?){\/snippet}/.exec(page) ?? [];
    expect(explanation).toContain('class="cl-follow"');
  });

  test('lists its choices', async () => {
    const page = await compile(
      fence('spring as ex', ['question: Which?', '- [x] $\\D$ grows', '- [ ] *none*', 'explanation: So.']),
    );
    const [, choices] = /{#snippet choices\(\)}([\s\S]*?){\/snippet}/.exec(page) ?? [];
    expect(choices?.match(/<li>/g)).toHaveLength(2);
    expect(choices).toContain('<em>none</em>');
    expect(choices).toContain('katex');
  });

  test('keeps quotes and braces of its text as they are, and leaves out the words that stand beside it', async () => {
    const page = await compile(
      fence('spring as ex', [
        ...['question: A "brace" {x} and `<b>`?', 'goal force: -2', 'hint: Pull', '  hard.'],
        ...['explanation: So.', 'solution: length=6'],
      ]),
    );
    expect(page).toContain(
      'task={"question: A \\"brace\\" \\u007bx\\u007d and \\u0060\\u003cb\\u003e\\u0060?\\ngoal force: -2\\nsolution: length=6"}',
    );
  });

  test('is counted on its page', async () => {
    const plain = without('explanation').concat('explanation: So.');
    const page = await compile(`${fence('spring as a', plain)}\n\n${fence('spring as b', plain)}`);
    expect(page).toContain('"exercises":["a","b"]');
    expect(page).toContain('number={2}');
  });

  test.each([
    ['an unknown widget', 'sprig as ex', BODY, 0, 'unknown widget “sprig”, nearest valid name “spring”'],
    [
      'an unknown goal',
      'spring as ex',
      ['question: ?', 'goal forse: 1', 'explanation: .', 'solution: length=6'],
      2,
      'the nearest is “force”',
    ],
    [
      'a goal that is met already',
      'spring as ex',
      ['length: 6', ...BODY.slice(1)],
      4,
      'the goal is met already',
    ],
    [
      'a solution that misses',
      'spring as ex',
      [...BODY.slice(0, 6), 'solution: length=5'],
      4,
      'is not met by the solution',
    ],
    ['no solution', 'spring as ex', without('solution'), 0, 'a line “solution: …”'],
    ['no explanation', 'spring as ex', without('explanation'), 0, 'a line “explanation: …”'],
    ['a stale number in its explanation', 'spring as ex', BODY, 6, 'is -1 here, not 1'],
    [
      'a formula that cannot be read',
      'spring as ex',
      ['question: $\\nofun$', ...BODY.slice(3, 5), 'explanation: .', 'solution: length=6'],
      1,
      'nofun',
    ],
  ])('with %s stops the build at its line', async (_what, info, fields, line, message) => {
    const failing = compile(`Text.\n\n${fence(info, fields)}`);
    await expect(failing).rejects.toThrow(message);
    await expect(failing).rejects.toThrow(`content/pages/springs.md:${FIRST + 2 + line}: `);
  });
});
