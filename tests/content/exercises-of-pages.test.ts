// @vitest-environment jsdom
import { readFileSync, readdirSync } from 'node:fs';
import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { Attempt } from '../../src/lib/tasks/attempt.svelte';
import { readTask } from '../../src/lib/tasks/read-task';
import { Session } from '../../src/lib/state/session.svelte';
import { definitions } from '../../src/lib/widgets/registry';

const FENCE = /^```exercise (\S+) as (\S+)\n([\s\S]*?)^```$/gm;
const FOLDER = 'content/pages';

const exercises = readdirSync(FOLDER).flatMap((file) =>
  [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(FENCE)].map(
    ([, widget = '', name = '', text = '']) => ({ page: file.replace('.md', ''), widget, name, text }),
  ),
);

test.each(['contrastive-loss', 'arcface-loss', 'loss-family', 'without-labels', 'misconceptions'])(
  'the page %s asks in all three ways',
  (page) => {
    const texts = exercises.filter((exercise) => exercise.page === page).map(({ text }) => text);
    for (const way of [/^goal /m, /^answer /m, /^- \[x\] /m])
      expect(texts.some((text) => way.test(text))).toBe(true);
  },
);

test.each([
  'contrastive-loss',
  'siamese-network',
  'triplet-loss',
  'arcface-loss',
  'loss-family',
  'without-labels',
  'misconceptions',
  'training',
  'handwriting',
  'a-fair-race',
])('the page %s has at least four exercises, to predict and to construct', (page) => {
  const texts = exercises.filter((exercise) => exercise.page === page).map(({ text }) => text);
  expect(texts.length).toBeGreaterThanOrEqual(4);
  for (const way of [/^answer |^- \[x\] /m, /^goal /m])
    expect(texts.some((text) => way.test(text))).toBe(true);
});

describe.each(exercises)('the exercise $name of $page', ({ widget, text }) => {
  const definition = definitions[widget];
  if (!definition) throw new Error(`no widget “${widget}”`);
  const read = readTask(definition, text);
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('; '));
  const { task } = read;

  /** The widget as the reader has it, the attempt, and what a change leads to. */
  function begin() {
    const session = new Session(definition as NonNullable<typeof definition>, task.query, task);
    const attempt = new Attempt(session, task);
    const stop = attempt.watch();
    flushSync();
    return { session, attempt, stop };
  }

  test('is not solved at the start, and helps those who do not see it', () => {
    const { attempt, stop } = begin();
    expect(attempt.solved).toBe(false);
    expect(task.hint).toBeDefined();
    expect(task.explanation).toBeDefined();
    stop();
  });

  test('is solved by its solution', () => {
    const { session, attempt, stop } = begin();
    const { aim } = task;
    if (aim.kind === 'predict') attempt.predict(String(aim.value));
    else if (aim.kind === 'choose') attempt.choose(aim.options.findIndex(({ right }) => right));
    else session.setQuery(task.solution ?? '');
    flushSync();
    expect(attempt.result).toMatchObject({ solved: true, tries: 1 });
    stop();
  });

  test.skipIf(task.solution === undefined)('has a solution that is not what is shown at the start', () => {
    const { session, attempt, stop } = begin();
    attempt.showSolution();
    flushSync();
    expect(session.isInitial).toBe(false);
    stop();
  });

  test('can be begun again', () => {
    const { session, attempt, stop } = begin();
    session.setQuery(task.solution ?? '');
    flushSync();
    attempt.again();
    flushSync();
    expect(attempt.solved).toBe(false);
    expect(session.isInitial).toBe(true);
    stop();
  });
});
