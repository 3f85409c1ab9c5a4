// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { Attempt } from '../../src/lib/tasks/attempt.svelte';
import { readTask } from '../../src/lib/tasks/read-task';
import { Session } from '../../src/lib/state/session.svelte';
import { definitions } from '../../src/lib/widgets/registry';

const pair = definitions.pair;
if (!pair) throw new Error('the pair is registered');

const START = ['y: 1', 'm: 1.5', 'x1: 0,0', 'x2: 0.6,0', 'question: ?'];

function begin(...lines: string[]) {
  const read = readTask(pair as NonNullable<typeof pair>, [...START, ...lines].join('\n'));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const { task } = read;
  const session = new Session(pair as NonNullable<typeof pair>, task.query, task);
  const attempt = new Attempt(session, task);
  attempt.watch();
  flushSync();
  /** A change by the reader, and what follows from it. */
  const move = (x: number, commit = true) => {
    session.set({ x2: [x, 0] }, { commit });
    flushSync();
  };
  return { session, attempt, move };
}

describe('an attempt at a goal', () => {
  it('is solved once a gesture ends where the goal holds, and counts the gestures', () => {
    const { attempt, move } = begin('goal loss: 0');
    move(1);
    move(1.6);
    expect(attempt.result).toEqual({ solved: true, tries: 2, hint: false, explanation: false, score: 1 });
  });

  it('is not solved in passing', () => {
    const { attempt, move } = begin('goal D: 0.9..1.1');
    move(1, false);
    expect(attempt.solved).toBe(false);
    move(1.4);
    expect(attempt.result).toMatchObject({ solved: false, tries: 1 });
  });

  it('stays solved when the reader plays on, until it begins again', () => {
    const { session, attempt, move } = begin('goal loss: 0');
    move(1.6);
    move(0.2);
    expect(attempt.result).toMatchObject({ solved: true, tries: 1 });
    attempt.again();
    flushSync();
    expect(attempt.result).toEqual({ solved: false, tries: 0, hint: false, explanation: false, score: 0 });
    expect(session.isInitial).toBe(true);
  });

  it('does not count undo and reset as tries', () => {
    const { session, attempt, move } = begin('goal loss: 0');
    move(1);
    session.undo();
    flushSync();
    session.reset();
    flushSync();
    expect(attempt.result.tries).toBe(1);
  });

  it('is not solved by looking at the solution', () => {
    const { session, attempt } = begin('goal loss: 0', 'solution: x2=2,0');
    attempt.showSolution();
    flushSync();
    expect(session.output('loss')).toBe(0);
    expect(attempt.result).toMatchObject({ solved: false, explanation: true });
    expect(attempt.verdict).toBe('This is a solution. Try again to find one yourself.');
  });

  it('is not solved by a change that leaves a shown solution one, but by another way to the goal', () => {
    const { attempt, move } = begin('goal loss: 0', 'solution: x2=2,0');
    attempt.showSolution();
    flushSync();
    move(1.9);
    expect(attempt.result).toMatchObject({ solved: false, tries: 0, score: 0 });
    move(1.2);
    expect(attempt.result).toMatchObject({ solved: false, tries: 1, score: 0 });
    move(1.6);
    expect(attempt.result).toMatchObject({ solved: true, tries: 2, score: 1 });
  });

  it('remembers that hint and explanation were looked at before the solution, and not after', () => {
    const { attempt, move } = begin('goal loss: 0');
    attempt.takeHint();
    move(1.6);
    attempt.takeExplanation();
    expect(attempt.result).toMatchObject({ solved: true, hint: true, explanation: false });
  });
});

describe('the points of an attempt', () => {
  it('are a share for each goal that was reached with others at best, of those that did not hold at the start', () => {
    const { attempt, move } = begin('goal y: 1', 'goal D: > 1', 'goal loss: 0');
    expect(attempt.result.score).toBe(0);
    move(1.2);
    expect(attempt.result).toMatchObject({ solved: false, score: 0.5 });
    expect(attempt.verdict).toBe('Not there yet: 2 of 3 goals hold.');
    move(0.4);
    expect(attempt.result.score).toBe(0.5);
    move(1.6);
    expect(attempt.result).toMatchObject({ solved: true, score: 1 });
  });

  it('are fewer by what the hint costs, where it was looked at before the solution', () => {
    const { attempt, move } = begin('hint: Farther.', 'hint-cost: 25 %', 'goal D: > 1', 'goal loss: 0');
    move(1.2);
    expect(attempt.result.score).toBe(0.5);
    attempt.takeHint();
    expect(attempt.result.score).toBe(0.375);
    move(1.6);
    expect(attempt.result).toMatchObject({ solved: true, score: 0.75 });
    expect(attempt.verdict).toBe('Correct, for 75\u00a0% of the points.');
  });

  it('are all where the hint is looked at after the solution', () => {
    const { attempt, move } = begin('hint: Farther.', 'hint-cost: 25 %', 'goal loss: 0');
    move(1.6);
    attempt.takeHint();
    expect(attempt.result.score).toBe(1);
  });

  it('are there again where an attempt is gone on from', () => {
    const lines = ['hint: Farther.', 'hint-cost: 25 %', 'goal D: > 1', 'goal loss: 0'];
    const { attempt, move } = begin(...lines);
    attempt.takeHint();
    move(1.2);
    const { attempt: again } = begin(...lines);
    again.resume(attempt.record);
    expect(again.result.score).toBeCloseTo(0.375, 12);
  });
});

describe('an attempt at a number', () => {
  it('takes what lies within the tolerance, and objects to what is not a number without counting it', () => {
    const { attempt } = begin('answer loss: 0.18 ± 0.005', 'solution: y=0');
    attempt.predict('much');
    expect(attempt.objection).toContain('“much”');
    expect(attempt.result.tries).toBe(0);
    attempt.predict('0.36');
    expect(attempt.result).toMatchObject({ solved: false, tries: 1 });
    attempt.predict('0,18');
    expect(attempt.result).toMatchObject({ solved: true, tries: 2 });
    expect(attempt.objection).toBeNull();
  });
});

describe('what a reader hears of an attempt', () => {
  it('is never the same after two wrong answers, since words that do not change are not announced', () => {
    const { attempt } = begin('answer loss: 0.18 ± 0.005', 'solution: y=0');
    const heard = ['1', '2', '3'].map((text) => {
      attempt.predict(text);
      return attempt.verdict;
    });
    expect(new Set(heard).size).toBe(3);
  });

  it('changes with each miss of a goal', () => {
    const { attempt, move } = begin('goal loss: 0');
    const heard = [1, 1.1, 1.2].map((x) => {
      move(x);
      return attempt.verdict;
    });
    expect(new Set(heard).size).toBe(3);
    move(1.6);
    expect(attempt.verdict).toBe('Correct.');
  });

  it('asks for an answer where none was given, and counts no try', () => {
    const [number, choice] = [
      begin('answer loss: 0.18 ± 0.005', 'solution: y=0'),
      begin('- [ ] a', '- [x] b'),
    ];
    number.attempt.predict(' ');
    choice.attempt.choose(-1);
    expect(number.attempt.verdict).toContain('A number is expected');
    expect(choice.attempt.verdict).toContain('Choose one');
    expect([number, choice].map(({ attempt }) => attempt.result.tries)).toEqual([0, 0]);
  });
});

describe('an attempt at a choice', () => {
  it('is solved by the right one', () => {
    const { attempt } = begin('- [ ] a', '- [x] b');
    attempt.choose(0);
    attempt.choose(7);
    expect(attempt.solved).toBe(false);
    attempt.choose(1);
    expect(attempt.result).toMatchObject({ solved: true, tries: 3 });
  });
});

describe('an attempt with a host', () => {
  it('is neither tried nor solved by what the host sets', () => {
    const { session, attempt, move } = begin('goal loss: 0');
    attempt.setQuery('x2=2,0');
    flushSync();
    expect(session.output('loss')).toBe(0);
    expect(attempt.result).toMatchObject({ solved: false, tries: 0 });
    move(1);
    move(1.6);
    expect(attempt.result).toMatchObject({ solved: true, tries: 2 });
  });

  it('goes on from what was kept, with its answer, which is no further try', () => {
    const first = begin('answer loss: 0.18 ± 0.005', 'solution: y=0').attempt;
    first.predict('0.3');
    first.predict('0,18');
    const { attempt } = begin('answer loss: 0.18 ± 0.005', 'solution: y=0');
    attempt.resume(first.record);
    flushSync();
    expect(attempt.result).toMatchObject({ solved: true, tries: 2 });
    expect(attempt.answer).toBe('0,18');
  });
});
