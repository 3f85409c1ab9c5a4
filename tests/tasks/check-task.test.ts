import { describe, expect, it } from 'vitest';
import { taskWarnings } from '../../src/lib/tasks/check-task';
import { readTask } from '../../src/lib/tasks/read-task';
import { definitions } from '../../src/lib/widgets/registry';

function warningsOf(widget: string, ...lines: string[]) {
  const definition = definitions[widget];
  if (!definition) throw new Error(`no widget “${widget}”`);
  const read = readTask(definition, [...lines, 'question: ?'].join('\n'));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return taskWarnings(definition, read.task);
}

describe('a question that can hardly be solved is found when it is written:', () => {
  it.each([
    ['an exact number', ['goal loss: 0.25'], 'exactly 0.25 is asked for'],
    ['a number out of reach', ['goal loss: < -1'], 'at most -1 was not met by any of 400 states'],
    ['a number out of reach of what is free', ['y: 1', 'lock: x1, x2, y', 'goal D: > 3'], 'it stays'],
    [
      'goals that exclude one another',
      ['m: 0.5', 'goal D: > 2', 'goal loss: > 1', 'goal y: 1'],
      'never together',
    ],
    [
      'nothing to change',
      ['m: 1', 'lock: x1, x2, y, m', 'hide: gradient, land', 'goal loss: 0'],
      'the student can change nothing',
    ],
  ])('%s', (_what, lines, warning) => {
    expect(warningsOf('pair', ...lines)).toEqual([expect.stringContaining(warning)]);
  });

  it('a name that never comes, with those that do', () => {
    expect(warningsOf('triplet', 'goal kind: soft')).toEqual([
      expect.stringMatching(/“soft” was not met.*“easy”/),
    ]);
  });
});

describe('a question that can be solved is not warned of:', () => {
  it.each([
    ['pair', ['y: 1', 'm: 1.5', 'x1: 0,0', 'x2: 0.6,0', 'goal loss: 0']],
    ['pair', ['goal loss: 0.25 ± 0.02']],
    ['pair', ['goal m: 2']],
    ['pair', ['lock: y, m, x1', 'goal D: > 2']],
  ])('%s with %s', (widget, lines) => {
    expect(warningsOf(widget, ...lines)).toEqual([]);
  });
});
