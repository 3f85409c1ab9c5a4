/** @vitest-environment jsdom */
import { describe, expect, it } from 'vitest';
import { readTask } from '../../src/lib/tasks/read-task';
import { Plan } from '../../src/lib/teach/plan.svelte';

const KNOWN = ['arc', 'pair'];
const KNOWN_TOO = ['triplet'];

describe('what a teacher puts together', () => {
  it('comes back from its own address', async () => {
    const search = 'widget=pair&y=0&m=2&hide=gradient,toolbar&lock=m&theme=dark&title=Look';
    const plan = await Plan.of(`?${search}`, KNOWN);
    expect(plan.search).toBe(search);
    expect(plan.access).toEqual({ m: 'locked', gradient: 'hidden' });
    expect(plan.hiddenParts).toEqual(['toolbar']);
  });

  it('begins with the pair where the address names none', async () => {
    const plan = await Plan.of('', KNOWN);
    expect(plan.definition.id).toBe('pair');
    expect(plan.session.notices).toEqual([]);
  });

  it('begins with the nearest widget where the address names one that there is not, and says so', async () => {
    const plan = await Plan.of('?widget=pear', KNOWN);
    expect(plan.definition.id).toBe('pair');
    expect(plan.session.notices).toEqual([
      { field: 'widget', value: 'pear', message: 'widget: no widget “pear”; the nearest is “pair”' },
    ]);
  });

  it('says what of the address it cannot read, and goes on without it', async () => {
    const plan = await Plan.of('?widget=pair&m=99&theme=pink', KNOWN);
    expect(plan.session.notices.map(({ field }) => field)).toEqual(['theme', 'm']);
    expect(plan.search).toBe('widget=pair');
  });

  it('puts a task into the address with the state that it starts from, and reads both back', async () => {
    const plan = await Plan.of('?widget=pair&m=2&lock=y', KNOWN);
    plan.task.question = 'Make it cost\nnothing.';
    plan.task.goal = { name: 'loss', condition: '0' };
    plan.task.rest = 'solution: x2=2,1.5';
    expect(plan.embed.query).toBe('');
    expect(plan.taskText.split('\n')).toEqual([
      'm: 2',
      'question: Make it cost nothing.',
      'goal loss: 0',
      'solution: x2=2,1.5',
    ]);
    expect(readTask(plan.definition, plan.taskText)).toHaveProperty('task.query', 'm=2');
    const back = await Plan.of(`?${plan.search}`, KNOWN);
    expect(back.search).toBe(plan.search);
    expect(back.session.values.m).toBe(2);
    expect(back.task.goal).toEqual({ name: 'loss', condition: '0' });
  });

  it('asks for no title that is only spaces', async () => {
    const plan = await Plan.of('?widget=pair', KNOWN);
    plan.title = '  ';
    expect(plan.embed.title).toBeUndefined();
  });

  it('can leave a parameter free in the figure without a control', async () => {
    const plan = await Plan.of('?widget=pair&hide=x1,m&free=x1', KNOWN);
    expect(plan.access).toEqual({ x1: 'figure', m: 'hidden' });
    expect(plan.search).toBe('widget=pair&hide=m,x1&free=x1');
  });

  it('makes the state that is shown the goal, and goes back to where the student begins', async () => {
    const plan = await Plan.of('?widget=pair&m=2', KNOWN);
    plan.task.question = 'Bring them here.';
    plan.session.set({ x1: [0, 0], x2: [1, 0] });
    plan.takeAsGoal('D');
    plan.tolerance = 0.1;
    expect(plan.session.fullQuery).toBe('m=2');
    expect(plan.task.goal).toEqual({ name: 'D', condition: '1 ± 0.1' });
    expect(plan.taskProblems).toEqual([]);
    expect(plan.question?.solution).toBe('x1=0,0&x2=1,0');
  });

  it('asks for what tells the goal from the start, with some room, in words that a teacher can change', async () => {
    const plan = await Plan.of('?widget=triplet', KNOWN_TOO);
    plan.allowOnly([plan.mainControl]);
    plan.session.set({ m: 1.5 });
    expect(plan.takeAsGoal()).toBe(true);
    expect(plan.task.goal.name).toBe('loss');
    expect(plan.taskProblems).toEqual([]);
    expect(plan.question?.solution).toBe('m=1.5');
    expect(plan.task.question).toMatch(
      /^Bring the figure to where “loss \(L\)” is [\d.]+, give or take [\d.]+\.$/,
    );
    plan.tolerance = 0.02;
    expect(plan.task.question).toMatch(/give or take 0\.02\.$/);
    plan.task.question = 'My own words.';
    plan.tolerance = 0.03;
    expect(plan.task.question).toBe('My own words.');
    expect(plan.task.goal.condition).toMatch(/± 0\.03$/);
  });

  it('keeps what the student cannot change as the teacher set it', async () => {
    const plan = await Plan.of('?widget=pair', KNOWN);
    plan.allowOnly(['m']);
    plan.session.set({ m: 2.5, x2: [1, 1] });
    plan.takeAsGoal();
    expect(plan.session.fullQuery).toBe('x2=1,1');
    expect(plan.question?.solution).toBe('m=2.5');
    expect(plan.isSelective).toBe(true);
    plan.allowAll();
    expect(plan.isSelective).toBe(false);
  });

  it('says so when the solution is out of the student’s reach', async () => {
    const plan = await Plan.of('?widget=pair', KNOWN);
    plan.session.set({ m: 2.5, x2: [1, 1] });
    plan.takeAsGoal();
    plan.allowOnly(['m']);
    expect(plan.taskProblems.join(' ')).toMatch(/changes “x2”, which is hidden/);
  });

  it('says what is missing of a question', async () => {
    const plan = await Plan.of('?widget=pair', KNOWN);
    plan.task.question = 'How?';
    expect(plan.taskProblems).toEqual([expect.stringContaining('nothing is asked for')]);
    expect(plan.question).toBeUndefined();
  });
});
