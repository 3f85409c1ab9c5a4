/** @vitest-environment jsdom */
import { describe, expect, it } from 'vitest';
import { readTask } from '../../src/lib/state/read-task';
import { Plan } from '../../src/lib/teach/plan.svelte';

const KNOWN = ['arc', 'pair'];

describe('what a teacher puts together', () => {
  it('comes back from its own address', async () => {
    const search = 'widget=pair&y=0&m=2&hide=gradient,toolbar&lock=m&theme=dark&title=Look';
    const plan = await Plan.of(`?${search}`, KNOWN);
    expect(plan.search).toBe(search);
    expect(plan.access).toEqual({ m: 'locked', gradient: 'hidden' });
    expect(plan.hiddenParts).toEqual(['toolbar']);
  });

  it('begins with the first widget where the address names none', async () => {
    const plan = await Plan.of('', KNOWN);
    expect(plan.definition.id).toBe('arc');
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
});
