import { readTask } from '../state/read-task';
import type { Task } from '../state/task';
import { complain } from './complain';
import { addFigure, readInfo, type Definitions, type Figure, type Parse } from './figures';
import { html, replace, walk, type Node, type PageFile } from './tree';

/**
 * Replaces the exercise fences of a page by components that hold their texts, and takes them in among the figures.
 * Stops the build at the first thing that keeps a task from being one.
 * @returns the names of the exercises in order
 */
export function placeExercises(
  tree: Node,
  file: PageFile,
  definitions: Definitions,
  figures: Map<string, Figure>,
  parse: Parse,
): string[] {
  const names: string[] = [];
  walk(tree, (fence, parent) => {
    if (fence.type !== 'code' || fence.lang !== 'exercise' || !parent) return;
    const { widget, name, definition } = readInfo(fence, file, definitions);
    const text = fence.value ?? '';
    const task = checkTask(fence, file, readTask(definition, text));
    addFigure(figures, { name, widget, definition, query: task.query }, fence, file);
    names.push(name);
    const tag = `ExerciseFigure name="${name}" widget="${widget}" number={${names.length}} task={${quoted(graded(text))}}`;
    replace(parent, fence, [html(`<${tag}>`), ...textsOf(task, fence, parse), html('</ExerciseFigure>')]);
  });
  return names;
}

function checkTask(fence: Node, file: PageFile, read: ReturnType<typeof readTask>): Task {
  const first = fence.position?.start.line ?? 0;
  if ('problems' in read) {
    const [problem] = read.problems;
    complain(file, first + (problem?.line ?? 0), problem?.message ?? 'the exercise cannot be read');
  }
  const { task } = read;
  if (task.aim.kind === 'reach' && task.solution === undefined)
    complain(file, fence, 'a line “solution: …” with a state that meets the goals is expected');
  if (task.explanation === undefined)
    complain(file, fence, 'a line “explanation: …” is expected, for those who cannot or will not solve it');
  return task;
}

/** A task without the words that stand in the page beside it. */
const graded = (text: string) => text.replace(/^(?:hint|explanation):.*\n?(?:[ \t]+\S.*\n?)*/gm, '');

/** A text as a value in Svelte's markup, in which no character can end it. */
const quoted = (text: string) =>
  JSON.stringify(text).replace(
    /[<>&{}`]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The words of a task as parts of its component. */
function textsOf(task: Task, fence: Node, parse: Parse): Node[] {
  const rows = (fence.value ?? '').split('\n');
  const lineOf = (start: string) =>
    (fence.position?.start.line ?? 0) +
    1 +
    Math.max(
      0,
      rows.findIndex((row) => row.startsWith(start)),
    );
  const snippet = (name: string, nodes: Node[]) => [
    html(`{#snippet ${name}()}`),
    ...nodes,
    html('{/snippet}'),
  ];
  const parts = (['question', 'hint', 'explanation'] as const).flatMap((name) => {
    const text = task[name];
    return text === undefined ? [] : snippet(name, parse(text, lineOf(`${name}:`)));
  });
  if (task.aim.kind !== 'choose') return parts;
  const items = task.aim.options.flatMap(({ text }) => [
    html('<li>'),
    ...parse(text, lineOf('- [')).flatMap((paragraph) => paragraph.children ?? []),
    html('</li>'),
  ]);
  return [...parts, ...snippet('choices', [html('<ol>'), ...items, html('</ol>')])];
}
