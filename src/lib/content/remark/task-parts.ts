import type { Task } from '../../tasks/task';
import type { Parse } from './figures';
import { html, type Node } from './tree';

/** A task without the words that stand in the page beside it. */
export const graded = (text: string) => text.replace(/^(?:hint|explanation):.*\n?(?:[ \t]+\S.*\n?)*/gm, '');

/** A text as a value in Svelte's markup, in which no character can end it. */
export const attribute = (text: string) =>
  JSON.stringify(text).replace(
    /[<>&{}`]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The words of a task as parts of its component. */
export function textsOf(task: Task, fence: Node, parse: Parse): Node[] {
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
