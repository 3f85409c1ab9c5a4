import type { Definition } from '../../state/define';
import { readTask } from '../../tasks/read-task';
import type { Task } from '../../tasks/task';
import { failAt } from './fail-at';
import { addFigure, readInfo, type Definitions, type Figure, type Parse } from './figures';
import { attribute, graded, textsOf } from './task-parts';
import { html, replace, walk, type Node, type PageFile } from './tree';

/** The type of the node that holds an exercise until the page's scenes are made. */
export const EXERCISE = 'exercise-of-page';

/** The type of the node that holds exercises that follow on each other. */
export const STEPS = 'steps-of-page';

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
    const shown = shownFor(task, definition);
    addFigure(figures, { name, widget, definition, query: task.query, shown }, fence, file);
    names.push(name);
    const tag = `ExerciseFigure name="${name}" widget="${widget}" shown="${shown.join(' ')}" number={${names.length}} task={${attribute(graded(text))}}`;
    const children = [html(`<${tag}>`), ...textsOf(task, fence, parse), html('</ExerciseFigure>')];
    replace(parent, fence, [{ type: EXERCISE, children, position: fence.position }]);
  });
  groupExercises(tree);
  return names;
}

/** Puts exercises that follow on each other into one block, which a script shows one at a time. */
function groupExercises(tree: Node): void {
  const blocks: Node[] = [];
  for (const block of tree.children ?? []) {
    const last = blocks.at(-1);
    if (block.type !== EXERCISE) blocks.push(block);
    else if (last?.type === STEPS) last.children?.push(block);
    else {
      const data = { hName: 'div', hProperties: { className: ['cl-steps'] } };
      blocks.push({ type: STEPS, children: [block], position: block.position, data });
    }
  }
  tree.children = blocks;
}

/** The controls that the task leaves to the reader, first those by which it is solved, and the parts of the compact widget. */
function shownFor({ aim, solution, locked, hidden }: Task, { compact }: Definition): string[] {
  const changed = aim.kind === 'reach' ? [...new URLSearchParams(solution).keys()] : [];
  const controls = [...new Set([...changed, ...(compact?.controls ?? [])])];
  const free = controls.filter((name) => !locked.includes(name) && !hidden.includes(name));
  return [...free, ...(compact?.parts ?? [])];
}

function checkTask(fence: Node, file: PageFile, read: ReturnType<typeof readTask>): Task {
  const first = fence.position?.start.line ?? 0;
  if ('problems' in read) {
    const [problem] = read.problems;
    failAt(file, first + (problem?.line ?? 0), problem?.message ?? 'the exercise cannot be read');
  }
  const { task } = read;
  if (task.aim.kind === 'reach' && task.solution === undefined)
    failAt(file, fence, 'a line “solution: …” with a state that meets the goals is expected');
  if (task.explanation === undefined)
    failAt(file, fence, 'a line “explanation: …” is expected, for those who cannot or will not solve it');
  return task;
}
