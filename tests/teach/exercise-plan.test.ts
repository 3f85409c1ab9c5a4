/** @vitest-environment jsdom */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { graded } from '../../src/lib/content/remark/task-parts';
import { exerciseQuery } from '../../src/lib/embed/exercise-query';
import { readTask } from '../../src/lib/tasks/read-task';
import { Plan } from '../../src/lib/teach/plan.svelte';
import { definitions } from '../../src/lib/widgets/registry';

const FENCE = /^```exercise (\S+) as (\S+)\n([\s\S]*?)^```$/gm;
const exercises = readdirSync('content/pages').flatMap((file) =>
  [...readFileSync(`content/pages/${file}`, 'utf8').matchAll(FENCE)].map(
    ([, widget = '', name = '', text = '']) => [`${file} ${name}`, widget, text] as const,
  ),
);

describe.each(exercises)('the exercise %s, put into a course,', (_name, widget, text) => {
  test('asks in the builder what it asks on its page, with the same controls', async () => {
    const definition = Object.entries(definitions).find(([id]) => id === widget)?.[1];
    const read = definition && readTask(definition, text);
    if (!read || !('task' in read)) throw new RangeError(text);
    const { task } = read;

    const plan = await Plan.of(`?widget=${widget}&${exerciseQuery(graded(text))}`, [widget]);
    expect(plan.session.notices).toEqual([]);
    expect(plan.taskProblems).toEqual([]);
    expect(plan.question).toMatchObject({ question: task.question, aim: task.aim, query: task.query });
    const access = (name: string) => {
      if (task.hidden.includes(name)) return task.free.includes(name) ? 'figure' : 'hidden';
      return task.locked.includes(name) ? 'locked' : 'free';
    };
    for (const name of Object.keys(plan.definition.parameters))
      expect([name, plan.access[name] ?? 'free']).toEqual([name, access(name)]);
  });
});
