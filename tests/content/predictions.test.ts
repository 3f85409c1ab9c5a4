import { describe, expect, test } from 'vitest';
import { compile, FIRST } from './support/compile';

const FIGURE = ['```widget spring as coil', 'length: 3', '```', ''];
const BODY = [
  'question: How hard does it pull at $\\m = 6$?',
  'answer force: -2 ± 0.1',
  'explanation: Twice [as hard](#coil?length=6).',
  'solution: length=6',
];
const fence = (info: string, fields: readonly string[] = BODY) =>
  [...FIGURE, '```predict ' + info, ...fields, '```'].join('\n');
const without = (start: string) => BODY.filter((row) => !row.startsWith(start));

describe('a predict fence', () => {
  test('becomes a question about a figure of the page, in the state of that figure', async () => {
    const page = await compile(fence('coil as pr-far'));
    expect(page).toContain('<Prediction name="pr-far" figure="coil" task={"question: How hard');
    expect(page).toContain('solution: length=6\\nlength: 3');
    expect(page).toContain('import Prediction from');
    const [, question] = /{#snippet question\(\)}([\s\S]*?){\/snippet}/.exec(page) ?? [];
    expect(question).toContain('katex');
    const [, explanation] = /{#snippet explanation\(\)}([\s\S]*?){\/snippet}/.exec(page) ?? [];
    expect(explanation).toContain('class="cl-set"');
  });

  test('lists its choices', async () => {
    const page = await compile(
      fence('coil as pr-far', ['question: Which?', '- [x] more', '- [ ] less', ...BODY.slice(2)]),
    );
    const [, choices] = /{#snippet choices\(\)}([\s\S]*?){\/snippet}/.exec(page) ?? [];
    expect(choices?.match(/<li>/g)).toHaveLength(2);
  });

  test('stands in the scene of its figure, and is counted among no exercises', async () => {
    const page = await compile(`## Springs\n\n${fence('coil as pr-far')}`);
    expect(page.indexOf('<Prediction')).toBeGreaterThan(page.indexOf('class="cl-text"'));
    expect(page).toContain('"exercises":[]');
  });

  test.each([
    ['an unknown figure', 'coils as pr', BODY, 0, 'nearest valid name “coil”'],
    ['no name', 'coil', BODY, 0, '“predict <figure> as <name>” is expected'],
    ['the name of a figure', 'coil as coil', BODY, 0, 'named “coil” already'],
    ['a state of its own', 'coil as pr', ['length: 4', ...BODY], 1, 'is expected, not “length: 4”'],
    ['a goal', 'coil as pr', [...without('answer'), 'goal force: 1'], 4, 'is expected, not “goal'],
    ['an answer that does not hold', 'coil as pr', [...BODY.slice(0, 3), 'solution: length=5'], 2, 'it is'],
    ['no solution', 'coil as pr', without('solution'), 0, 'a line “solution: …” is expected'],
    ['no explanation', 'coil as pr', without('explanation'), 0, 'a line “explanation: …” is expected'],
  ])('with %s stops the build at its line', async (_what, info, fields, line, message) => {
    const failing = compile(fence(info, fields));
    await expect(failing).rejects.toThrow(message);
    await expect(failing).rejects.toThrow(`content/pages/springs.md:${FIRST + FIGURE.length + line}: `);
  });
});
