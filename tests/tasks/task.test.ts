import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TASK_WORDS } from '../../src/lib/tasks/task-parser';
import { readTask } from '../../src/lib/tasks/read-task';
import { definitions } from '../../src/lib/widgets/registry';

const pair = definitions.pair;
const arc = definitions.arc;
if (!pair || !arc) throw new Error('pair and arc are registered');

const FREE = ['y: 1', 'm: 1.5', 'question: Make it cost nothing.', 'goal loss: 0', 'solution: x2=1.5,0'];

function taskOf(lines: readonly string[], definition = pair) {
  const read = readTask(definition as NonNullable<typeof pair>, lines.join('\n'));
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('; '));
  return read.task;
}

function problemsOf(lines: readonly string[], definition = pair) {
  const read = readTask(definition as NonNullable<typeof pair>, lines.join('\n'));
  return 'problems' in read ? read.problems.map(({ line, message }) => `${line}: ${message}`) : [];
}

describe('the text of a task', () => {
  it('gives the state to start from, what is locked and hidden, and the words', () => {
    expect(
      taskOf([
        'y: 0',
        'm: 2',
        'lock: y, m',
        'hide: gradient,toolbar',
        'question: How far?',
        '  As far as *this*.',
        'goal D: 0.9..1.1',
        'hint: Closer.',
        'hint-cost: 12.5%',
        'explanation: Because.',
        'solution: x1=0,0&x2=1,0',
      ]),
    ).toMatchObject({
      query: 'y=0&m=2',
      locked: ['y', 'm'],
      hidden: ['gradient', 'toolbar'],
      question: 'How far? As far as *this*.',
      hint: 'Closer.',
      hintCost: 0.125,
      explanation: 'Because.',
      solution: 'x1=0,0&x2=1,0',
    });
  });

  it('takes goals over outputs and parameters, all to hold together', () => {
    const { aim } = taskOf(['question: ?', 'goal loss: 0', 'goal m: > 1', 'goal y: 0', 'goal D: 0']);
    expect(aim).toMatchObject({
      kind: 'reach',
      goals: [
        { name: 'loss', of: 'output' },
        { name: 'm', of: 'parameter' },
        { name: 'y', of: 'parameter', condition: { kind: 'name', name: '0' } },
        { name: 'D', of: 'output' },
      ],
    });
  });

  it('takes a name that is both as the parameter where the value is one of its choices', () => {
    const { aim } = taskOf(['question: ?', 'goal loss: cosface', 'goal loss: < 1'], arc);
    expect(aim).toMatchObject({ goals: [{ of: 'parameter' }, { of: 'output' }] });
  });

  it('takes a number to predict, held against the state of the solution', () => {
    const lines = ['y: 1', 'x1: 0,0', 'x2: 0.6,0', 'question: What would it cost?', 'solution: y=0'];
    expect(taskOf([...lines, 'answer loss: 0.18 ± 0.005']).aim).toEqual({
      kind: 'predict',
      name: 'loss',
      value: 0.18,
      tolerance: 0.005,
    });
    expect(problemsOf([...lines, 'answer loss: 0.2 ± 0.005'])).toEqual([
      expect.stringContaining('6: answer loss: it is 0.18'),
    ]);
  });

  it('takes choices, of which one is right', () => {
    expect(taskOf(['question: ?', '- [ ] up: no', '- [x] down']).aim).toEqual({
      kind: 'choose',
      options: [
        { text: 'up: no', right: false },
        { text: 'down', right: true },
      ],
    });
  });

  it.each([
    [
      'an unknown parameter',
      ['mm: 1', ...FREE],
      '1: widget “pair” has no parameter “mm”; the nearest is “m”',
    ],
    [
      'a misspelt word',
      [...FREE, 'hnt: Far.'],
      '6: widget “pair” has no parameter “hnt”; the nearest is “hint”',
    ],
    [
      'a value out of range',
      ['m: 9', 'question: ?', 'goal loss: 0'],
      '1: m: a number from 0.1 to 3 is expected',
    ],
    [
      'an unknown goal',
      ['question: ?', 'goal lss: 0'],
      '2: widget “pair” has no output or parameter “lss”; the nearest is “loss”',
    ],
    [
      'a goal that is not a number',
      ['question: ?', 'goal loss: none'],
      '2: goal loss: a number “1”, a range',
    ],
    [
      'a goal beyond a parameter’s range',
      ['question: ?', 'goal m: > 3.5'],
      '2: goal m: a number from 0.1 to 3 is expected, not “> 3.5”',
    ],
    ['a goal that is no choice', ['question: ?', 'goal y: 2'], '2: goal y: one of 0, 1 is expected'],
    [
      'a cost of the hint that is no percentage',
      [...FREE, 'hint: Far.', 'hint-cost: much'],
      '7: hint-cost: from “0 %” to “100 %” is expected, not “much”',
    ],
    [
      'a cost of the hint of more than all',
      [...FREE, 'hint: Far.', 'hint-cost: 101 %'],
      '7: hint-cost: from “0 %” to “100 %” is expected, not “101 %”',
    ],
    [
      'a cost of a hint that is not there',
      [...FREE, 'hint-cost: 10 %'],
      '6: hint-cost: there is no hint that could cost anything',
    ],
    ['a goal over a point', ['question: ?', 'goal x1: 0,0'], '2: goal x1: a place is no goal'],
    ['a goal that is met already', ['question: ?', 'goal y: 1'], '2: the goal is met already'],
    [
      'a solution that misses',
      [...FREE.slice(0, 4), 'solution: x2=0.5,0'],
      '4: goal loss: 0 is not met by the solution',
    ],
    [
      'a solution that cannot be read',
      [...FREE.slice(0, 4), 'solution: x2=9,0'],
      '5: solution: x2: two numbers',
    ],
    [
      'a solution that changes what is locked',
      ['lock: m', ...FREE.slice(0, 4), 'solution: m=0.1'],
      '6: solution: it changes “m”, which is locked',
    ],
    ['an unknown lock', [...FREE, 'lock: k'], '6: lock: no part “k”'],
    ['no question', ['goal loss: 0'], '1: a line “question: …” is expected'],
    ['a question twice', ['question: ?', ...FREE], '4: question is there twice'],
    ['nothing asked for', ['question: ?'], '1: nothing is asked for'],
    ['two kinds of answer', [...FREE, '- [x] a', '- [ ] b'], '4: only one kind of answer is allowed'],
    ['choices without a right one', ['question: ?', '- [ ] a', '- [ ] b'], '1: two choices or more'],
    [
      'an answer without a tolerance',
      ['question: ?', 'answer loss: 1'],
      '2: answer loss: a number with its tolerance',
    ],
    [
      'a line that is no field',
      ['question: ?', 'goal', ...FREE],
      '2: “name: value” or “- [ ] a choice” is expected',
    ],
  ])('with %s is refused at its line', (_what, lines, problem) => {
    expect(problemsOf(lines)).toContainEqual(expect.stringContaining(problem));
  });

  it('is read or refused, and never throws, whatever it is', () => {
    const word = fc.constantFrom(
      'goal loss: ',
      'answer D: ',
      'lock: ',
      'solution: ',
      'question: ',
      '- [x] ',
      ' ',
      '',
    );
    const line = fc.tuple(word, fc.string()).map(([start, rest]) => start + rest);
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(definitions)), fc.array(line), (definition, lines) => {
        const read = readTask(definition, lines.join('\n'));
        expect('task' in read || read.problems.length > 0).toBe(true);
      }),
      { seed: 9, numRuns: 500 },
    );
  });

  it('uses no word that is a parameter of a widget', () => {
    const taken = Object.values(definitions).flatMap(({ parameters }) => Object.keys(parameters));
    expect(taken).not.toEqual(expect.arrayContaining([expect.toBeOneOf([...TASK_WORDS])]));
  });
});
